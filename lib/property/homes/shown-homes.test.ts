import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textsIn } from '../../language/languages.ts';
import type { OfferedPlan } from './offered-homes.ts';
import { type ShownHomes, showHomes } from './shown-homes.ts';

const asOf = Date.UTC(2026, 10, 23, 17, 30);
const denver = { timeZone: 'America/Denver', units: true };
const birch: OfferedPlan = {
  id: 'p1',
  name: 'The Birch',
  bedrooms: 1,
  bathrooms: 1.5,
  squareFeet: [1_540, 1_580],
  rent: [189_500, 205_050],
  availability: { count: 2, now: 0, next: '2026-12-01' },
  units: [
    { id: 'u1', number: '214', rent: 189_500, squareFeet: 1_540, floor: '2', from: '2026-12-01', now: false },
  ],
  more: 0,
};
/** Which spaces hold words together is for the eye. */
const breakable = (homes: ShownHomes): ShownHomes =>
  JSON.parse(JSON.stringify(homes).replaceAll('\u00a0', ' '));
const show = (language: string, plan: Partial<OfferedPlan> = {}, given = denver) =>
  breakable(showHomes({ plans: [{ ...birch, ...plan }], asOf, version: 'v' }, textsIn(language), given));

test('a plan and its unit in English, as of the property’s own time', () => {
  assert.deepEqual(show('en'), {
    asOf: 'Prices and availability as of Nov 23, 2026, 10:30 AM',
    plans: [
      {
        id: 'p1',
        name: 'The Birch',
        facts: '1 bed · 1.5 baths · 1,540–1,580 sq ft',
        rent: '$1,895–$2,051 a month',
        availability: '2 available, from December 1',
        units: [{ id: 'u1', name: 'Unit 214', facts: '$1,895 · 1,540 sq ft · floor 2 · from Dec 1' }],
      },
    ],
  });
});

test('the same in Spanish', () => {
  const { asOf, plans } = show('es');
  assert.equal(asOf, 'Precios y disponibilidad al 23 nov 2026, 10:30 a.m.');
  assert.equal(plans[0]?.facts, '1 dormitorio · 1.5 baños · 1,540–1,580 pies²');
  assert.equal(plans[0]?.availability, '2 disponibles, desde el 1 de diciembre');
  assert.match(plans[0]?.units[0]?.facts ?? '', /desde el 1 dic/);
});

test('how many are available, in the words of each case', () => {
  const availability = (value: NonNullable<OfferedPlan['availability']>) =>
    show('en', { availability: value }).plans[0]?.availability;
  assert.equal(availability({ count: 0, now: 0 }), 'None available right now');
  assert.equal(availability({ count: 1, now: 1 }), '1 available now');
  assert.equal(availability({ count: 3, now: 1, next: '2026-12-01' }), '3 available, 1 of them now');
  assert.equal(availability({ count: 3, now: 0 }), '3 available');
});

test('what is not known is not said; without units there are only plans', () => {
  const { plans } = showHomes(
    { plans: [{ id: 'p', name: '', bedrooms: 0, units: birch.units, more: 5 }], asOf, version: 'v' },
    textsIn('en'),
    { ...denver, units: false },
  );
  assert.deepEqual(plans, [{ id: 'p', name: 'Studio', facts: '', units: [] }]);
  assert.equal(show('en', { more: 5 }).plans[0]?.more, 'And 5 more: ask the team.');
});
