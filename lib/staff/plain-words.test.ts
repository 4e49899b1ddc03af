import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliveryStates } from '../delivery/states.ts';
import { ago, duration } from './ago.ts';
import { saidAbout, wordsFor } from './plain-words.ts';
import { refusedFields } from './refusal-advice.ts';

const reasons = {
  queued:
    'connection_failed aborted_before_send rate_limited credentials configuration unavailable unreadable sent_again_by_staff',
  failed: 'refused gave_up partial refused_by_resman retry_refused',
  unknown:
    'no_answer server_error redirected no_job_id answer_cut unexpected_status process_died unavailable absence_not_proven',
  delivered: 'found_by_reference id_unconfirmed found_by_staff',
};

test('every reason has words of its own', () => {
  for (const [state, names] of Object.entries(reasons)) {
    const said = names
      .split(' ')
      .map((reason) => wordsFor({ state: state as 'queued', reason, detail: null, record_id: null }).what);
    const plain = wordsFor({ state: state as 'queued', reason: null, detail: null, record_id: null }).what;
    assert.equal(new Set([...said, plain]).size, said.length + 1, state);
  }
  for (const state of deliveryStates)
    assert.ok(wordsFor({ state, reason: 'one of tomorrow', detail: null, record_id: null }).label);
});

test('a refusal says what to do about it', () => {
  const next = (reason: string, detail: string) =>
    wordsFor({ state: 'failed', reason, detail, record_id: null }).next ?? '';
  assert.match(next('refused', 'phone_1: Invalid'), /Correct what it names/);
  assert.match(next('refused', 'employee_id: not found'), /“employee_id” is set in the properties file/);
  assert.match(next('refused_by_resman', 'Transaction Source could not be found'), /lead source/);
  assert.match(next('refused_by_resman', 'Request timed out'), /look there first/);
});

test('the fields that a refusal names', () => {
  assert.deepEqual(
    refusedFields('phone_1_type: Invalid option; body.desired_max_rent_in_cents: Too big: now'),
    {
      phone_1_type: 'Invalid option',
      desired_max_rent: 'Too big: now',
    },
  );
  assert.deepEqual(refusedFields('employee_id: not found; Propexo answered 400; __proto__: x'), {});
});

test('how long something took, as people say it', () => {
  assert.deepEqual([59_999, 60_000, 7_200_000, 86_400_000].map(duration), [
    'less than a minute',
    '1 minute',
    '2 hours',
    '1 day',
  ]);
  assert.equal(ago(1_000_000, 1_030_000), 'a moment ago');
  assert.equal(ago(1_000_000, 1_180_000), '3 minutes ago');
});

test('a refusal names the fields as staff see them', () => {
  const said = (detail: string | null, state: 'failed' | 'delivered' = 'failed') =>
    saidAbout({ state, detail });
  assert.equal(said('phone_1: Invalid; email_1: Taken'), 'Phone: Invalid; Email: Taken');
  assert.equal(said('lead_source_id: Unknown'), 'lead_source_id: Unknown');
  assert.equal(said('phone_1: Invalid', 'delivered'), undefined, 'what was refused once is history');
  assert.equal(said(null), undefined);
});
