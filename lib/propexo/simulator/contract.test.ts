import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundryLofts } from './demo-catalog.ts';
import { call, mapleLead, openSimulator, postLead } from './fixture.ts';

const create = '/v1/leads/resman/';

test('a request without the token is refused with the error body, and nothing is queued', async (t) => {
  const simulator = await openSimulator(t);
  const wrong = await call(simulator, 'POST', create, mapleLead(), { token: 'guessed' });
  const none = await call(simulator, 'GET', '/v1/leads/', undefined, { headers: { authorization: '' } });
  assert.equal(wrong.status, 401);
  assert.equal(wrong.json.error.code, 'unauthorized');
  assert.equal(typeof wrong.json.error.message, 'string');
  assert.equal(none.status, 401);
  assert.equal(simulator.inbox.length, 0);
});

test('a path with the other form of its trailing slash does not exist', async (t) => {
  const simulator = await openSimulator(t);
  assert.equal((await call(simulator, 'POST', '/v1/leads/resman', mapleLead())).status, 404);
  assert.equal((await call(simulator, 'GET', '/v1/lead-sources')).status, 404);
  const [job] = [(await postLead(simulator)).json.meta.job_id];
  assert.equal((await call(simulator, 'GET', `/v1/admin/write-status/${job}/`)).status, 404);
  assert.equal((await call(simulator, 'GET', `/v1/admin/write-status/${job}`)).status, 200);
});

test('an operation that ResMan does not offer is answered 405', async (t) => {
  const simulator = await openSimulator(t);
  const cancel = await call(simulator, 'POST', '/v1/events/appointments/leads/cancel/resman', {});
  assert.equal(cancel.status, 405);
  assert.equal((await call(simulator, 'DELETE', create)).status, 405);
});

test('the answer to a create echoes the request with unset fields null and no lead id', async (t) => {
  const simulator = await openSimulator(t);
  const reply = await postLead(simulator, { notes: 'Ref HL-1' });
  assert.equal(reply.status, 200);
  assert.deepEqual(Object.keys(reply.json).sort(), ['meta', 'result']);
  assert.match(reply.json.meta.job_id, /^c[0-9a-z]{24}$/);
  assert.equal(reply.json.result.notes, 'Ref HL-1');
  assert.equal(reply.json.result.phone_1_type, null);
  assert.equal(Object.keys(reply.json.result).length, 24);
  assert.deepEqual(simulator.inbox[0]?.body, mapleLead({ notes: 'Ref HL-1' }));
  assert.equal(simulator.received[0]?.text, JSON.stringify(mapleLead({ notes: 'Ref HL-1' })));
});

test('an unknown field is refused in the documented shape', async (t) => {
  const simulator = await openSimulator(t);
  const reply = await call(simulator, 'POST', create, { ...mapleLead(), foo: 1 });
  assert.equal(reply.status, 400);
  assert.equal(reply.json.error.code, 'invalid_request');
  assert.deepEqual(reply.json.error.details.details, {
    issues: [
      { code: 'unrecognized_keys', keys: ['foo'], path: [], message: "Unrecognized key(s) in object: 'foo'" },
    ],
    name: 'ZodError',
  });
  assert.equal(simulator.inbox.length, 0);
});

const wrongFields: [string, unknown][] = [
  ['integration_id', ''],
  ['employee_id', undefined],
  ['unit_id', ''],
  ['first_name', 7],
  ['phone_1_type', 'CELL'],
  ['desired_num_bedrooms', '2'],
  ['desired_max_rent_in_cents', -1],
  ['notes', null],
  ['target_move_in_date', '2026-02-29'],
  ['target_move_in_date', '02/20/2026'],
  ['target_move_in_date', '2026-02-20T10:00'],
];
for (const [field, value] of wrongFields) {
  test(`a lead with ${field} ${JSON.stringify(value)} is refused by that field`, async (t) => {
    const simulator = await openSimulator(t);
    const reply = await call(simulator, 'POST', create, { ...mapleLead(), [field]: value });
    assert.equal(reply.status, 400);
    assert.deepEqual(reply.json.error.details.details.issues[0].path, [field]);
  });
}

test('a move-in date may be a calendar day or a date-time', async (t) => {
  const simulator = await openSimulator(t);
  for (const target_move_in_date of ['2028-02-29', '2024-07-01T00:00:00Z', '2026-07-01T08:00:00-07:00']) {
    assert.equal((await postLead(simulator, { target_move_in_date })).status, 200);
  }
});

test('a body that is not JSON is refused', async (t) => {
  const simulator = await openSimulator(t);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  assert.equal((await call(simulator, 'POST', create, undefined, { raw: 'a=1', headers: form })).status, 415);
  assert.equal((await call(simulator, 'POST', create, undefined, { raw: '{"a":' })).status, 400);
});

test('the catalog can be read by property and by id', async (t) => {
  const simulator = await openSimulator(t);
  const sources = await call(simulator, 'GET', `/v1/lead-sources/?property_id=${foundryLofts.property_id}`);
  assert.deepEqual(
    sources.json.results.map((source: { name: string }) => source.name),
    ['Website', 'Zillow', 'Apartments.com', 'Google', 'Drive-by'],
  );
  const one = await call(simulator, 'GET', `/v1/properties/${foundryLofts.property_id}`);
  assert.equal(one.json.results.name, 'The Foundry Lofts');
  assert.equal((await call(simulator, 'GET', '/v1/employees/nobody')).status, 404);
  for (const list of ['employees', 'floor-plans', 'units', 'listings', 'properties']) {
    const reply = await call(simulator, 'GET', `/v1/${list}/?integration_id=${foundryLofts.integration_id}`);
    assert.ok(reply.json.results.length > 1, list);
  }
});

test('a unit number is a filter only together with the property', async (t) => {
  const simulator = await openSimulator(t);
  const alone = await call(simulator, 'GET', '/v1/units/?unit_number=110');
  const both = await call(
    simulator,
    'GET',
    `/v1/units/?unit_number=110&property_id=${foundryLofts.property_id}`,
  );
  assert.equal(alone.status, 400);
  assert.deepEqual(
    both.json.results.map((unit: { number: string }) => unit.number),
    ['110'],
  );
});

test('a sender that goes away in the middle of its body leaves the simulator standing', async (t) => {
  const simulator = await openSimulator(t);
  const { connect } = await import('node:net');
  const socket = connect(simulator.port, '127.0.0.1');
  const gone = new Promise((resolve) => socket.once('close', resolve));
  socket.write('POST /v1/leads/resman/ HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n{"half":', () => {
    socket.resetAndDestroy();
  });
  await gone;
  assert.equal((await postLead(simulator)).status, 200);
  assert.equal(simulator.received.length, 1);
});
