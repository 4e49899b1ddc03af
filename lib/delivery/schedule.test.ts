import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  followUps,
  reconciles,
  retryWaits,
  scaled,
  untilNextLook,
  waitOf,
  withFullJitter,
} from './schedule.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** All moments, in seconds since the state began, up to `most` of them. */
function moments(lookouts: typeof followUps, most: number, timeScale = 1): number[] {
  const found: number[] = [];
  let elapsed = 0;
  while (found.length < most) {
    const wait = untilNextLook(lookouts, elapsed, timeScale);
    if (wait === undefined) break;
    elapsed += wait;
    found.push(elapsed / second);
  }
  return found;
}

test('an accepted job is asked about after 2, 5, 10, 20, 40, 60 s, 2, 5 min, then every 15 min to 24 h', () => {
  const asked = moments(followUps, 1_000);
  assert.deepEqual(asked.slice(0, 10), [2, 5, 10, 20, 40, 60, 120, 300, 1200, 2100]);
  assert.equal(asked.at(-1), 24 * 60 * 60);
});

test('an unknown outcome is searched at 5, 15, 30 s, 1, 2, 5, 10, 15 min, then hourly to 26 h', () => {
  const searched = moments(reconciles, 1_000);
  assert.deepEqual(searched.slice(0, 10), [5, 15, 30, 60, 120, 300, 600, 900, 4500, 8100]);
  assert.equal(searched.at(-1), 26 * 60 * 60);
});

test('the time scale shrinks every moment alike', () => {
  assert.deepEqual(
    moments(followUps, 5, 0.01).map((moment) => Math.round(moment * 1_000)),
    [20, 50, 100, 200, 400],
  );
});

test('looks that were missed are not caught up', () => {
  assert.equal(untilNextLook(followUps, 100 * second, 1), 20 * second);
  assert.equal(untilNextLook(followUps, 5 * minute + 44 * minute, 1), minute);
});

test('what was surely not applied is sent again after 5, 30 s, 2, 10, 30 min, 1, 2 h, then every 4 h', () => {
  const waits = Array.from({ length: 10 }, (_, step) => waitOf(retryWaits, step, 1));
  assert.deepEqual(waits, [
    5 * second,
    30 * second,
    2 * minute,
    10 * minute,
    30 * minute,
    hour,
    2 * hour,
    4 * hour,
    4 * hour,
    4 * hour,
  ]);
});

test('full jitter is anywhere between nothing and the whole wait', () => {
  assert.equal(
    withFullJitter(1_000, () => 0),
    0,
  );
  assert.equal(
    withFullJitter(1_000, () => 0.999),
    999,
  );
});

test('a scaled duration does not fall below what a machine can keep', () => {
  assert.equal(scaled('lease', 1), 120 * second);
  assert.equal(scaled('lease', 0.001), 5 * second);
  assert.equal(scaled('sendTimeout', 0.1), 3 * second);
  assert.equal(scaled('sendTimeout', 0.001), second);
  assert.equal(scaled('connectTimeout', 0.001), second);
  assert.equal(scaled('fence', 0.001), 250);
});
