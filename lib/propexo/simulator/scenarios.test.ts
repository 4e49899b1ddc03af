import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HandClock } from './clock.ts';
import { call, mapleLead, openSimulator, postLead, queueLead, statusOf } from './fixture.ts';
import type { Simulator } from './simulator.ts';

/** Leads that exist once everything on its way has arrived. */
async function leadsAfterAll(simulator: Simulator) {
  await simulator.settle();
  return simulator.leads.length;
}

test('an answer can be anything, and is given only as often as asked', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'answer', status: 500, times: 2 });
  simulator.play({ kind: 'answer', status: 201, body: { job_id: 'j1' }, headers: { 'x-odd': 'yes' } });
  assert.equal((await postLead(simulator)).json.error.code, 'internal_error');
  assert.equal((await postLead(simulator)).status, 500);
  const third = await postLead(simulator);
  assert.deepEqual([third.status, third.json, third.headers.get('x-odd')], [201, { job_id: 'j1' }, 'yes']);
  assert.equal(await leadsAfterAll(simulator), 0);
  assert.equal((await postLead(simulator)).status, 200);
});

for (const status of [500, 502, 503, 504]) {
  test(`a ${status} may lie: the lead was created`, async (t) => {
    const simulator = await openSimulator(t);
    simulator.play({ kind: 'answer', status, act: true });
    assert.equal((await postLead(simulator)).status, status);
    assert.equal(simulator.inbox.length, 1);
    assert.equal(await leadsAfterAll(simulator), 1);
  });
}

test('a fault that acts still refuses a lead that would be refused', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'answer', status: 502, act: true });
  const reply = await call(simulator, 'POST', '/v1/leads/resman/', { first_name: 'Ada' });
  assert.equal(reply.status, 400);
  assert.equal(simulator.inbox.length, 0);
});

test('a scenario always applies until it is cleared', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'refuse', status: 404, times: 'always' });
  for (let sent = 0; sent < 3; sent += 1) assert.equal((await postLead(simulator)).status, 404);
  simulator.clearScenarios();
  assert.equal((await postLead(simulator)).status, 200);
});

test('a scenario waits for a request that contains its text, in the body or the path', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'refuse', status: 422, match: 'grace@example.com' });
  simulator.play({ kind: 'refuse', endpoint: 'any', status: 403, match: 'email_1=grace' });
  assert.equal((await postLead(simulator)).status, 200);
  assert.equal((await call(simulator, 'GET', '/v1/leads/?email_1=ada@example.com')).status, 200);
  assert.equal((await postLead(simulator, { email_1: 'grace@example.com' })).status, 422);
  assert.equal((await call(simulator, 'GET', '/v1/leads/?email_1=grace@example.com')).status, 403);
});

test('a scenario applies to its endpoint only', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'refuse', endpoint: 'write-status', status: 404 });
  simulator.play({ kind: 'refuse', endpoint: 'leads', status: 400 });
  simulator.play({ kind: 'answer', endpoint: 'write-log', status: 500 });
  simulator.play({ kind: 'answer', endpoint: 'catalog', status: 503 });
  const job = await queueLead(simulator);
  assert.equal((await statusOf(simulator, job)).status, 404);
  assert.equal((await statusOf(simulator, job)).status, 200);
  assert.equal((await call(simulator, 'GET', '/v1/leads/')).status, 400);
  assert.equal((await call(simulator, 'GET', '/v1/admin/logs/writes/')).status, 500);
  assert.equal((await call(simulator, 'GET', '/v1/units/')).status, 503);
});

test('a delayed answer comes late, but its lead was queued at once', async (t) => {
  const clock = new HandClock();
  const simulator = await openSimulator(t, { ...clock });
  simulator.play({ kind: 'delay', ms: 25_000 });
  const reply = postLead(simulator);
  await simulator.waitFor(({ inbox }) => inbox.length === 1);
  clock.advance(24_999);
  assert.equal(simulator.received[0]?.status, null);
  clock.advance(1);
  assert.equal((await reply).json.meta.job_id, simulator.jobs[0]?.job_id);
});

for (const [act, expected] of [
  [false, 0],
  [true, 1],
] as const) {
  test(`a request left hanging ${act ? 'with' : 'without'} effect leaves ${expected} leads`, async (t) => {
    const simulator = await openSimulator(t);
    simulator.play({ kind: 'hang', act });
    const sender = new AbortController();
    const reply = call(simulator, 'POST', '/v1/leads/resman/', mapleLead(), { signal: sender.signal });
    await simulator.waitFor(({ received }) => received.length === 1);
    sender.abort();
    await assert.rejects(reply, { name: 'AbortError' });
    assert.equal(simulator.received[0]?.status, null);
    assert.equal(await leadsAfterAll(simulator), expected);
  });
}
test('a request left hanging can take effect later', async (t) => {
  const clock = new HandClock();
  const simulator = await openSimulator(t, { ...clock });
  simulator.play({ kind: 'hang', actAfterMs: 40_000 });
  const reply = postLead(simulator);
  reply.catch(() => {});
  await simulator.waitFor(({ received }) => received.length === 1);
  clock.advance(39_999);
  assert.equal(simulator.inbox.length, 0);
  clock.advance(1);
  assert.equal(simulator.inbox.length, 1);
  assert.equal(await leadsAfterAll(simulator), 1);
  assert.equal(simulator.received[0]?.status, null);
});

test('settle lets a late effect happen now, and only once', async (t) => {
  const clock = new HandClock();
  const simulator = await openSimulator(t, { ...clock });
  simulator.play({ kind: 'hang', actAfterMs: 40_000 });
  postLead(simulator).catch(() => {});
  await simulator.waitFor(({ received }) => received.length === 1);
  assert.equal(await leadsAfterAll(simulator), 1);
  clock.advance(40_000);
  assert.equal(await leadsAfterAll(simulator), 1);
});

for (const [when, expected] of [
  ['before', 0],
  ['after', 1],
] as const) {
  test(`a connection reset ${when} the request took effect leaves ${expected} leads`, async (t) => {
    const simulator = await openSimulator(t);
    simulator.play({ kind: 'reset', when });
    await assert.rejects(postLead(simulator), (error: Error) => {
      assert.equal((error.cause as NodeJS.ErrnoException).code, 'ECONNRESET');
      return true;
    });
    assert.equal(await leadsAfterAll(simulator), expected);
  });
}

for (const status of [400, 401, 403, 404, 405, 413, 415, 422, 429]) {
  test(`a lead can be refused with ${status}`, async (t) => {
    const simulator = await openSimulator(t);
    simulator.play({ kind: 'refuse', status, message: 'because' });
    const reply = await postLead(simulator);
    assert.equal(reply.status, status);
    assert.equal(reply.json.error.message, 'because');
    assert.equal(await leadsAfterAll(simulator), 0);
  });
}

test('a refusal can name a field', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'refuse', status: 400, field: 'email_1', message: 'Invalid e-mail' });
  const reply = await postLead(simulator);
  assert.equal(reply.status, 400);
  assert.deepEqual(reply.json.error.details.details.issues, [
    { code: 'custom', path: ['email_1'], message: 'Invalid e-mail' },
  ]);
});

test('a played 429 says that nothing is left of the minute', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'refuse', status: 429 });
  assert.equal((await postLead(simulator)).headers.get('x-ratelimit-remaining'), '0');
});

test('a revoked token is refused until the new one is used', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'revoke-token', newToken: 'renewed' });
  assert.equal((await postLead(simulator)).status, 401);
  const renewed = await call(simulator, 'POST', '/v1/leads/resman/', mapleLead(), { token: 'renewed' });
  assert.equal(renewed.status, 200);
  simulator.play({ kind: 'revoke-token' });
  assert.equal((await postLead(simulator)).status, 401);
  simulator.clearScenarios();
  assert.equal((await postLead(simulator)).status, 200);
});

test('something that is not a scenario is not accepted', async (t) => {
  const simulator = await openSimulator(t);
  assert.throws(() => simulator.play({ kind: 'answer', status: 500, endpont: 'create' } as never), {
    name: 'ZodError',
  });
});
