import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayIn, daysAfter, isCalendarDate, startOfDay, yearsAfter } from './calendar-date.ts';

for (const [place, midnight, before, after] of [
  ['UTC', '2026-03-02T00:00:00Z', '2026-03-01', '2026-03-02'],
  ['America/Los_Angeles', '2026-03-02T08:00:00Z', '2026-03-01', '2026-03-02'],
  // The clocks are put forward on 8 March and back on 1 November.
  ['America/Los_Angeles', '2026-03-09T07:00:00Z', '2026-03-08', '2026-03-09'],
  ['America/New_York', '2026-11-01T04:00:00Z', '2026-10-31', '2026-11-01'],
  ['America/New_York', '2026-11-02T05:00:00Z', '2026-11-01', '2026-11-02'],
  ['Pacific/Honolulu', '2027-01-01T10:00:00Z', '2026-12-31', '2027-01-01'],
  ['Asia/Kathmandu', '2026-03-01T18:15:00Z', '2026-03-01', '2026-03-02'],
  ['Pacific/Kiritimati', '2028-02-28T10:00:00Z', '2028-02-28', '2028-02-29'],
] as const) {
  test(`in ${place} it is ${after} from ${midnight} on`, () => {
    assert.equal(dayIn(place, Date.parse(midnight) - 1), before);
    assert.equal(dayIn(place, Date.parse(midnight)), after);
  });
}

test('the day is one on the calendar and at most one away from that of UTC, anywhere and at any time', () => {
  const place = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const time = fc.integer({ min: Date.parse('1970-01-01'), max: Date.parse('2100-01-01') });
  fc.assert(
    fc.property(place, time, (timeZone, now) => {
      const day = dayIn(timeZone, now);
      assert.ok(isCalendarDate(day), day);
      assert.ok(Math.abs(Date.parse(day) - Math.floor(now / 86_400_000) * 86_400_000) <= 86_400_000);
    }),
  );
});

test('every day of a calendar is one', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
      (date) => {
        assert.ok(isCalendarDate(date.toISOString().slice(0, 10)));
      },
    ),
  );
});

test('leap days are where they belong', () => {
  for (const day of ['2028-02-29', '2000-02-29']) assert.ok(isCalendarDate(day));
  for (const day of ['2026-02-29', '1900-02-29', '2100-02-29']) assert.ok(!isCalendarDate(day));
});

test('what is no day is none', () => {
  for (const text of [
    '',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '2026-06-31',
    '0000-01-01',
    '2026-1-1',
    '26-01-01',
    '2026-01-01 ',
    '2026/01/01',
    '+2026-01-01',
  ])
    assert.ok(!isCalendarDate(text), text);
});

test('years are counted on the calendar', () => {
  assert.equal(yearsAfter('2026-03-02', 5), '2031-03-02');
  assert.equal(yearsAfter('2026-12-31', 0), '2026-12-31');
});

test('days are counted over the ends of months and years', () => {
  assert.equal(daysAfter('2026-02-28', 1), '2026-03-01');
  assert.equal(daysAfter('2026-01-01', -1), '2025-12-31');
  assert.equal(daysAfter('2028-03-01', -30), '2028-01-31');
});

for (const [timeZone, day, start] of [
  ['America/Los_Angeles', '2026-03-08', '2026-03-08T08:00:00Z'],
  ['America/Los_Angeles', '2026-03-09', '2026-03-09T07:00:00Z'],
  ['America/Los_Angeles', '2026-11-02', '2026-11-02T08:00:00Z'],
  ['Asia/Kolkata', '2026-06-01', '2026-05-31T18:30:00Z'],
  ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00Z'],
  ['Pacific/Niue', '2026-01-01', '2026-01-01T11:00:00Z'],
  // Clocks went from midnight to one.
  ['America/Havana', '2026-03-08', '2026-03-08T05:00:00Z'],
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z'],
  // A day that was left out.
  ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z'],
] as const)
  test(`${day} begins in ${timeZone} at ${start}`, () =>
    assert.equal(new Date(startOfDay(timeZone, day)).toISOString(), start.replace('Z', '.000Z')));
