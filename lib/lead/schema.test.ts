import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textsIn } from '../language/languages.ts';
import { checkLead } from './form-state.ts';
import type { FieldName, LeadValues } from './schema.ts';

const today = '2026-03-02';
const ana = { first_name: 'Ana', last_name: 'Cruz', email_1: 'ana@example.com' };

const check = (values: LeadValues) => checkLead({ ...ana, ...values }, today, textsIn('en'));
const accepted = (values: LeadValues) => {
  const { answers, fieldErrors } = check(values);
  assert.ok(answers, JSON.stringify(fieldErrors));
  return answers;
};
const refused = (name: FieldName, value: string) => {
  const { fieldErrors } = check({ [name]: value });
  assert.deepEqual(Object.keys(fieldErrors ?? {}), [name], `"${value}" must be refused`);
  return fieldErrors?.[name];
};

test('a form that is sent empty is told everything that is needed, in plain words', () => {
  assert.deepEqual(checkLead({}, today, textsIn('en')).fieldErrors, {
    first_name: 'Enter your first name',
    last_name: 'Enter your last name',
    email_1: textsIn('en').rules.contact,
  });
});

test('every fault is told at once, also when a date, a choice and the contact are wrong together', () => {
  const values = { first_name: 'Ana', last_name: '', phone_1_type: 'CELL', target_move_in_date: 'soon' };
  assert.deepEqual(Object.keys(checkLead(values, today, textsIn('en')).fieldErrors ?? {}).sort(), [
    'email_1',
    'last_name',
    'phone_1_type',
    'target_move_in_date',
  ]);
});

test('an e-mail or a phone is enough, and a blank one is none', () => {
  assert.ok(check({ phone_1: ' ' }).answers);
  assert.ok(check({ email_1: '', phone_1: '415-555-0100' }).answers);
  assert.equal(
    check({ email_1: ' ', phone_1: '', phone_2: '415-555-0100' }).fieldErrors?.email_1,
    textsIn('en').rules.contact,
  );
});

test('a contact that is mistyped is not also said to be missing', () => {
  assert.deepEqual(Object.keys(check({ email_1: '', phone_1: '555' }).fieldErrors ?? {}), ['phone_1']);
  assert.match(check({ email_1: 'ana@' }).fieldErrors?.email_1 ?? '', /^Enter an email address like/);
});

for (const [name, most] of [
  ['first_name', 100],
  ['last_name', 100],
  ['notes', 2_000],
  ['address_1', 200],
  ['address_2', 200],
  ['city', 100],
  ['state', 100],
  ['zip', 20],
] as const) {
  test(`${name} takes ${most} characters and not one more`, () => {
    assert.equal(accepted({ [name]: 'x'.repeat(most) })[name], 'x'.repeat(most));
    assert.match(
      refused(name, 'x'.repeat(most + 1)) ?? '',
      new RegExp(most.toLocaleString('en-US').replace(',', ',?')),
    );
    // What is cut away by cleaning does not count.
    assert.ok(accepted({ [name]: ` ${'x'.repeat(most)}\u0000 ` }));
  });
}

test('a message that is too long is told its length', () => {
  assert.equal(refused('notes', 'x'.repeat(2_345)), 'Your message has 2,345 characters; shorten it to 2,000');
});

test('names are whatever people are called', () => {
  const names = [
    'X',
    'José',
    'Jose\u0301',
    "D'Arcy",
    'O’Neil-Smith',
    'Nguyễn Thị Ánh',
    '李',
    'Владимир',
    'محمد',
    'नेहा',
  ];
  for (const name of [...names, 'می\u200cخواهم', 'Dr. Ana (Annie) Cruz, Jr.', '🎉', '👩\u200d👧', '3rd', '-'])
    assert.equal(accepted({ first_name: name }).first_name, name.normalize('NFC'));
});

test('a name that cannot be seen is none', () => {
  for (const name of ['', ' ', '\u00a0', '\u200b', '\u2060\u200d', '\u0000', '\u202e', '\ud800'])
    assert.equal(refused('last_name', name), 'Enter your last name');
});

test('text is cleaned: one Unicode form, one line, no controls, no bidi overrides, no half characters', () => {
  const answers = accepted({
    first_name: ' A\u0000n\u202ea\ud83d \n\t Lu\u0301 ',
    notes: '\ufeff One\r\n\r\nTwo\u0007\u2066! ',
  });
  assert.equal(answers.first_name, 'Ana Lú');
  assert.equal(answers.notes, 'One\n\nTwo!');
  assert.equal(accepted({ city: 'e\u0000\u0301' }).city, 'é');
});
