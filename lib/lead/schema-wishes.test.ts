import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textsIn } from '../language/languages.ts';
import { checkLead, pickValues } from './form-state.ts';
import type { FieldName, LeadValues } from './schema.ts';

const ana = { first_name: 'Ana', last_name: 'Cruz', email_1: 'ana@example.com' };
const check = (values: LeadValues, today = '2026-03-02') =>
  checkLead({ ...ana, ...values }, today, textsIn('en'));
const problem = (name: FieldName, value: string) => check({ [name]: value }).fieldErrors?.[name];

test('only a name and a contact are needed: every wish may be absent or blank', () => {
  const blank = Object.fromEntries(
    [
      'target_move_in_date',
      'desired_num_bedrooms',
      'desired_num_bathrooms',
      'desired_max_rent',
      'desired_lease_term_in_months',
      'floor_plan_id',
      'unit_id',
      'address_1',
      'zip',
      'notes',
    ].map((name) => [name, ' ']),
  );
  const { answers } = check(blank);
  assert.deepEqual(
    Object.entries(answers ?? {}).filter(([, value]) => value !== undefined),
    Object.entries({ ...ana, move_in_not_sure: false, sms_consent: false }),
  );
});

test('a move-in date is from today to five years later', () => {
  for (const date of ['2026-03-02', '2026-12-31', '2028-02-29', '2031-03-02'])
    assert.equal(check({ target_move_in_date: ` ${date} ` }).answers?.target_move_in_date, date);
  assert.match(problem('target_move_in_date', '2026-03-01') ?? '', /has already passed/);
  assert.match(problem('target_move_in_date', '2031-03-03') ?? '', /in the next five years/);
});

test('five years after a leap day is the end of February', () => {
  const date = (target_move_in_date: string) => check({ target_move_in_date }, '2028-02-29');
  assert.ok(date('2033-02-28').answers);
  assert.ok(date('2033-03-01').fieldErrors);
});

test('a date that is not on the calendar is refused', () => {
  for (const date of [
    '2027-02-29',
    '2026-13-01',
    '2026-04-31',
    '2026-3-5',
    '03/05/2026',
    'May',
    '2026-05-01T00:00:00Z',
  ])
    assert.match(problem('target_move_in_date', date) ?? '', /not|on the calendar/);
});

test('who ticks “Not sure yet” is not held up by a date that was left standing', () => {
  const unsure = (target_move_in_date: string) =>
    check({ move_in_not_sure: 'yes', target_move_in_date }).answers;
  for (const date of ['2026-03-01', '2040-01-01', 'soon']) {
    assert.ok(unsure(date));
    assert.equal(unsure(date)?.target_move_in_date, undefined);
  }
  assert.equal(unsure('2026-05-01')?.target_move_in_date, '2026-05-01');
});

for (const [name, right, wrong] of [
  ['desired_num_bedrooms', ['0', '1', '20', ' 3 '], ['21', '2.5', '-1', 'two', '1e1', '٣', '00003.5']],
  ['desired_num_bathrooms', ['0', '1.5', '2.0', '20'], ['20.5', '1.3', '1,5', '.5', '2.', '-0.5']],
  ['desired_lease_term_in_months', ['0', '12', '120'], ['121', '6.5', 'a year', '12 months']],
] as const) {
  test(`${name} is a number in its bounds and steps`, () => {
    for (const value of right) assert.equal(check({ [name]: value }).answers?.[name], Number(value));
    for (const value of wrong)
      assert.match(problem(name, value) ?? `"${value}" passed`, /^Enter .* number .*from 0 to \d+$/);
  });
}

test('a budget is taken as typed and kept in cents, up to $100,000 a month', () => {
  for (const [typed, cents] of [
    ['$1,800', 180_000],
    ['1800.50/mo', 180_050],
    ['1,800-2,000', 200_000],
    ['0', 0],
    ['$100,000', 10_000_000],
  ] as const)
    assert.equal(check({ desired_max_rent: typed }).answers?.desired_max_rent_in_cents, cents);
  for (const typed of ['100,000.01', 'cheap', '-5', '2,000-1,800'])
    assert.equal(problem('desired_max_rent', typed), 'Enter your budget in dollars a month, like $1,800');
});

test('the budget has the name of its field when it is wrong and of its unit when it is right', () => {
  const { answers } = check({ desired_max_rent: '1' });
  assert.ok(answers && !('desired_max_rent' in answers));
});

test('a tick box is ticked by any value but a no', () => {
  for (const yes of ['on', 'yes', 'true', '1', 'Yes'])
    assert.equal(check({ sms_consent: yes }).answers?.sms_consent, true, yes);
  for (const no of ['', ' ', 'false', 'False', 'no', 'off', '0'])
    assert.equal(check({ sms_consent: no }).answers?.sms_consent, false, no);
});

test('an id is one of letters, digits, hyphens and underscores, up to 64', () => {
  assert.equal(check({ floor_plan_id: ' cm5v-1_A ' }).answers?.floor_plan_id, 'cm5v-1_A');
  assert.ok(check({ unit_id: 'x'.repeat(64) }).answers);
  for (const id of ['x'.repeat(65), 'a b', '../admin', 'é'])
    assert.equal(problem('unit_id', id), 'Choose one from the list');
});

test('fields that are not in the form are dropped, the configured ids above all', () => {
  const sent = {
    ...ana,
    property_id: 'other',
    employee_id: 'other',
    submission_id: 'x',
    __proto__: 'x',
    utm_source: 'x',
  };
  assert.deepEqual(pickValues(sent), ana);
  const { answers } = checkLead(sent, '2026-03-02', textsIn('en'));
  assert.ok(
    answers && !('property_id' in answers) && !('employee_id' in answers) && !('utm_source' in answers),
  );
});

test('a home is a floor plan, a unit, or a unit of a plan in one answer', () => {
  const home = (values: LeadValues) => {
    const { answers } = check(values);
    return [answers?.floor_plan_id, answers?.unit_id];
  };
  assert.deepEqual(home({ floor_plan_id: '' }), [undefined, undefined]);
  assert.deepEqual(home({ floor_plan_id: 'plan-1' }), ['plan-1', undefined]);
  assert.deepEqual(home({ floor_plan_id: 'plan-1.unit_2' }), ['plan-1', 'unit_2']);
  assert.deepEqual(home({ floor_plan_id: 'plan-1.unit_2', unit_id: 'unit_3' }), ['plan-1', 'unit_3']);
  assert.deepEqual(home({ unit_id: 'unit_3' }), [undefined, 'unit_3']);
  for (const wrong of ['plan.', '.unit', 'a.b.c', 'a b', 'x'.repeat(65)])
    assert.equal(problem('floor_plan_id', wrong), 'Choose one from the list', wrong);
});
