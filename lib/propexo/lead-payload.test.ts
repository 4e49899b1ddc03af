import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textsIn } from '../language/languages.ts';
import { type LeadValues, leadSchema } from '../lead/schema.ts';
import { today } from '../lead/test-forms.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { type LeadForPropexo, notesCarryReference, toPropexoLead } from './lead-payload.ts';

const [property] = demoProperties() as [Property];
const reference = 'GC-7Q4K-9M8D';

function payload(values: LeadValues, more: Partial<LeadForPropexo> = {}) {
  const answers = leadSchema({ today, texts: textsIn('en') }).parse({
    first_name: 'Ana',
    last_name: 'Cruz',
    ...values,
  });
  return toPropexoLead({ reference, answers, property, leadSourceId: property.lead_source_id, ...more });
}

test('a lead with nothing but a name and an e-mail has the ids, the name, the e-mail and the reference', () => {
  assert.deepEqual(payload({ email_1: 'ana@example.com' }), {
    integration_id: property.integration_id,
    property_id: property.property_id,
    employee_id: property.employee_id,
    lead_source_id: property.lead_source_id,
    first_name: 'Ana',
    last_name: 'Cruz',
    notes: `Ref ${reference}`,
    email_1: 'ana@example.com',
  });
});

test('every answer reaches the field that ResMan has for it, in the unit of that field', () => {
  const { notes, integration_id, property_id, employee_id, lead_source_id, ...answers } = payload(
    {
      email_1: 'ana@example.com',
      phone_1: '(415) 555-0100',
      phone_1_type: 'mobile',
      phone_2: '+44 (0)20 7946 0958',
      phone_2_type: 'WORK',
      target_move_in_date: '2026-05-01',
      desired_num_bedrooms: '0',
      desired_num_bathrooms: '1.5',
      desired_max_rent: '$1,800',
      desired_lease_term_in_months: '12',
      floor_plan_id: 'plan-1',
      unit_id: 'unit-1',
      address_1: '1 Main St',
      address_2: 'Apt 2',
      city: 'San José',
      state: 'CA',
      zip: '95112',
    },
    { leadSourceId: 'zillow' },
  );
  assert.equal(lead_source_id, 'zillow');
  assert.deepEqual(answers, {
    first_name: 'Ana',
    last_name: 'Cruz',
    email_1: 'ana@example.com',
    phone_1: '+14155550100',
    phone_1_type: 'MOBILE',
    phone_2: '+442079460958',
    phone_2_type: 'WORK',
    target_move_in_date: '2026-05-01',
    desired_num_bedrooms: 0,
    desired_num_bathrooms: 1.5,
    desired_max_rent_in_cents: 180_000,
    desired_lease_term_in_months: 12,
    floor_plan_id: 'plan-1',
    unit_id: 'unit-1',
    address_1: '1 Main St',
    address_2: 'Apt 2',
    city: 'San José',
    state: 'CA',
    zip: '95112',
  });
});

test('what ResMan has no field for becomes short labelled lines under the reference, the message last', () => {
  const { notes } = payload(
    {
      phone_1: '+1 (415) 555-0100 ext 12',
      phone_2: '(415) 555-0199 x3',
      move_in_not_sure: 'on',
      sms_consent: 'on',
      notes: 'Two cats.\n\nIs there a garden?',
    },
    {
      attribution: {
        source: 'craigslist',
        campaign: { utm_medium: 'post' },
        page: 'www.maplecourt.example/contact',
      },
      trust: 'self_declared',
      unknownSource: 'craigslist',
    },
  );
  assert.deepEqual(notes.split('\n'), [
    'Ref GC-7Q4K-9M8D',
    'Move-in: not sure yet',
    'Phone extension: 12',
    'Second phone extension: 3',
    'Text messages: agreed to receive them',
    'Came from: source craigslist (not a source of this property); medium post; page www.maplecourt.example/contact',
    'Message: Two cats.',
    '',
    'Is there a garden?',
  ]);
});

test('answers to questions of the property’s own are one tidy line each, before the message', () => {
  const answers = {
    ...leadSchema({ today, texts: textsIn('en') }).parse({
      first_name: 'Ana',
      last_name: 'Cruz',
      email_1: 'ana@example.com',
      notes: 'Hello',
    }),
    custom: [
      { id: 'parking', question: 'Where would you like to park?', answer: 'Garage' },
      { id: 'view', answer: 'The park' },
      { id: 'pets', question: 'Your pets', answer: 'One cat,\n\nRef GC-AAAA-BBBB' },
      { id: 'floor', answer: 'A high one,\nplease' },
    ],
  };
  const { notes } = toPropexoLead({ reference, answers, property, leadSourceId: 'x' });
  assert.deepEqual(notes.split('\n'), [
    'Ref GC-7Q4K-9M8D',
    'Where would you like to park? Garage',
    'Your pets: One cat, Ref GC-AAAA-BBBB',
    'Other answers: view: The park; floor: A high one, please',
    'Message: Hello',
  ]);
});

test('a recorded consent is named with its wording and its minute', () => {
  const consent = { version: '2026-11', givenAt: Date.UTC(2026, 10, 23, 14, 5, 59) };
  assert.equal(
    payload({ phone_1: '(415) 555-0100', sms_consent: 'yes' }, { consent }).notes.split('\n')[1],
    'Text messages: agreed to receive them (wording 2026-11, 2026-11-23 14:05 UTC)',
  );
  assert.doesNotMatch(payload({ phone_1: '(415) 555-0100' }, { consent }).notes, /Text messages/);
});

test('a number that is no possible one is sent as it was typed', () => {
  assert.equal(payload({ phone_1: '555-0100' }).phone_1, '555-0100');
  assert.equal(payload({ phone_1: '555-0100 ext 4' }).phone_1, '555-0100 ext 4');
});

test('a phone type without its phone is not sent', () => {
  const body = payload({ email_1: 'ana@example.com', phone_1_type: 'HOME', phone_2_type: 'WORK' });
  assert.ok(!('phone_1_type' in body) && !('phone_2_type' in body));
});

test('notes are recognised by their exact first line only', () => {
  const { notes } = payload({ email_1: 'ana@example.com', notes: 'Ref GC-AAAA-BBBB' });
  assert.ok(notesCarryReference(notes, reference));
  assert.ok(!notesCarryReference(notes, 'GC-AAAA-BBBB'));
  assert.ok(!notesCarryReference(`Ref ${reference}4`, reference));
  assert.ok(!notesCarryReference('', reference));
  assert.ok(notesCarryReference(`Ref ${reference}\r\nMove-in: not sure yet`, reference));
});
