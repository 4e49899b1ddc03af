import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FloorPlan, HomeRecords, Listing, Unit } from './home-records.ts';
import { knownHomes } from './known-homes.ts';
import { type OfferedHomes, offerHomes } from './offered-homes.ts';

const day = 24 * 60 * 60_000;
const now = Date.UTC(2026, 2, 2, 17);
const today = '2026-03-02';
const plan = (name: string, more: Partial<FloorPlan> = {}): FloorPlan => ({
  id: name,
  name,
  pictures: [],
  ...more,
});
const unit = (number: string, planId: string, more: Partial<Unit> = {}): Unit => ({
  id: `unit-${number}`,
  number,
  planId,
  available: true,
  ...more,
});
const listing = (number: string, more: Partial<Listing> = {}): Listing => ({
  id: `l-${number}`,
  number,
  ...more,
});

function offer(records: Partial<HomeRecords>, readAt = now, ownPictures = false): OfferedHomes | undefined {
  const known = knownHomes({ records: { plans: [], units: [], listings: [], ...records }, readAt }, now);
  return known && offerHomes(known, { today, ownPictures });
}
const firstPlan = (records: Partial<HomeRecords>) => offer(records)?.plans[0];

test('plans stand by bedrooms, then by price; their units by price, then by number', () => {
  const homes = offer({
    plans: [
      plan('Big', { bedrooms: 2 }),
      plan('Dear', { bedrooms: 1, rentFrom: 200_000 }),
      plan('Cheap', { bedrooms: 1, rentFrom: 190_000 }),
      plan('Studio', { bedrooms: 0 }),
    ],
    units: [
      unit('12', 'Big', { rent: 300_000 }),
      unit('9', 'Big', { rent: 300_000 }),
      unit('30', 'Big', { rent: 290_000 }),
    ],
  });
  assert.deepEqual(
    homes?.plans.map(({ name }) => name),
    ['Studio', 'Cheap', 'Dear', 'Big'],
  );
  assert.deepEqual(
    homes?.plans.at(-1)?.units.map(({ number }) => number),
    ['30', '9', '12'],
  );
});

test('prices and sizes are those of what is available; otherwise the plan’s own', () => {
  const birch = plan('Birch', { rentFrom: 100_000, rentTo: 400_000, squareFeet: 600 });
  const units = [
    unit('1', 'Birch', { rent: 205_000, squareFeet: 580 }),
    unit('2', 'Birch', { rent: 210_000, squareFeet: 540 }),
    unit('3', 'Birch', { rent: 99_000, squareFeet: 9, available: false }),
  ];
  const offered = firstPlan({ plans: [birch], units, listings: [listing('2', { rent: 189_500 })] });
  assert.deepEqual(offered?.rent, [189_500, 205_000]);
  assert.deepEqual(offered?.squareFeet, [540, 580]);
  const let_ = firstPlan({ plans: [birch], units: [unit('1', 'Birch', { available: false })] });
  assert.deepEqual(
    [let_?.rent, let_?.squareFeet],
    [
      [100_000, 400_000],
      [600, 600],
    ],
  );
  assert.deepEqual(let_?.availability, { count: 0, now: 0 });
});

test('a unit is offered only when somebody says it is available and nobody denies it', () => {
  const cases: [Partial<Unit>, Partial<Listing> | undefined, boolean][] = [
    [{ available: true }, undefined, true],
    [{ available: true }, { available: false }, false],
    [{ available: false }, { available: true }, false],
    [{}, { available: true }, true],
    [{}, { availableFrom: '2026-04-01' }, true],
    [{}, { rent: 100_000 }, false],
    [{}, undefined, false],
  ];
  for (const [says, listed, isOffered] of cases) {
    const { available: _, ...silent } = unit('1', 'Birch');
    const offered = firstPlan({
      plans: [plan('Birch')],
      units: [{ ...silent, ...says }],
      listings: listed ? [listing('1', listed)] : [],
    });
    assert.equal(offered?.units.length, isOffered ? 1 : 0, JSON.stringify([says, listed]));
  }
  const { available: _, ...silent } = unit('1', 'Birch');
  assert.equal(
    firstPlan({ plans: [plan('Birch')], units: [silent] })?.availability,
    undefined,
    'nobody says',
  );
});

test('a listing finds its unit by id, by ResMan’s id, or by a number that only one unit has', () => {
  const from = { availableFrom: '2026-04-01' };
  const dates = (units: Unit[], ...listings: Listing[]) =>
    firstPlan({ plans: [plan('Birch')], units, listings })?.units.map(({ from }) => from);
  const one = unit('101', 'Birch', { externalId: 'X1' });
  assert.deepEqual(dates([one], listing('other', { ...from, unitId: one.id })), ['2026-04-01']);
  assert.deepEqual(dates([one], listing('other', { ...from, externalUnitId: 'X1' })), ['2026-04-01']);
  assert.deepEqual(dates([one], listing(' 101', from)), ['2026-04-01']);
  const twin = unit('101', 'Birch', { id: 'twin', building: 'B' });
  assert.deepEqual(dates([one, twin], listing('101', from)), [undefined, undefined]);
});

test('from when: now, on a day, or not said', () => {
  const offered = firstPlan({
    plans: [plan('Birch')],
    units: [unit('1', 'Birch'), unit('2', 'Birch', { vacant: true }), unit('3', 'Birch'), unit('4', 'Birch')],
    listings: [listing('3', { availableFrom: today }), listing('4', { availableFrom: '2026-03-03' })],
  });
  assert.deepEqual(
    offered?.units.map(({ now, from }) => (now ? 'now' : from)),
    [undefined, 'now', 'now', '2026-03-03'],
  );
  assert.deepEqual(offered?.availability, { count: 4, now: 2, next: '2026-03-03' });
});

test('what ResMan has no more is not offered, and what is too old is not shown at all', () => {
  const seen = (ago: number) => ({ seenAt: now - ago });
  const plans = [plan('Birch', seen(day)), plan('Gone', seen(5 * day))];
  const units = [unit('1', 'Birch', seen(day)), unit('2', 'Birch', seen(4.5 * day))];
  const homes = offer({ plans, units });
  assert.deepEqual(
    homes?.plans.map(({ name, units }) => [name, units.length]),
    [['Birch', 1]],
  );
  assert.equal(homes?.asOf, now - day, 'as of the day ResMan was read, not Propexo');
  assert.equal(offer({ plans: [plan('Birch', seen(8 * day))] }), undefined);
  assert.equal(offer({ plans: [plan('Birch')] }, now - 8 * day), undefined);
  assert.equal(offer({ plans: [] }), undefined);
});

test('only pictures that a page with a certificate may show', () => {
  const shown = (picture: string, own = false) =>
    offer({ plans: [plan('Birch', { pictures: [picture] })] }, now, own)?.plans[0]?.picture;
  assert.equal(shown('https://cdn.example.com/birch.jpg'), 'https://cdn.example.com/birch.jpg');
  for (const picture of [
    'http://cdn.example.com/a.jpg',
    'javascript:alert(1)',
    'data:image/png;base64,AA',
    '//x/a',
    'a',
    'https://me:pw@cdn.example.com/a.jpg',
    'https://localhost/a.jpg',
    '/floor-plans/linden.svg',
  ])
    assert.equal(shown(picture), undefined, picture);
  assert.equal(shown('/floor-plans/linden.svg', true), '/floor-plans/linden.svg');
  assert.equal(shown('/floor-plans/../api/metrics', true), undefined);
});

test('however much there is, the page stays small, and what is available goes first', () => {
  const plans = Array.from({ length: 60 }, (_, index) => plan(`P${index}`, { bedrooms: 1 }));
  const units = Array.from({ length: 30 }, (_, index) => unit(`${index}`, 'P59'));
  const homes = offer({ plans, units });
  assert.equal(homes?.plans.length, 24);
  const full = homes?.plans.find(({ name }) => name === 'P59');
  assert.deepEqual([full?.units.length, full?.more, full?.availability?.count], [12, 18, 30]);
});

test('the version changes with what is shown, and with nothing else', () => {
  const records = { plans: [plan('Birch')], units: [unit('1', 'Birch', { rent: 100_000 })] };
  const version = offer(records)?.version;
  assert.equal(offer(structuredClone(records))?.version, version);
  assert.notEqual(offer({ ...records, units: [unit('1', 'Birch', { rent: 100_100 })] })?.version, version);
});
