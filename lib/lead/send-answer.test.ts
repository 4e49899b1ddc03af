import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pauseBeforeNextTry, readAnswer, type SendAnswer } from './send-answer.ts';

const cases: [what: string, answer: Parameters<typeof readAnswer>, meaning: SendAnswer][] = [
  ['our receipt', [201, { receipt: 'abc', status_url: 'x' }], { receipt: 'abc' }],
  ['a receipt with a status that is not ours', [200, { receipt: 'abc' }], { trouble: 'unavailable' }],
  [
    'what is wrong with a field',
    [422, { field_errors: { email_1: 'Enter it' }, form_errors: [] }],
    { fieldErrors: { email_1: 'Enter it' }, formErrors: [] },
  ],
  [
    'our own 503: nothing was stored',
    [503, { field_errors: {}, form_errors: ['We could not save this'] }],
    { fieldErrors: {}, formErrors: ['We could not save this'] },
  ],
  [
    'work that is asked for first',
    [422, { form_errors: ['not yet'], challenge: { a: 1 } }],
    { fieldErrors: {}, formErrors: ['not yet'], challenge: { a: 1 } as never },
  ],
  ['a body that is no object', [502, 'no'], { trouble: 'unavailable' }],
  ['a proxy’s 502 page', [502, undefined], { trouble: 'unavailable' }],
  ['a proxy’s 503 in JSON', [503, { error: 'upstream connect error' }], { trouble: 'unavailable' }],
  ['a proxy’s 504 page', [504, undefined], { trouble: 'unavailable' }],
  ['a proxy’s limit', [429, undefined, '30'], { trouble: 'busy', askedPauseMs: 30_000 }],
  ['a proxy’s limit for a day', [429, undefined, '86400'], { trouble: 'busy', askedPauseMs: 300_000 }],
  ['a proxy’s limit until a date', [429, undefined, 'Wed, 21 Oct 2026 07:28:00 GMT'], { trouble: 'busy' }],
  ['a proxy’s limit of size', [413, undefined], { refusal: 'tooLong' }],
  ['a firewall’s page', [403, undefined], { refusal: 'notSent' }],
  ['the sign-in page of a café’s network', [200, undefined], { trouble: 'unavailable' }],
  [
    'errors in a form that is not ours',
    [400, { field_errors: [], form_errors: 'no' }],
    { refusal: 'notSent' },
  ],
];
for (const [what, answer, meaning] of cases) {
  test(`${what} means ${JSON.stringify(meaning)}`, () => assert.deepEqual(readAnswer(...answer), meaning));
}

test('the next try comes later each time, never later than a minute and a quarter, and not for all at once', () => {
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6, 7, 1_000].map((tries) => pauseBeforeNextTry(tries, 0)),
    [2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 60_000, 60_000],
  );
  assert.equal(pauseBeforeNextTry(6, 1), 75_000);
  assert.equal(pauseBeforeNextTry(1, 0, 30_000), 30_000);
});
