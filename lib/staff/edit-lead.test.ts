import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textsIn } from '../language/languages.ts';
import { type LeadValues, leadSchema } from '../lead/schema.ts';
import { acceptedAnswers, today } from '../lead/test-forms.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { checkEdit, editableFields, valuesOf } from './edit-lead.ts';

const [property] = demoProperties() as [Property];
const receivedAt = Date.parse(`${today}T18:00:00Z`);
const parse = (form: Record<string, string>) =>
  leadSchema({ today, texts: textsIn('en') }).parse({
    first_name: 'Ana',
    last_name: 'Cruz',
    email_1: 'ana@example.com',
    ...form,
  });

test('a form that is sent back as it was changes no answer', () => {
  fc.assert(
    fc.property(acceptedAnswers, (answers) => {
      const checked = checkEdit({ answers, property, receivedAt }, valuesOf(answers));
      // As they are stored: an answer that is absent is not there.
      assert.deepEqual(JSON.parse(JSON.stringify(checked.answers)), JSON.parse(JSON.stringify(answers)));
    }),
  );
});

test('what was not shown keeps its answer; an unticked box is a no', () => {
  const answers = parse({ address_1: '1 Elm St', move_in_not_sure: 'yes' });
  const { answers: edited } = checkEdit({ answers, property, receivedAt }, { first_name: 'Anna' });
  assert.deepEqual(
    [edited?.first_name, edited?.address_1, edited?.move_in_not_sure],
    ['Anna', '1 Elm St', false],
  );
});

test('a move-in date that has passed since is no mistake of today', () => {
  const answers = parse({ target_move_in_date: today });
  assert.ok(checkEdit({ answers, property, receivedAt }, { first_name: 'Anna' }).answers);
  assert.match(
    checkEdit({ answers, property, receivedAt }, { target_move_in_date: '2026-03-01' }).fieldErrors
      ?.target_move_in_date ?? '',
    /already passed/,
  );
});

test('consent stays with the number it was given for, and staff cannot give it', () => {
  const agreed = parse({ phone_1: '(415) 555-0134', sms_consent: 'yes' });
  const consentAfter = (answers: typeof agreed, sent: Record<string, string>) =>
    checkEdit({ answers, property, receivedAt }, sent).answers?.sms_consent;
  assert.equal(consentAfter(agreed, { phone_1: '+1 415-555-0134' }), true);
  assert.equal(consentAfter(agreed, { phone_1: '(415) 555-0199' }), false);
  assert.equal(consentAfter(agreed, { phone_1: '' }), false);
  assert.equal(consentAfter(parse({ phone_1: '(415) 555-0134' }), { sms_consent: 'yes' }), false);
  const local = parse({ phone_1: '555-0134', sms_consent: 'yes' });
  assert.equal(consentAfter(local, { phone_1: '555-0199' }), false);
});

test('answers to questions of the property’s own are kept, corrected and taken out, also to old questions', () => {
  const parking = {
    question: 'parking',
    label: 'Where would you like to park?',
    type: 'choice' as const,
    choices: ['Garage', 'Outdoors'],
  };
  const asking = { ...property, fields: [parking] };
  const custom = [
    { id: 'parking', question: 'Where would you like to park?', answer: 'Helipad' },
    { id: 'view', question: 'Which view?', answer: 'The park' },
    { id: 'floor', answer: 'High' },
  ];
  const answers = { ...parse({}), custom };
  const edit = (sent: LeadValues) => checkEdit({ answers, property: asking, receivedAt }, sent);
  assert.deepEqual(editableFields(valuesOf(answers), []).slice(-3), [
    'question_parking',
    'question_view',
    'question_floor',
  ]);
  // What was offered then is no mistake now.
  assert.deepEqual(edit({ first_name: 'Anna' }).answers?.custom, custom);
  assert.deepEqual(edit({ question_parking: 'Roof' }).fieldErrors, {
    question_parking: 'Choose one from the list',
  });
  assert.deepEqual(
    edit({ question_parking: 'outdoors', question_view: 'The river', question_floor: '' }).answers?.custom,
    [
      { id: 'parking', question: 'Where would you like to park?', answer: 'Outdoors' },
      { id: 'view', question: 'Which view?', answer: 'The river' },
    ],
  );
  assert.equal(
    edit({ question_parking: '', question_view: '', question_floor: '' }).answers?.custom,
    undefined,
  );
});

test('rare fields are shown when they say something or were refused; consent never', () => {
  const shown = editableFields({ city: 'Oakland', sms_consent: 'yes' }, ['unit_id']);
  assert.ok(shown.includes('city') && shown.includes('unit_id') && shown.includes('notes'));
  assert.ok(!shown.includes('address_1') && !shown.includes('sms_consent'));
});
