import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from './options.ts';

test('without options everything is measured, judged, and written to docs', () => {
  const { parts, stores, judged, leads, out } = readOptions([]);
  assert.deepEqual(
    { parts, stores, judged, leads, out },
    {
      parts: ['accept', 'calm', 'drain'],
      stores: ['sqlite', 'postgres'],
      judged: true,
      leads: 1_000,
      out: 'docs',
    },
  );
});

test('a part, or a quick run, never replaces the figures in docs unless asked to', () => {
  assert.equal(readOptions(['--only', 'drain']).out, '.bench');
  assert.equal(readOptions(['--quick']).out, '.bench');
  assert.equal(readOptions(['--quick']).judged, false);
  assert.equal(readOptions(['--only', 'drain', '--out', 'docs']).out, 'docs');
});

test('what cannot be meant is refused, with how it is called', () => {
  assert.throws(
    () => readOptions(['--only', 'drian']),
    /"drian" is none of accept, calm, drain[\s\S]*npm run bench/,
  );
  assert.throws(() => readOptions(['--leads', '0']), /"0" is not a whole number/);
  assert.throws(() => readOptions(['--fast']), /npm run bench/);
});
