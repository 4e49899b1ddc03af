import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dollarsToCents } from './money.ts';

for (const [typed, cents] of [
  ['1800', 180_000],
  ['$1,800', 180_000],
  ['1.800', 180_000],
  ['1 800', 180_000],
  ['1800.5', 180_050],
  ['1800.50', 180_050],
  ['$1,800.05', 180_005],
  ['1.800,50', 180_050],
  ['18.00', 1_800],
  ['1,80', 180],
  ['1,234,567', 123_456_700],
  ['US$ 1800', 180_000],
  ['1800 USD', 180_000],
  ['1,800 dollars', 180_000],
  ['1,800/mo', 180_000],
  ['$1800 / month', 180_000],
  ['1800 a month', 180_000],
  ['$1,800/mes', 180_000],
  ['1.800 al mes', 180_000],
  ['1800 dólares por mes', 180_000],
  ['1,800 mensuales', 180_000],
  ['$1,500-$1,800', 180_000],
  ['1500 – 1800 a month', 180_000],
  ['1500 to 1800', 180_000],
  ['1.500 a 1.800', 180_000],
  ['1800 dollars per month.', 180_000],
  ['0', 0],
] as const) {
  test(`"${typed}" is ${cents} cents`, () => assert.equal(dollarsToCents(typed), cents));
}

for (const typed of [
  '',
  '$',
  'cheap',
  '-5',
  '1e3',
  '1.8k',
  '2000-1800',
  '1500-1800-2000',
  '12,34,567',
  '1800.',
  '.50',
  '1800.505.1',
  '٣',
  'NaN',
  'Infinity',
  '9007199254740993',
  '9'.repeat(400),
]) {
  test(`"${typed.slice(0, 20)}" is no amount`, () => assert.equal(dollarsToCents(typed), undefined));
}

test('any amount is read back to the cent, as Americans and as Europeans write it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (cents) => {
      for (const locale of ['en-US', 'de-DE']) {
        const typed = (cents / 100).toLocaleString(locale, { minimumFractionDigits: 2 });
        assert.equal(dollarsToCents(`$${typed}`), cents, typed);
      }
    }),
  );
});

test('whatever is typed is a whole number of cents or no amount', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,$ /mo'), maxLength: 25 }), (typed) => {
      const cents = dollarsToCents(typed);
      assert.ok(cents === undefined || (Number.isSafeInteger(cents) && cents >= 0));
    }),
  );
});
