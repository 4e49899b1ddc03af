import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readWebhookMessage } from './webhook-message.ts';

const json = JSON.stringify;

const failure = {
  event: 'WRITE_OPERATION_FAILURE',
  integration_id: 'int-1',
  vendor: 'RESMAN',
  root_job_id: 'job-1',
  write_status: 'FAILURE',
  errors: ['no'],
};
const lead = {
  job_id: 'read-2',
  root_job_id: 'read-1',
  integration_id: 'int-1',
  job_type: 'READ',
  vendor: 'RESMAN',
  event: 'DATA_NEW',
  record_id: 'lead-1',
  object: 'leads',
  payload: { id: 'lead-1', notes: 'Ref GC-7Q4K-9M8D\nHello' },
  context: {},
};

test('a failed write is read from both envelopes', () => {
  const expected = {
    kind: 'write_failed',
    trigger: 'WRITE_OPERATION_FAILURE',
    integrationId: 'int-1',
    jobId: 'job-1',
    recordId: undefined,
    notes: [],
  };
  assert.deepEqual(
    readWebhookMessage(json({ trigger: 'WRITE_OPERATION_FAILURE', data: failure, meta: null })),
    expected,
  );
  assert.deepEqual(readWebhookMessage(json(failure)), expected);
  const { event: _, ...nameless } = failure;
  assert.deepEqual(readWebhookMessage(json({ ...nameless, write_status: 'PARTIAL_SUCCESS' })), expected);
  const { root_job_id: job_id, ...rest } = failure;
  assert.deepEqual(readWebhookMessage(json({ ...rest, job_id })), expected);
});

test('a record is read from both envelopes, new or changed', () => {
  const expected = {
    kind: 'lead_seen',
    trigger: 'DATA_NEW',
    integrationId: 'int-1',
    jobId: 'read-1',
    recordId: 'lead-1',
    notes: ['Ref GC-7Q4K-9M8D\nHello'],
  };
  assert.deepEqual(readWebhookMessage(json({ trigger: 'DATA_NEW', data: lead })), expected);
  assert.deepEqual(readWebhookMessage(json(lead)), expected);
  const asText = { ...lead, record_id: null, payload: json(lead.payload) };
  assert.deepEqual(readWebhookMessage(json({ trigger: 'DATA_NEW', data: asText })), expected);
  const { payload, object: _, ...rest } = lead;
  const changed = {
    trigger: 'DATA_UPDATE',
    data: { ...rest, event: 'DATA_UPDATE', diff: { new: payload, previous: { notes: 'Ref GC-OLD' } } },
    meta: { object: 'leads', integration_id: 'int-1' },
  };
  assert.deepEqual(readWebhookMessage(json(changed)), { ...expected, trigger: 'DATA_UPDATE' });
});

test('records of another kind, and messages of other triggers, are none of ours', () => {
  const others = [
    { ...lead, object: 'lead-events' },
    { ...lead, object: undefined },
    { ...failure, event: 'JOB_FAILURE', write_status: undefined },
    { hello: 1 },
  ];
  for (const other of others) assert.equal(readWebhookMessage(json(other))?.kind, 'other');
});

test('an id that cannot be one is read as absent, and the rest is still read', () => {
  for (const root_job_id of ['', 'a\0b', 'ä', 'x'.repeat(201), 7, null, {}]) {
    const message = readWebhookMessage(json({ ...failure, root_job_id }));
    assert.equal(message?.jobId, undefined);
    assert.equal(message?.integrationId, 'int-1');
  }
});

test('no text makes the reader throw', () => {
  for (const text of ['', '{', '<html>', 'null', '[]', '"x"', '7'])
    assert.equal(readWebhookMessage(text), undefined, text);
  const names = [...Object.keys(failure), ...Object.keys(lead), 'trigger', 'data', 'meta', 'diff', 'new'];
  const around = (value: fc.Arbitrary<unknown>) => fc.dictionary(fc.constantFrom(...names), value);
  const value = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constant('FAILURE'), fc.constant('DATA_NEW'));
  const anyMessage = around(fc.oneof(value, around(fc.oneof(value, around(fc.oneof(value, around(value)))))));
  fc.assert(fc.property(anyMessage, (message) => void readWebhookMessage(json(message))));
  fc.assert(fc.property(fc.string(), (text) => void readWebhookMessage(text)));
});
