import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVisitSums, mostNames } from './visit-sums.ts';

const visit = {
  slug: 'maple-court',
  place: 'page',
  campaign: '',
  isOwn: false,
  views: 1,
  starts: 0,
} as const;

test('what waits in memory is bounded for each property and day', () => {
  const sums = createVisitSums();
  for (const day of ['2026-03-01', '2026-03-02'])
    for (let index = 0; index < mostNames + 5; index += 1) sums.add({ ...visit, day, source: `x${index}` });
  const taken = sums.take();
  assert.equal(taken.length, 2 * (mostNames + 1));
  assert.deepEqual(
    taken.filter(({ source }) => source === '(other)').map(({ day, views }) => `${day} ${views}`),
    ['2026-03-01 5', '2026-03-02 5'],
  );
  assert.deepEqual(sums.take(), []);
});
