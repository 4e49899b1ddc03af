import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textsIn } from '../language/languages.ts';
import { type LeadValues, leadSchema } from '../lead/schema.ts';
import { nothingBefore } from './recent.ts';
import { type Recent, signalsAmong, signalsOf } from './signals.ts';
import { trapField } from './spam-fields.ts';

const second = 1_000;
const schema = leadSchema({ today: '2026-03-02', texts: textsIn('en') });
const answersOf = (values: LeadValues) =>
  schema.parse({ first_name: 'Ana', last_name: 'Cruz', email_1: 'ana@example.com', ...values });

/** The signs of a submit, "name weight". */
function signs(
  values: Record<string, string>,
  sinceRendering: number | undefined = 20 * second,
  timeScale = 1,
) {
  const { [trapField]: _, sms_consent, ...typed } = values;
  return signalsOf({ sent: values, answers: answersOf(typed), sinceRendering, timeScale }).map(
    ({ name, weight }) => `${name} ${weight}`,
  );
}

function signsAmong(recent: Partial<Recent>, notes = '', isOurForm = true) {
  return signalsAmong({ ...nothingBefore, ...recent }, answersOf({ notes }), isOurForm).map(
    ({ name, weight }) => `${name} ${weight}`,
  );
}

test('an unseen box that is filled in', () => {
  assert.deepEqual(signs({ [trapField]: 'x' }), ['trap_filled 60']);
  assert.deepEqual(signs({ [trapField]: ' ' }), []);
});

test('two seconds are enough for a person, one is not; an unknown time says nothing', () => {
  assert.deepEqual(signs({}, 999), ['too_fast 25']);
  assert.deepEqual(signs({}, 1_799), ['quick 10']);
  assert.deepEqual(signs({}, 1_800), []);
  assert.deepEqual(signs({}, 999, 0.1), []);
  assert.deepEqual(
    signalsOf({ sent: {}, answers: answersOf({}), sinceRendering: undefined, timeScale: 1 }),
    [],
  );
});

test('links and code where nobody types them', () => {
  assert.deepEqual(signs({ first_name: 'Win www.example.com' }), ['name_with_link 60']);
  assert.deepEqual(signs({ last_name: '<b>Cruz</b>' }), ['name_with_link 60']);
  assert.deepEqual(signs({ last_name: 'hGtRwQpLm' }), ['random_name 5']);
  assert.deepEqual(signs({ city: 'http://x.example' }), ['line_with_link 30']);
  assert.deepEqual(signs({ notes: 'This one: https://a.example' }), []);
  assert.deepEqual(signs({ notes: 'https://a.example https://b.example' }), ['links 10']);
  assert.deepEqual(signs({ notes: 'https://a.example https://b.example c.com' }), ['links 30']);
  assert.deepEqual(signs({ notes: '[b]hello[/b]' }), ['markup 50']);
  const custom = ['https://a.example', '<b>c.com</b> https://b.example'].map((answer) => ({
    id: 'pets',
    answer,
  }));
  const answers = { ...answersOf({ notes: 'https://c.example' }), custom };
  assert.deepEqual(
    signalsOf({ sent: {}, answers, sinceRendering: undefined, timeScale: 1 }).map(({ name }) => name),
    ['links', 'markup'],
  );
});

test('an answer that our form does not offer, on our form', () => {
  assert.deepEqual(signs({ sms_consent: 'on' }), ['foreign_choice 10']);
  assert.deepEqual(signs({ sms_consent: 'yes', move_in_not_sure: '' }), []);
});

test('the same message of several people: an advertisement weighs, a text that a link fills in asks', () => {
  const advert = 'Write to loans@example.com today';
  assert.deepEqual(signsAmong({ sameMessage: 2 }, advert), []);
  assert.deepEqual(signsAmong({ sameMessage: 3 }, advert), ['repeated_message 40']);
  assert.deepEqual(signsAmong({ sameMessage: 10 }, advert), ['repeated_message 60']);
  assert.deepEqual(signsAmong({ sameMessage: 50 }, 'I would like to schedule a tour'), [
    'repeated_message 20',
  ]);
});

test('many of one network: an office, a website’s server, a rush, a flood', () => {
  assert.deepEqual(signsAmong({ hour: 24, tenMinutes: 19 }), []);
  assert.deepEqual(signsAmong({ hour: 25, tenMinutes: 1 }), ['busy_network 10']);
  assert.deepEqual(signsAmong({ hour: 40, tenMinutes: 19 }), ['busy_network 20']);
  assert.deepEqual(signsAmong({ hour: 20, tenMinutes: 20 }), ['rushing_network 30']);
  assert.deepEqual(signsAmong({ hour: 20, tenMinutes: 20 }, '', false), ['rushing_network 20']);
  assert.deepEqual(signsAmong({ hour: 60, tenMinutes: 60 }), ['flooding_network 60']);
});

test('one form sent again and again: a tablet in the lobby, or from everywhere', () => {
  assert.deepEqual(signsAmong({ sameForm: 9, sameFormNetworks: 2 }), []);
  assert.deepEqual(signsAmong({ sameForm: 10 }), ['worn_form 10']);
  assert.deepEqual(signsAmong({ sameForm: 30 }), ['worn_form 20']);
  assert.deepEqual(signsAmong({ sameForm: 3, sameFormNetworks: 3 }), ['shared_form 30']);
});
