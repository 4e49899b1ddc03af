import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributionKeys } from '../attribution/read-attribution.ts';
import { mostQuestions } from '../property/question.ts';
import { wordingField } from './consent.ts';
import { largestBody, readFormData, readJsonFields } from './read-submission.ts';
import { fieldNames } from './schema.ts';

const manyFields = (count: number) =>
  Array.from({ length: count }, (_, index) => [`f${index}`, 'x'] as [string, string]);

test('the fields of a form are taken as text', () => {
  assert.deepEqual(readFormData(new URLSearchParams('first_name=Ana&notes=a%0Ab&empty=')), {
    sent: { first_name: 'Ana', notes: 'a\nb', empty: '' },
    tooLarge: false,
  });
});

test('of a field that comes several times the first value counts', () => {
  assert.deepEqual(readFormData(new URLSearchParams('a=1&a=2')).sent, { a: '1' });
});

test("files and React's own fields are no answers", () => {
  const form = new FormData();
  form.set('$ACTION_ID_1', 'x'.repeat(largestBody + 1));
  form.set('first_name', 'Ana');
  form.set('photo', new File(['bytes'], 'me.png'));
  assert.deepEqual(readFormData(form), { sent: { first_name: 'Ana' }, tooLarge: false });
});

test('the names of built-in properties are names like others', () => {
  const { sent } = readFormData(new URLSearchParams('constructor=x&__proto__=y&toString=z'));
  assert.equal(sent.constructor, 'x');
  assert.equal(sent.toString, 'z');
  assert.equal(Object.getPrototypeOf(sent), Object.prototype);
});

test('a form may have 50 fields and 64 KB, and not one more', () => {
  assert.equal(readFormData(new URLSearchParams(manyFields(50))).tooLarge, false);
  assert.equal(readFormData(new URLSearchParams(manyFields(51))).tooLarge, true);
  const notes = (bytes: number) =>
    readFormData(new URLSearchParams({ notes: 'é'.repeat(bytes / 2) })).tooLarge;
  assert.equal(notes(largestBody - 'notes'.length - 1), false);
  assert.equal(notes(largestBody - 'notes'.length + 1), true);
});

test('the longest form there can be, opened by a link with every click id, leaves room for more', () => {
  const questions = Array.from({ length: mostQuestions }, (_, index) => `question_q${index}`);
  const names = [...fieldNames, ...questions, 'submission_id', 'lang', wordingField];
  const others = Array.from({ length: 15 }, (_, index) => `other_${index}`);
  const sent = Object.fromEntries([...names, ...others, ...attributionKeys].map((name) => [name, 'x']));
  assert.equal(readFormData(new URLSearchParams(sent)).tooLarge, false);
  assert.deepEqual(readJsonFields(sent), { sent, tooLarge: false });
});

test('fields that come twice and files count as fields', () => {
  assert.equal(
    readFormData(new URLSearchParams(manyFields(51).map(([, value]) => ['same', value]))).tooLarge,
    true,
  );
});

test('numbers and yes and no of JSON are taken as their text, null as absent', () => {
  assert.deepEqual(
    readJsonFields({ first_name: 'Ana', desired_max_rent: 1800.5, sms_consent: true, unit_id: null }),
    {
      sent: { first_name: 'Ana', desired_max_rent: '1800.5', sms_consent: 'true' },
      tooLarge: false,
    },
  );
});

test('lists and objects in JSON are named', () => {
  assert.deepEqual(readJsonFields({ first_name: 'Ana', notes: ['a'], email_1: { $gt: '' } }), {
    badFields: ['notes', 'email_1'],
  });
});

test('JSON that is no object has no fields', () => {
  for (const body of [null, [], 'text', 5, true, undefined])
    assert.deepEqual(readJsonFields(body), { badFields: [] });
});

test('JSON may have 50 fields, and not one more', () => {
  const tooLarge = (count: number) => {
    const read = readJsonFields(Object.fromEntries(manyFields(count)));
    return read.sent && read.tooLarge;
  };
  assert.equal(tooLarge(50), false);
  assert.equal(tooLarge(51), true);
});
