import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothingCounted } from './source-figures.ts';
import { counted, percentOf, spent } from './source-words.ts';

for (const [minutes, words] of [
  [undefined, '–'],
  [0, 'under 1 min'],
  [0.99, 'under 1 min'],
  [1, '1 min'],
  [59.4, '59 min'],
  [59.5, '1 h'],
  [125, '2 h 5 min'],
  [3 * 24 * 60, '3 days'],
] as const)
  test(`${minutes} minutes: ${words}`, () => assert.equal(spent(minutes), words));

for (const [submits, views, words] of [
  [0, 0, '–'],
  [0, 3, '0 %'],
  [1, 3, '33 %'],
  [1, 25, '4 %'],
  [1, 27, '3.7 %'],
  [3, 3, '100 %'],
  [4, 3, '–'],
] as const)
  test(`${submits} of ${views}: ${words}`, () =>
    assert.equal(percentOf({ ...nothingCounted(), submits, views }), words));

test('one and many', () => {
  assert.deepEqual(
    [0, 1, 1_200].map((count) => counted(count, 'view')),
    ['0 views', '1 view', '1,200 views'],
  );
});
