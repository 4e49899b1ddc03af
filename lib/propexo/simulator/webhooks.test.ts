import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { call, openSimulator, postLead, queueLead } from './fixture.ts';
import type { Simulator } from './simulator.ts';

type Message = { headers: IncomingHttpHeaders; text: string };

/** A webhook endpoint that answers with the given statuses in turn, the last one for ever. */
async function openReceiver(t: TestContext, ...statuses: number[]) {
  const messages: Message[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    messages.push({ headers: request.headers, text });
    response.writeHead((statuses.length > 1 ? statuses.shift() : statuses[0]) ?? 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, messages };
}

const secret = 'a-secret-of-the-hook';

async function register(simulator: Simulator, url: string, more: object = {}) {
  const triggers = ['WRITE_OPERATION_FAILURE'];
  return call(simulator, 'POST', '/v1/webhooks/', { url, triggers, active: true, secret, ...more });
}

test('a failed write is announced with a signature over the raw body', async (t) => {
  const simulator = await openSimulator(t);
  const { url, messages } = await openReceiver(t);
  await register(simulator, url, { headers: [{ header: 'x-door', value: 'back' }] });
  simulator.play({ kind: 'job', outcome: 'FAILURE', errors: ['ResMan said "no"'] });
  const job = await queueLead(simulator);
  await simulator.settle();

  assert.equal(messages.length, 1);
  const { headers, text } = messages[0] as Message;
  assert.equal(headers['propexo-signature'], createHmac('sha256', secret).update(text).digest('hex'));
  assert.equal(headers['x-door'], 'back');
  assert.deepEqual(JSON.parse(text), {
    trigger: 'WRITE_OPERATION_FAILURE',
    data: {
      event: 'WRITE_OPERATION_FAILURE',
      integration_id: simulator.inbox[0]?.body.integration_id,
      vendor: 'RESMAN',
      root_job_id: job,
      write_status: 'FAILURE',
      errors: ['ResMan said "no"'],
    },
  });
});

test('a partial success is announced, a success is not', async (t) => {
  const simulator = await openSimulator(t);
  const { url, messages } = await openReceiver(t);
  await register(simulator, url);
  await postLead(simulator);
  simulator.play({ kind: 'job', outcome: 'PARTIAL_SUCCESS' });
  await postLead(simulator);
  await simulator.settle();
  assert.deepEqual(
    messages.map(({ text }) => JSON.parse(text).data.write_status),
    ['PARTIAL_SUCCESS'],
  );
});

test('a new lead is announced with its record to who asked for leads, however its write ended', async (t) => {
  const simulator = await openSimulator(t);
  const { url, messages } = await openReceiver(t);
  await register(simulator, url, { triggers: ['DATA_NEW', 'DATA_UPDATE'], model: 'leads' });
  await register(simulator, url, { triggers: ['DATA_NEW'], model: 'properties' });
  simulator.play({ kind: 'job', outcome: 'FAILURE', leadExists: true });
  await postLead(simulator, { notes: 'Ref GC-7Q4K-9M8D' });
  simulator.play({ kind: 'job', outcome: 'FAILURE' });
  await postLead(simulator);
  await simulator.settle();

  assert.equal(messages.length, 1);
  const { headers, text } = messages[0] as Message;
  assert.equal(headers['propexo-signature'], createHmac('sha256', secret).update(text).digest('hex'));
  const { trigger, data, meta } = JSON.parse(text);
  const [lead] = simulator.leads;
  assert.equal(trigger, 'DATA_NEW');
  assert.equal(data.event, 'DATA_NEW');
  assert.equal(data.object, 'leads');
  assert.equal(data.record_id, lead?.id);
  assert.equal(data.payload.notes, 'Ref GC-7Q4K-9M8D');
  assert.deepEqual(meta, { object: 'leads', integration_id: lead?.integration_id });
  assert.notEqual(data.root_job_id, lead?.job_id);
});

test('a webhook hears nothing while inactive or when it asked for something else', async (t) => {
  const simulator = await openSimulator(t);
  const { url, messages } = await openReceiver(t);
  await register(simulator, url, { active: undefined });
  await register(simulator, url, { triggers: ['DATA_NEW'], model: 'leads' });
  simulator.play({ kind: 'job', outcome: 'FAILURE' });
  await postLead(simulator);
  await simulator.settle();
  assert.equal(messages.length, 0);
});

test('a webhook may hear of a failure before the answer to the create is out', async (t) => {
  const simulator = await openSimulator(t, { schedule: () => () => {} });
  const { url, messages } = await openReceiver(t);
  await register(simulator, url);
  simulator.play({ kind: 'job', outcome: 'FAILURE', afterMs: 0 });
  simulator.play({ kind: 'delay', ms: 5000 });
  postLead(simulator).catch(() => {});
  await simulator.waitFor(({ deliveries }) => deliveries[0]?.attempts.length === 1);
  assert.equal(messages.length, 1);
  assert.equal(simulator.received.at(-1)?.status, null);
});

test('a delivery that was not taken is remembered and can be sent again', async (t) => {
  const simulator = await openSimulator(t);
  const { url, messages } = await openReceiver(t, 500, 204);
  await register(simulator, url);
  simulator.play({ kind: 'job', outcome: 'FAILURE' });
  await postLead(simulator);
  await simulator.settle();
  await simulator.redeliver(simulator.deliveries[0]?.id ?? '');
  assert.deepEqual(
    simulator.deliveries[0]?.attempts.map((attempt) => attempt.status),
    [500, 204],
  );
  assert.equal(messages[0]?.text, messages[1]?.text);
});

test('a webhook that nobody listens to does not disturb the job', async (t) => {
  const simulator = await openSimulator(t);
  await register(simulator, 'http://127.0.0.1:9/hook');
  simulator.play({ kind: 'job', outcome: 'FAILURE' });
  await postLead(simulator);
  await simulator.settle();
  assert.equal(simulator.deliveries[0]?.attempts[0]?.status, null);
  assert.equal(simulator.jobs[0]?.write_status, 'FAILURE');
});

test('webhooks are created, listed, changed and deleted as documented', async (t) => {
  const simulator = await openSimulator(t);
  const url = 'https://leads.example/hook';
  const bare = (
    await call(simulator, 'POST', '/v1/webhooks/', { url, triggers: ['DATA_NEW'], model: 'leads' })
  ).json;
  const { id } = bare.result;
  assert.equal(bare.result.active, false);
  assert.ok(bare.result.secret.length >= 10);
  assert.equal(bare.result.triggers[0].model, 'leads');

  const listed = async (query = '') =>
    (await call(simulator, 'GET', `/v1/webhooks/${query}`)).json.results.length;
  assert.equal(await listed(), 0);
  assert.equal(await listed('?active=false'), 1);
  const changed = await call(simulator, 'PUT', `/v1/webhooks/${id}`, { active: true });
  assert.equal(changed.json.result.url, url);
  assert.equal(await listed(), 1);
  assert.equal((await call(simulator, 'GET', `/v1/webhooks/${id}`)).json.results.active, true);
  assert.deepEqual((await call(simulator, 'DELETE', `/v1/webhooks/${id}`)).json, { result: { id } });
  assert.equal((await call(simulator, 'GET', `/v1/webhooks/${id}`)).status, 404);
});

for (const [what, wrong] of [
  ['without a trigger', { triggers: [] }],
  ['with the trigger JOB_SUCCESS', { triggers: ['JOB_SUCCESS'] }],
  ['with a short secret', { secret: 'short' }],
  ['with no address', { url: 'nowhere' }],
] as const) {
  test(`a webhook ${what} is refused`, async (t) => {
    const simulator = await openSimulator(t);
    assert.equal((await register(simulator, 'https://leads.example/hook', wrong)).status, 400);
  });
}
