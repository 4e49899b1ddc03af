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

test('an e-mail has up to 254 characters', () => {
  const long = (length: number) => `a@${'b'.repeat(length - 6)}.com`;
  assert.equal(accepted({ email_1: long(254) }).email_1, long(254));
  assert.equal(refused('email_1', long(255)), 'Your email address can have at most 254 characters');
  assert.ok(accepted({ email_1: `${'a'.repeat(64)}@example.com` }));
  refused('email_1', `${'a'.repeat(65)}@example.com`);
});

test('e-mail addresses as people have them are accepted', () => {
  for (const email of [
    'ana@example.com',
    'ana+apartments@example.com',
    "miles.o'brien@example.org",
    'ana_cruz-99@mail.students.example.ac.uk',
    'a@b.co',
    'ana@example.photography',
    'josé@exämple.com',
    'ana@xn--exmple-cua.com',
    'ana@bücher.example',
    '1234567@qq.com',
    'ANA@EXAMPLE.COM',
  ])
    assert.equal(accepted({ email_1: ` ${email} ` }).email_1, email);
  assert.equal(accepted({ email_1: '\u200bana@example.com\u200e' }).email_1, 'ana@example.com');
});

test('what is no e-mail address is refused with an example of one', () => {
  for (const email of [
    'ana',
    'ana@',
    '@example.com',
    'ana@example',
    'ana@example.c',
    'ana@example..com',
    'ana@.example.com',
    'ana@example.com.',
    'ana@@example.com',
    'ana cruz@example.com',
    'Ana <ana@example.com>',
    'ana@example.com, bo@example.com',
  ])
    assert.equal(refused('email_1', email), 'Enter an email address like name@example.com');
});

test('a phone has 7 to 15 digits, not counting an extension', () => {
  for (const digits of [7, 15]) assert.ok(accepted({ phone_1: '5'.repeat(digits) }));
  for (const digits of [1, 6, 16]) {
    assert.equal(
      refused('phone_1', '5'.repeat(digits)),
      'Enter a phone number with 7 to 15 digits, like (415) 555-0100',
    );
  }
  refused('phone_1', '555010 ext 123');
  assert.ok(accepted({ phone_1: '555555555555555 x99999' }));
});

test('phone numbers as people write them are accepted as typed', () => {
  for (const phone of [
    '4155550100',
    '415.555.0100',
    '415 555 0100',
    '(415) 555-0100',
    '(415) 555–0100',
    '415‑555‑0100',
    '1-415-555-0100',
    '+1 (415) 555-0100 ext 12',
    '+1 (415) 555-0100 Ext. 12',
    '415-555-0100, ext. 12',
    '415-555-0100 extension 12',
    '415-555-0100 x12',
    '415-555-0100 #12',
    '415/555/0100',
    '555-0100',
    '+44 20 7946 0958',
    '+44 (0)20 7946 0958',
    '011 44 20 7946 0958',
    '+49 30 901820',
    '+52 1 55 1234 5678',
    '+91-98765-43210',
  ])
    assert.equal(accepted({ phone_1: phone, phone_2: phone }).phone_1, phone);
  // As copied from an address book of iOS.
  assert.equal(accepted({ phone_1: '\u202a+1 (415) 555‑0100\u202c' }).phone_1, '+1 (415) 555‑0100');
});

test('what is no phone number is refused', () => {
  for (const phone of [
    'call me',
    '1-800-FLOWERS',
    '415-555-0100 or 415-555-0101',
    'ext 4155550100',
    '+',
    '()()()()',
  ]) {
    refused('phone_1', phone);
    refused('phone_2', phone);
  }
});

test('a phone type is one of four words in any case', () => {
  for (const type of ['MOBILE', 'home', ' Work ', 'fax'])
    assert.equal(accepted({ phone_1_type: type }).phone_1_type, type.trim().toUpperCase());
  assert.equal(accepted({ phone_1_type: '' }).phone_1_type, undefined);
  assert.equal(refused('phone_1_type', 'CELL'), 'Choose mobile, home, work or fax');
});
