import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJobId, readLeads, readRefusal, readWriteLog, readWriteStatus } from './answers.ts';

const json = JSON.stringify;

test('a job id is read from both shapes of a create', () => {
  assert.equal(readJobId(json({ meta: { job_id: 'job-1' }, result: { first_name: 'Ana' } })), 'job-1');
  assert.equal(readJobId(json({ job_id: 'job-1', data: {} })), 'job-1');
  assert.equal(readJobId(json({ meta: {}, job_id: 'job-1' })), 'job-1');
  assert.equal(readJobId(json({ meta: { job_id: 'job-1' }, job_id: 'job-2' })), 'job-1');
});

test('what names no job has none', () => {
  for (const body of [
    '',
    '<html>',
    'null',
    '[]',
    '{}',
    '{"meta":{"job_id":""}}',
    '{"job_id":null}',
    '{"meta":{"job_id"',
  ])
    assert.equal(readJobId(body), undefined, body);
});

test('a refusal is one line that names the fields, with details wrapped once or twice', () => {
  const details = {
    issues: [
      { code: 'invalid_enum_value', path: ['phone_1_type'], message: 'Invalid option' },
      { code: 'unrecognized_keys', keys: ['pets', 'income'], path: [], message: 'Unrecognized key(s)' },
      { code: 'custom', path: ['units', 0, 'id'] },
    ],
    name: 'ZodError',
  };
  const line = 'phone_1_type: Invalid option; pets.income: Unrecognized key(s); units.0.id: not accepted';
  const error = { code: 'invalid_request', message: 'invalid request' };
  assert.equal(readRefusal(json({ error: { ...error, details } })), line);
  assert.equal(readRefusal(json({ error: { ...error, details: { details } } })), line);
});

test('a refusal without issues says its message, or its code', () => {
  assert.equal(
    readRefusal(json({ error: { code: 'invalid_request', message: 'no such property' } })),
    'no such property',
  );
  assert.equal(readRefusal(json({ error: { code: 'unauthorized' } })), 'unauthorized');
  assert.equal(readRefusal(json({ error: { message: 'no', details: { issues: [] } } })), 'no');
});

test('details of another shape do not hide the message', () => {
  for (const details of ['text', ['x'], 7, null, { issues: 'text' }, { issues: [7] }, { details: 'text' }])
    assert.equal(
      readRefusal(json({ error: { code: 400, message: 'no such property', details } })),
      'no such property',
    );
  const oddIssue = { path: 'phone_1', message: 'Invalid', keys: {} };
  assert.equal(readRefusal(json({ error: { details: { issues: [oddIssue] } } })), 'Invalid');
});

test('a refusal is no longer than 1,000 characters', () => {
  assert.equal(readRefusal(json({ error: { message: 'x'.repeat(5_000) } }))?.length, 1_000);
});

test('what says nothing about a refusal is none', () => {
  for (const body of ['', '<html>', '{}', '{"error":"text"}', '{"error":{}}', '{"error":null}'])
    assert.equal(readRefusal(body), undefined, body);
});

for (const [word, status] of [
  ['PENDING', 'pending'],
  ['SUCCESS', 'success'],
  ['PARTIAL_SUCCESS', 'partial'],
  ['FAILURE', 'failure'],
] as const) {
  test(`${word} is ${status}`, () => {
    const body = json({ write_status: word, errors: [], created_record_id: 'lead-1' });
    assert.deepEqual(readWriteStatus(body), { status, recordId: 'lead-1', errors: [] });
  });
}

test('a status without a record and without errors is one too', () => {
  const success = { status: 'success', recordId: undefined, errors: [] };
  assert.deepEqual(
    readWriteStatus(json({ write_status: 'SUCCESS', errors: [], created_record_id: null })),
    success,
  );
  assert.deepEqual(readWriteStatus(json({ write_status: 'SUCCESS' })), success);
  assert.deepEqual(readWriteStatus(json({ write_status: 'SUCCESS', errors: null, extra: [1] })), success);
});

test('errors of the PMS are read out of whatever they are wrapped in', () => {
  const errors = [
    'ResMan is closed for maintenance',
    json({ Status: 'Failed', ErrorDescription: 'Transaction Source could not be found' }),
    json({ message: 'timeout' }),
    json({ error: 'Forbidden' }),
    json('quoted'),
    { message: 'an object' },
    json({ Status: 'Failed' }),
    json(['a', 'b']),
    '503',
    '',
  ];
  assert.deepEqual(readWriteStatus(json({ write_status: 'FAILURE', errors }))?.errors, [
    'ResMan is closed for maintenance',
    'Transaction Source could not be found',
    'timeout',
    'Forbidden',
    'quoted',
    'an object',
    '{"Status":"Failed"}',
    '["a","b"]',
    '503',
    '',
  ]);
});

test('a status is a status whatever its errors and its record look like', () => {
  const read = (more: object) => readWriteStatus(json({ write_status: 'FAILURE', ...more }));
  assert.deepEqual(read({ errors: 'timeout' })?.errors, ['timeout']);
  assert.deepEqual(read({ errors: { message: 'timeout' } })?.errors, ['timeout']);
  assert.equal(read({ errors: Array.from({ length: 5_000 }, () => 'x') })?.errors.length, 1_000);
  assert.deepEqual(read({ created_record_id: 7 }), { status: 'failure', recordId: undefined, errors: [] });
});

test('a word that is no status is none', () => {
  for (const body of [
    '',
    '[]',
    '{}',
    '{"write_status":"DONE"}',
    '{"meta":{},"result":{"write_status":"SUCCESS"}}',
  ])
    assert.equal(readWriteStatus(body), undefined, body);
});

test('leads are read with their ids and notes, whatever else they carry', () => {
  const results = [
    { id: 'a', notes: 'Ref GC-1\nmore', phone_1: null, created_at: '2026-03-02T17:00:00Z' },
    { id: 'b', notes: null, created_at: 'yesterday' },
    { id: 'c' },
  ];
  assert.deepEqual(readLeads(json({ meta: { orderBy: [], hasMore: true }, results })), {
    rows: [
      { id: 'a', texts: ['Ref GC-1\nmore'], createdAt: Date.UTC(2026, 2, 2, 17) },
      { id: 'b', texts: [], createdAt: undefined },
      { id: 'c', texts: [], createdAt: undefined },
    ],
    more: true,
  });
  assert.deepEqual(readLeads(json({ results: [] })), { rows: [], more: false });
  assert.deepEqual(readLeads(json({ meta: { orderBy: [], hasMore: null }, results: [] })), {
    rows: [],
    more: false,
  });
});

test('a list that cannot be read whole proves no absence: it is not read at all', () => {
  for (const body of [
    '',
    '{}',
    '{"results":{}}',
    '{"results":[{"id":"a"},{"notes":"x"}]}',
    '{"results":[null]}',
  ])
    assert.equal(readLeads(body), undefined, body);
  for (const body of [
    '',
    '{"results":[]}',
    '{"results":{}}',
    '{"results":{"logs":[{"parameters":{}}]}}',
    '{"results":{"logs":[{"job_id":"a"}]}}',
  ])
    assert.equal(readWriteLog(body), undefined, body);
});

test('the write log gives every text of its parameters, as an object, as JSON in a string, or none', () => {
  const parameters = { body: { notes: 'Ref GC-1', list: ['x', 3, null, { deep: 'y' }] } };
  const logs = [
    { job_id: 'a', parameters },
    { job_id: 'b', parameters: json(parameters) },
    { job_id: 'c', parameters: 'plain' },
    { job_id: 'd', parameters: null },
  ];
  assert.deepEqual(
    readWriteLog(json({ results: { logs } }))?.rows.map(({ id, texts }) => [id, texts]),
    [
      ['a', ['Ref GC-1', 'x', 'y']],
      ['b', ['Ref GC-1', 'x', 'y']],
      ['c', ['plain']],
      ['d', []],
    ],
  );
});

test('the write log does not say whether there is more: only an empty page is surely the last', () => {
  const page = (logs: object[]) => readWriteLog(json({ results: { logs } }))?.more;
  assert.equal(page([{ job_id: 'a', parameters: {} }]), true);
  assert.equal(page([]), false);
});
