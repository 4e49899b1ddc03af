import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { HandClock } from './clock.ts';
import { call, openSimulator, postLead, queueLead, statusOf } from './fixture.ts';
import { startSimulator } from './simulator.ts';

function journalIn(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return { folder, journalFile: join(folder, 'journal.json') };
}

test('leads, jobs and webhooks survive a restart, and pending jobs go on', async (t) => {
  const { folder, journalFile } = journalIn(t);
  const clock = new HandClock();
  const first = await startSimulator({ ...clock, journalFile });
  const hook = { url: 'https://leads.example/hook', triggers: ['DATA_NEW'], active: true };
  await call(first, 'POST', '/v1/webhooks/', hook);
  const done = await queueLead(first);
  await first.settle();
  const pending = await queueLead(first, { first_name: 'Bea' });
  await first.close();

  const second = await openSimulator(t, { ...clock, journalFile });
  assert.deepEqual(
    second.inbox.map(({ job_id }) => job_id),
    [done, pending],
  );
  assert.equal(second.leads.length, 1);
  assert.equal(second.webhooks.length, 1);
  clock.advance(800);
  assert.equal(second.leads.length, 2);
  assert.equal((await statusOf(second, pending)).json.write_status, 'SUCCESS');
  const third = await queueLead(second);
  assert.equal(new Set([done, pending, third]).size, 3);
  assert.deepEqual(readdirSync(folder), ['journal.json']);
});

test('a file that is not a journal is not overwritten', async (t) => {
  const { journalFile } = journalIn(t);
  for (const other of ['my diary', '{"version":2}']) {
    writeFileSync(journalFile, other);
    await assert.rejects(startSimulator({ journalFile }), /journal\.json is not a journal of the simulator/);
    assert.equal(readFileSync(journalFile, 'utf8'), other);
  }
});

test('a simulator that went down refuses connections and comes back at the same place with its memory', async (t) => {
  const simulator = await openSimulator(t);
  const { url } = simulator;
  await postLead(simulator);
  await simulator.goDown();
  await assert.rejects(postLead(simulator), (error: Error) => {
    assert.equal((error.cause as NodeJS.ErrnoException).code, 'ECONNREFUSED');
    return true;
  });
  await simulator.comeBack();
  assert.equal(simulator.url, url);
  assert.equal((await postLead(simulator)).status, 200);
  assert.equal(simulator.inbox.length, 2);
});

test('going down cuts off a request that is left hanging', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'hang' });
  const cut = assert.rejects(postLead(simulator));
  await simulator.waitFor(({ received }) => received.length === 1);
  await simulator.goDown();
  await cut;
});

test('reset forgets everything but the catalog', async (t) => {
  const simulator = await openSimulator(t, { requestsPerMinute: 5 });
  simulator.play({ kind: 'revoke-token' });
  await postLead(simulator);
  simulator.clearScenarios();
  simulator.play({ kind: 'hang' });
  const cut = assert.rejects(postLead(simulator));
  await simulator.waitFor(({ received }) => received.length === 2);
  simulator.play({ kind: 'answer', status: 500 });
  simulator.addCatalog({ lead_sources: [] });
  simulator.reset();
  await cut;
  assert.deepEqual([simulator.received, simulator.jobs, simulator.leads], [[], [], []]);
  const reply = await postLead(simulator);
  assert.equal(reply.status, 200);
  assert.equal(reply.headers.get('x-ratelimit-remaining'), '4');
});

test('waiting in vain ends with what was received', async (t) => {
  const simulator = await openSimulator(t);
  const job = await queueLead(simulator);
  await assert.rejects(
    simulator.waitFor(({ leads }) => leads.length === 2, { timeoutMs: 1 }),
    (error: Error) => {
      assert.match(error.message, /waited 1 ms in vain/);
      assert.match(error.message, /POST \/v1\/leads\/resman\/ → 200/);
      assert.match(error.message, new RegExp(`${job} PENDING`));
      return true;
    },
  );
});

test('whoever waits is told when the simulator closes', async (t) => {
  const simulator = await openSimulator(t);
  const waiting = simulator.waitFor(() => false);
  const told = assert.rejects(waiting, /was closed/);
  await simulator.close();
  await told;
});

test('every request is remembered with what was answered', async (t) => {
  const clock = new HandClock();
  const simulator = await openSimulator(t, { ...clock });
  await call(simulator, 'GET', '/v1/leads/?limit=5&email_1=a%2Bb@example.com', undefined, {
    headers: { 'user-agent': 'test' },
  });
  const { headers, ...request } = simulator.received[0] ?? assert.fail();
  assert.equal(headers['user-agent'], 'test');
  assert.deepEqual(request, {
    method: 'GET',
    path: '/v1/leads/',
    query: { limit: '5', email_1: 'a+b@example.com' },
    text: '',
    body: null,
    at: clock.now(),
    status: 200,
  });
});
