import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { homeLists, readHomePage } from './homes.ts';

const pageOf = (results: unknown, meta: unknown = { hasMore: false }) => JSON.stringify({ meta, results });
const plan = (row: object) =>
  readHomePage('floor-plans', pageOf([{ id: 'p1', name: 'A1', ...row }]), 'prop', 0)?.records.plans[0];
const unit = (row: object) =>
  readHomePage('units', pageOf([{ id: 'u1', ...row }]), 'prop', 0)?.records.units[0];
const listing = (row: object) =>
  readHomePage('listings', pageOf([{ id: 'l1', ...row }]), 'prop', 0)?.records.listings[0];

test('a row of nothing but nulls is a row, with nothing told', () => {
  const nulls = { bedrooms: null, bathrooms: null, image_urls: null, last_seen: null, number: null };
  assert.deepEqual(plan({ ...nulls, marketing_name: null }), { id: 'p1', name: 'A1', pictures: [] });
  assert.deepEqual(unit({ ...nulls, is_available: null, floor_plan_id: null }), { id: 'u1' });
  assert.deepEqual(listing({ ...nulls, unit_id: null, available_date: null }), { id: 'l1' });
});

test('bedrooms and bathrooms, as numbers or as text', () => {
  for (const [told, bedrooms] of [
    [2, 2],
    ['2', 2],
    ['1.0', 1],
    ['Studio', 0],
    [0, 0],
    ['two', undefined],
    [-1, undefined],
    [99, undefined],
    [1.5, undefined],
  ])
    assert.equal(unit({ bedrooms: told })?.bedrooms, bedrooms, String(told));
  assert.equal(plan({ bathrooms: '2.5' })?.bathrooms, 2.5);
  assert.equal(plan({ bathrooms: null, bathrooms_full: 2, bathrooms_half: '1' })?.bathrooms, 2.5);
  assert.equal(plan({ bathrooms: null, bathrooms_half: 1 })?.bathrooms, undefined);
});

test('amounts, dates and names that make no sense are not told', () => {
  assert.equal(unit({ rent_amount_market_in_cents: 0 })?.rent, undefined);
  assert.equal(unit({ rent_amount_market_in_cents: null, rent_amount_min_in_cents: 189_500 })?.rent, 189_500);
  assert.equal(plan({ rent_minimum_in_cents: 1e12 })?.rentFrom, undefined);
  assert.equal(listing({ available_date: '2026-12-01T00:00:00.000Z' })?.availableFrom, '2026-12-01');
  assert.equal(listing({ available_date: '2026-02-30' })?.availableFrom, undefined);
  assert.equal(listing({ is_available: true, is_listed: false })?.available, false);
  assert.equal(unit({ number: ' 2\u202e14 ' })?.number, '214');
  assert.equal(plan({ marketing_name: 'The Birch' })?.name, 'The Birch');
  assert.equal(plan({ marketing_name: 'x'.repeat(500) })?.name.length, 80);
});

test('rows without a usable id or of another property are left out; the page counts them', () => {
  const rows = [
    { id: 'u1' },
    { id: '"><script>' },
    { id: 7 },
    null,
    'row',
    { id: 'u2', property_id: 'other' },
  ];
  const page = readHomePage('units', pageOf(rows), 'prop', 0);
  assert.deepEqual(page?.records.units, [{ id: 'u1' }]);
  assert.equal(page?.rows, 6);
});

test('whether there is more, however that is said', () => {
  const more = (results: unknown[], meta: unknown, offset = 0) =>
    readHomePage('units', pageOf(results, meta), 'prop', offset)?.more;
  assert.equal(more([{}], { hasMore: true }), true);
  assert.equal(more([{}], { hasMore: false, total: 9 }), false);
  assert.equal(more([{}], { hasMore: null, total: 9 }, 7), true);
  assert.equal(more([{}], { hasMore: null, total: 9 }, 8), false);
  assert.equal(more([{}], { hasMore: null }), true);
  assert.equal(more([], null), false);
});

test('whatever is answered, reading it never throws', () => {
  const odd = fc.oneof(fc.jsonValue(), fc.string(), fc.constant('9'.repeat(5_000)));
  const keys = fc.constantFrom(
    'id',
    'name',
    'number',
    'bedrooms',
    'bathrooms',
    'image_urls',
    'last_seen',
    'rent',
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...homeLists),
      fc.array(fc.dictionary(keys, odd)),
      odd,
      (list, rows, meta) => {
        readHomePage(list, pageOf(rows, meta), 'prop', 0);
        readHomePage(list, JSON.stringify(meta), 'prop', 0);
      },
    ),
  );
});
