import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultFields, fieldsSchema, optionalFields } from './fields.ts';

/** Each fault with its place. */
function faults(...fields: unknown[]): string[] {
  const { error } = fieldsSchema.safeParse(fields);
  return error?.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(' ')) ?? [];
}

const parking = {
  question: 'parking',
  label: { en: 'Where would you like to park?', es: '¿Dónde quiere estacionar?' },
  type: 'choice',
  choices: ['Garage', { en: 'Outside', es: 'Afuera' }],
};

test('a list of names means these questions in this order, as ever', () => {
  const names = ['notes', 'phone_1', 'desired_num_bedrooms'];
  assert.deepEqual(fieldsSchema.parse(names), names);
  assert.deepEqual(fieldsSchema.parse([...optionalFields]), [...optionalFields]);
  assert.deepEqual(fieldsSchema.parse([]), []);
});

test('without a list there is a short set, whose rules hold for it too', () => {
  assert.deepEqual(fieldsSchema.parse(undefined), defaultFields);
  assert.deepEqual(fieldsSchema.parse([...defaultFields]), defaultFields);
});

test('questions with other words, questions of the property’s own and groups are kept as they are written', () => {
  const fields = [
    { field: 'first_name', label: 'Given name' },
    { field: 'notes', label: { en: 'Anything else?', es: '¿Algo más?' }, hint: 'Pets, parking, dates…' },
    parking,
    { question: 'tour', label: 'Would you like a tour?', type: 'yes_no' },
    { group: 'home' },
    { group: 'address', title: 'Where do you live now?' },
    { group: 'extras', title: 'Extras', fields: ['phone_2', { field: 'unit_id', hint: 'If you know it' }] },
  ];
  assert.deepEqual(fieldsSchema.parse(fields), fields);
});

test('every fault is named with its place and what was meant there', () => {
  const names = optionalFields.join(', ');
  assert.deepEqual(
    faults(
      'pets',
      7,
      ['notes'],
      {},
      { field: 'pets', colour: 'red' },
      { field: 'notes', label: '', hint: 'x'.repeat(201) },
      { field: 'sms_consent', label: 'Text me' },
      { question: 'Parking!', type: 'radio' },
      { group: 'home', fields: [] },
      { group: 'extras' },
      { group: 'more', title: 'More', fields: ['pets', { group: 'home' }, { field: 'email_1' }] },
    ),
    [
      `0 must be one of ${names}`,
      '1 must be the name of a field, or an object with "field", "question" or "group"',
      '2 must be the name of a field, or an object with "field", "question" or "group"',
      '3 must be the name of a field, or an object with "field", "question" or "group"',
      `4.field must be one of ${names}`,
      '4 has settings that do not exist: colour',
      '5.label is empty',
      '5.hint can have at most 200 characters',
      '6 can have no label or hint: the words of a consent are set apart',
      '7.question must be a short name of lower-case letters, digits and _, such as "parking"',
      '7.label must be a text of at most 120 characters, or one for each language, like { "en": "…", "es": "…" }',
      '7.type must be one of text, long_text, choice, yes_no',
      '8.fields must name at least one field',
      '9.title is missing',
      '9.fields is missing',
      `10.fields.0 must be one of ${names}`,
      '10.fields.1 must be the name of a field, or an object with "field" or "question"',
    ],
  );
  assert.deepEqual(faults({ group: 'more', title: 'More', fields: [{ field: 'email_1' }] }), [
    '0.fields.0 email_1 is asked before any group',
  ]);
});

test('choices are told apart in every language, whatever their case', () => {
  const fault = (choices: unknown[]) => faults({ ...parking, choices });
  assert.deepEqual(fault(['A', 'a']), ['0.choices.1 "a" is offered already']);
  assert.deepEqual(
    fault([
      { en: 'None', es: 'Uno' },
      { en: 'One', es: 'Uno' },
    ]),
    ['0.choices.1 "Uno" is offered already'],
  );
});

test('choices belong to a choice, and each is another one', () => {
  const fault = (change: object) => faults({ ...parking, ...change });
  assert.deepEqual(fault({ choices: undefined }), ['0.choices is missing']);
  assert.deepEqual(fault({ choices: ['Garage'] }), ['0.choices must have at least two entries']);
  assert.deepEqual(fault({ type: 'yes_no' }), ['0.choices belongs to a question of the type choice only']);
  assert.deepEqual(fault({ choices: ['Garage', 'Outside', { en: 'Garage', es: 'Cochera' }] }), [
    '0.choices.2 "Garage" is offered already',
  ]);
});

test('nothing is asked twice, in a group or outside', () => {
  const group = (name: string, ...fields: unknown[]) => ({ group: name, title: name, fields });
  assert.deepEqual(
    faults('notes', { field: 'notes' }, parking, group('a', 'zip', 'notes', parking), group('a', 'zip')),
    [
      '1 names the field "notes" twice',
      '3.fields.1 names the field "notes" twice',
      '3.fields.2 names the question "parking" twice',
      '4 names the group "a" twice',
      '4.fields.0 names the field "zip" twice',
    ],
  );
});

test('a property can ask ten questions of its own, in all its groups', () => {
  const questions = Array.from({ length: 11 }, (_, index) => ({
    question: `q${index}`,
    label: 'Would you like a tour?',
    type: 'yes_no',
  }));
  assert.deepEqual(faults(...questions.slice(1)), []);
  assert.deepEqual(
    faults(...questions.slice(0, 9), { group: 'more', title: 'More', fields: questions.slice(9) }),
    ['can have at most 10 questions of its own'],
  );
});

test('a question that fair-housing rules forbid is refused wherever it is written, with what to do instead', () => {
  const question = { question: 'a', label: 'A', type: 'text' };
  for (const [entry, place] of [
    [{ ...question, label: 'Do you have children?' }, '0.label'],
    [{ ...question, label: { en: 'Who will live here?', es: '¿Tiene hijos?' } }, '0.label.es'],
    [{ ...question, hint: 'Kids too' }, '0.hint'],
    [{ ...parking, choices: ['Alone', { en: 'With kids', es: 'Con otros' }] }, '0.choices.1.en'],
    [{ ...question, question: 'your_children' }, '0.question'],
    [{ field: 'notes', label: 'Your children’s names' }, '0.label'],
    [{ field: 'first_name', hint: 'Of you, not of your kids' }, '0.hint'],
    [{ group: 'home', title: 'Your kids and you' }, '0.title'],
    [{ group: 'x', title: 'More', fields: [{ ...question, label: 'Any baby?' }] }, '0.fields.0.label'],
  ] as const) {
    const [fault = '', ...others] = faults(entry);
    assert.deepEqual(others, [], JSON.stringify(entry));
    assert.equal(fault.split(' ')[0], place);
    assert.match(
      fault,
      /asks about children or family \("[^"]+"\)\. .+ Ask "How many people will live here\?"/,
    );
  }
  assert.equal(
    faults({ ...question, label: 'Do you have children?' })[0],
    '0.label asks about children or family ("children"). The US Fair Housing Act protects it (familial status). Ask "How many people will live here?" If something else is meant, say it in other words.',
  );
});

test('a review lets pass what is lawful in some places, and nothing else', () => {
  const fair_housing_reviewed = 'Dana Whitfield, March 2, 2026';
  const voucher = { question: 'voucher', label: 'Will you use a voucher?', type: 'yes_no' };
  assert.match(
    faults(voucher).join('\n'),
    /^0\.question asks about .+\n0\.label asks about where income comes from \("voucher"\)\. .+ add "fair_housing_reviewed": "name, date" beside it\.$/,
  );
  assert.deepEqual(faults({ ...voucher, fair_housing_reviewed }), []);
  const children = { question: 'a', label: 'Do you have children?', type: 'yes_no', fair_housing_reviewed };
  assert.match(faults(children).join('\n'), /^0\.label asks about children/);
  for (const nobody of ['yes', 'Dana Whitfield', '2026-03-02', true])
    assert.match(
      faults({ ...voucher, fair_housing_reviewed: nobody }).join('\n'),
      /fair_housing_reviewed must be /,
    );
});
