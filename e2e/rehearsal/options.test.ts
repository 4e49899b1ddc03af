import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from './options.ts';
import { planRuns } from './runs.ts';

test('the long rehearsal is the normal one: 1,000 leads on both stores, and the real limit', () => {
  const options = readOptions([]);
  assert.deepEqual(options, {
    seed: 1,
    leads: 1_000,
    stores: ['postgres', 'sqlite'],
    short: false,
    out: undefined,
  });
  assert.deepEqual(
    planRuns(options).map(({ store, replicas, leads, accountLimit }) => [
      store,
      replicas,
      leads,
      accountLimit,
    ]),
    [
      ['postgres', 3, 1_000, null],
      ['sqlite', 1, 1_000, null],
      ['postgres', 3, 60, 150],
    ],
  );
});

test('the short one is smaller, and everything can be chosen', () => {
  const options = readOptions(['--short', '--seed', '7', '--store', 'sqlite', '--out', 'docs/x.md']);
  assert.deepEqual(options, { seed: 7, leads: 80, stores: ['sqlite'], short: true, out: 'docs/x.md' });
  assert.deepEqual(
    planRuns(options).map(({ store, seed, storm }) => [store, seed, storm]),
    [['sqlite', 7, false]],
  );
});

test('anything else is answered with how to call it', () => {
  for (const wrong of [['--store', 'mysql'], ['--seed', 'x'], ['--leads', '0'], ['--fast']])
    assert.throws(() => readOptions(wrong), /npm run rehearse/, wrong.join(' '));
});
