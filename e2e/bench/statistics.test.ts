import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inMinuteBefore, median, medianRatio, percentile, summarize } from './statistics.ts';

test('a percentile is a value that was measured, whatever the order', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  assert.equal(percentile(hundred, 0.5), 50);
  assert.equal(percentile(hundred, 0.95), 95);
  assert.equal(percentile(hundred, 1), 100);
  assert.equal(percentile(hundred, 0), 1);
  assert.equal(percentile([7], 0.99), 7);
  assert.equal(percentile([], 0.5), Number.NaN);
});

test('numbers are sorted as numbers', () => {
  assert.equal(percentile([10, 9, 100], 1), 100);
  assert.equal(median([10, 9, 100]), 10);
});

test('the median of an even number of values lies between the two in the middle', () => {
  assert.equal(median([4, 1, 2, 100]), 3);
  assert.equal(median([]), Number.NaN);
});

test('a ratio is taken within each round, so one slow round of both does not move it', () => {
  assert.equal(medianRatio([80, 40, 88], [100, 50, 110]), 0.8);
});

test('a round says how many a second and how long', () => {
  assert.deepEqual(summarize([1, 2, 3, 4], 2), { perSecond: 2, p50: 2, p95: 4, p99: 4 });
});

test('a minute counts what is in it, not what is exactly one minute old', () => {
  assert.equal(inMinuteBefore([0, 1, 30_000, 60_000, 60_001], 60_000), 3);
});
