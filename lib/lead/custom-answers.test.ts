import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textsIn } from '../language/languages.ts';
import { askedQuestions } from '../property/asked-questions.ts';
import { fieldsSchema } from '../property/fields.ts';
import {
  type AskedQuestion,
  checkCustomAnswers,
  type QuestionName,
  valuesOfCustom,
} from './custom-answers.ts';
import { checkLead, pickValues } from './form-state.ts';

const fields = fieldsSchema.parse([
  {
    question: 'parking',
    label: { en: 'Where would you like to park?', es: '¿Dónde quiere estacionar?' },
    type: 'choice',
    choices: [{ en: 'Garage', es: 'Cochera' }, 'Carport'],
  },
  { group: 'more', title: 'More', fields: [{ question: 'employer', label: 'Employer', type: 'text' }] },
  { question: 'tour', label: 'Would you like a tour?', type: 'yes_no' },
  { question: 'pets', label: 'Tell us about your pets', type: 'long_text' },
]);

function check(values: Partial<Record<QuestionName, string>>, language = 'en') {
  return checkCustomAnswers(values, askedQuestions(fields, language), textsIn(language));
}
const answersTo = (values: Partial<Record<QuestionName, string>>, language?: string) =>
  check(values, language).custom.map(({ id, answer }) => [id, answer]);

test('answers are kept in the order of the questions, in the words of the leasing team', () => {
  const sent = {
    question_pets: 'One cat,\r\ntwo fish',
    question_tour: 'Yes',
    question_parking: 'Garage',
    question_employer: '  ACME \u202e Inc. ',
  } as const;
  const { custom, fieldErrors } = check(sent, 'es');
  assert.deepEqual(fieldErrors, {});
  assert.deepEqual(custom, [
    { id: 'parking', question: 'Where would you like to park?', answer: 'Garage' },
    { id: 'employer', question: 'Employer', answer: 'ACME Inc.' },
    { id: 'tour', question: 'Would you like a tour?', answer: 'Yes' },
    { id: 'pets', question: 'Tell us about your pets', answer: 'One cat,\ntwo fish' },
  ]);
});

test('none has to be answered', () => {
  assert.deepEqual(check({}), { custom: [], fieldErrors: {} });
  assert.deepEqual(
    check({ question_parking: '', question_employer: ' ', question_tour: '', question_pets: '\n' }),
    {
      custom: [],
      fieldErrors: {},
    },
  );
});

test('a choice is one that is offered, in the words of either language', () => {
  assert.deepEqual(answersTo({ question_parking: 'cochera' }, 'es'), [['parking', 'Garage']]);
  assert.deepEqual(answersTo({ question_parking: ' garage ' }, 'es'), [['parking', 'Garage']]);
  assert.deepEqual(answersTo({ question_tour: 'sí' }, 'es'), [['tour', 'Yes']]);
  assert.deepEqual(answersTo({ question_tour: 'true' }), [['tour', 'Yes']]);
  assert.deepEqual(answersTo({ question_tour: 'false' }), [['tour', 'No']]);
  assert.deepEqual(check({ question_parking: 'Helipad', question_tour: 'perhaps' }), {
    custom: [],
    fieldErrors: { question_parking: 'Choose one from the list', question_tour: 'Answer yes or no' },
  });
});

test('what a choice sends comes before what another choice is called in the reader’s language', () => {
  const question: AskedQuestion = {
    name: 'question_q',
    type: 'choice',
    choices: [
      ['None', 'No'],
      ['No', 'Nunca'],
    ],
  };
  const answer = (typed: string) =>
    checkCustomAnswers({ question_q: typed }, [question], textsIn('es')).custom.map((said) => said.answer);
  assert.deepEqual(answer('No'), ['No']);
  assert.deepEqual(answer('Nunca'), ['No']);
  assert.deepEqual(answer('none'), ['None']);
});

test('text has a limit', () => {
  const longest = { question_employer: 'x'.repeat(200), question_pets: 'x'.repeat(1_000) };
  assert.deepEqual(check(longest).fieldErrors, {});
  for (const more of [1, 60_000])
    assert.deepEqual(
      check({ question_employer: 'x'.repeat(200 + more), question_pets: 'x'.repeat(1_000 + more) })
        .fieldErrors,
      {
        question_employer: 'Your answer can have at most 200 characters',
        question_pets: 'Your answer can have at most 1,000 characters',
      },
    );
});

test('the answer to a question that is asked no longer is kept, cut to what is sane', () => {
  const { custom, fieldErrors } = check({ question_view: ' The park\0 ', question_old: 'x'.repeat(5_000) });
  assert.deepEqual(fieldErrors, {});
  assert.deepEqual(custom, [
    { id: 'view', answer: 'The park' },
    { id: 'old', answer: 'x'.repeat(1_000) },
  ]);
  const many = Array.from({ length: 30 }, (_, index) => [`question_q${index}`, 'a']);
  assert.equal(check(Object.fromEntries(many)).custom.length, 10);
});

test('only the names of questions are theirs', () => {
  assert.deepEqual(
    pickValues({
      question_parking: 'a',
      question_: 'b',
      question_Parking: 'c',
      'question_x y': 'd',
      other: 'e',
    }),
    { question_parking: 'a' },
  );
});

test('kept answers fill a form that gives them again', () => {
  const { custom } = check({ question_parking: 'Garage', question_tour: 'No', question_view: 'Park' });
  assert.deepEqual(check(valuesOfCustom(custom)).custom, custom);
});

test('a lead says what is wrong with every field and question at once, and has no trace of what was not asked', () => {
  const questions = askedQuestions(fields, 'en');
  const contact = { first_name: 'Ana', last_name: 'Cruz', email_1: 'ana@example.com' };
  assert.deepEqual(
    checkLead({ ...contact, email_1: 'x', question_tour: '?' }, '2026-03-02', textsIn('en'), questions)
      .fieldErrors,
    { email_1: 'Enter an email address like name@example.com', question_tour: 'Answer yes or no' },
  );
  const { answers } = checkLead(contact, '2026-03-02', textsIn('en'), questions);
  assert.ok(answers && !('custom' in answers));
});
