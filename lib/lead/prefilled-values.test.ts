import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsSchema } from '../property/fields.ts';
import { formLayout } from '../property/form-layout.ts';
import { prefilledValues } from './prefilled-values.ts';

const fields = fieldsSchema.parse([
  'phone_1',
  'target_move_in_date',
  'desired_num_bedrooms',
  { group: 'home' },
  { question: 'tour', label: 'Would you like a tour?', type: 'yes_no' },
  'sms_consent',
]);
const homes = {
  asOf: '',
  plans: [
    { id: 'p1', name: 'Linden', facts: '', units: [{ id: 'u1', name: '204', facts: '' }] },
    { id: 'p2', name: 'Alder', facts: '', units: [] },
  ],
};
const form = { layout: formLayout(fields, 'en', { homes: true }), homes, today: '2027-03-01' };

test('what the form asks and offers', () => {
  const known = {
    first_name: 'Ana',
    email_1: 'ana@mail.example',
    phone_1_type: 'MOBILE',
    target_move_in_date: '2027-03-01',
    desired_num_bedrooms: '2',
    question_tour: 'yes',
  };
  assert.deepEqual(
    prefilledValues({ ...known, city: 'Oakland', notes: 'Hello', question_pets: 'Two' }, form),
    {
      ...known,
      question_tour: 'Yes',
    },
  );
});

test('a choice that it does not have, a day that has passed, a consent: dropped', () => {
  const wrong = {
    phone_1_type: 'FAX',
    target_move_in_date: '2027-02-28',
    desired_num_bedrooms: '7',
    desired_num_bathrooms: '2.5',
    question_tour: 'perhaps',
    sms_consent: 'yes',
    floor_plan_id: 'p3',
    unit_id: 'u2',
  };
  const { sms_consent, ...read } = wrong;
  assert.deepEqual(prefilledValues(read, form), {});
});

test('a home: the unit with its floor plan, else the floor plan', () => {
  const homeOf = (said: Record<string, string>) => prefilledValues(said, form).floor_plan_id;
  assert.equal(homeOf({ unit_id: 'u1' }), 'p1.u1');
  assert.equal(homeOf({ floor_plan_id: 'p2', unit_id: 'u1' }), 'p1.u1');
  assert.equal(homeOf({ floor_plan_id: 'p2', unit_id: 'gone' }), 'p2');
  const without = { ...form, layout: formLayout(fields, 'en', { homes: false }), homes: undefined };
  assert.deepEqual(prefilledValues({ floor_plan_id: 'p2' }, without), {});
});
