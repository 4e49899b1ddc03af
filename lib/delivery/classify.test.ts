import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../propexo/exchange.ts';
import { classify, type SendOutcome } from './classify.ts';

const answer = (status: number, body: unknown = {}, bodyComplete = true): Exchange => ({
  kind: 'answer',
  status,
  headers: {},
  body: typeof body === 'string' ? body : JSON.stringify(body),
  bodyComplete,
});
const broken = (kind: 'no_connection' | 'no_answer', reason: string): Exchange => ({
  kind,
  reason,
  cause: new Error(reason),
});
const job = { meta: { job_id: 'job-1' }, result: {} };

const rows: [happened: string, Exchange, SendOutcome['class'], reason?: string][] = [
  ['connection refused', broken('no_connection', 'ECONNREFUSED'), 'not_sent', 'connection_failed'],
  ['name not found', broken('no_connection', 'ENOTFOUND'), 'not_sent', 'connection_failed'],
  ['TLS failure', broken('no_connection', 'CERT_HAS_EXPIRED'), 'not_sent', 'connection_failed'],
  ['connect time-out', broken('no_connection', 'CONNECT_TIMEOUT'), 'not_sent', 'connection_failed'],
  ['429', answer(429), 'integration_refused', 'rate_limited'],
  ['401', answer(401), 'integration_refused', 'credentials'],
  ['403', answer(403), 'integration_refused', 'credentials'],
  ['404', answer(404), 'integration_refused', 'configuration'],
  ['405', answer(405), 'integration_refused', 'configuration'],
  ['400', answer(400), 'refused', 'refused'],
  ['413', answer(413), 'refused', 'refused'],
  ['415', answer(415), 'refused', 'refused'],
  ['422', answer(422), 'refused', 'refused'],
  ['503', answer(503), 'probably_not_applied'],
  ['200 with meta.job_id', answer(200, job), 'accepted'],
  ['201 with job_id', answer(201, { job_id: 'job-1' }), 'accepted'],
  ['time-out after connect', broken('no_answer', 'TIMEOUT'), 'ambiguous', 'no_answer'],
  ['reset', broken('no_answer', 'ECONNRESET'), 'ambiguous', 'no_answer'],
  ['EPIPE', broken('no_answer', 'EPIPE'), 'ambiguous', 'no_answer'],
  ['408', answer(408), 'ambiguous', 'unexpected_status'],
  ['409', answer(409), 'ambiguous', 'unexpected_status'],
  ['301', answer(301), 'ambiguous', 'redirected'],
  ['307', answer(307), 'ambiguous', 'redirected'],
  ['500', answer(500), 'ambiguous', 'server_error'],
  ['502', answer(502), 'ambiguous', 'server_error'],
  ['504', answer(504), 'ambiguous', 'server_error'],
  ['200 without a job id', answer(200, { meta: {} }), 'ambiguous', 'no_job_id'],
  ['200 with an empty job id', answer(200, { meta: { job_id: '' } }), 'ambiguous', 'no_job_id'],
  ['200 empty', answer(200, ''), 'ambiguous', 'no_job_id'],
  ['200 HTML', answer(200, '<html>'), 'ambiguous', 'no_job_id'],
  ['200 truncated JSON', answer(200, '{"meta":{"job_'), 'ambiguous', 'no_job_id'],
  ['200 with a body that broke off', answer(200, job, false), 'ambiguous', 'answer_cut'],
];

for (const [happened, result, expected, reason] of rows) {
  test(`${happened} is ${expected}`, () => {
    const outcome = classify(result);
    assert.equal(outcome.class, expected);
    assert.equal('reason' in outcome ? outcome.reason : undefined, reason);
  });
}

const retryRows: typeof rows = [
  ['200 with success and a job id', answer(200, { success: true, job_id: 'job-2' }), 'accepted'],
  ['200 without success', answer(200, { success: false, job_id: '' }), 'refused', 'retry_refused'],
  [
    '200 without success that names a job',
    answer(200, { success: false, job_id: 'job-1' }),
    'refused',
    'retry_refused',
  ],
  ['200 without a job id', answer(200, { success: true }), 'ambiguous', 'no_job_id'],
  ['400 for a job that has not failed', answer(400), 'refused', 'retry_refused'],
  ['404 for a job that Propexo does not know', answer(404), 'refused', 'retry_refused'],
  ['405', answer(405), 'refused', 'retry_refused'],
  ['401', answer(401), 'integration_refused', 'credentials'],
  ['429', answer(429), 'integration_refused', 'rate_limited'],
  ['500', answer(500), 'ambiguous', 'server_error'],
  ['503', answer(503), 'probably_not_applied'],
  ['time-out after connect', broken('no_answer', 'TIMEOUT'), 'ambiguous', 'no_answer'],
  ['connection refused', broken('no_connection', 'ECONNREFUSED'), 'not_sent', 'connection_failed'],
];

for (const [happened, result, expected, reason] of retryRows) {
  test(`asking to repeat a job: ${happened} is ${expected}`, () => {
    const outcome = classify(result, true);
    assert.equal(outcome.class, expected);
    assert.equal('reason' in outcome ? outcome.reason : undefined, reason);
  });
}

test('an accepted send carries its job', () => {
  assert.deepEqual(classify(answer(200, job)), { class: 'accepted', jobId: 'job-1', status: 200 });
});

test('a refusal names the field that Propexo names', () => {
  const body = {
    error: {
      code: 'invalid_request',
      message: 'Invalid',
      details: {
        details: { issues: [{ code: 'invalid_value', path: ['phone_1_type'], message: 'Invalid option' }] },
      },
    },
  };
  assert.deepEqual(classify(answer(400, body)), {
    class: 'refused',
    reason: 'refused',
    status: 400,
    detail: 'phone_1_type: Invalid option',
  });
});
