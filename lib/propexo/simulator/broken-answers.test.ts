import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapleLead, openSimulator, postLead } from './fixture.ts';

test('a 200 can be empty', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'empty', act: true });
  const reply = await postLead(simulator);
  assert.deepEqual([reply.status, reply.text], [200, '']);
  assert.equal(simulator.inbox.length, 1);
});

test('a 200 can be a web page', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'html' });
  const reply = await postLead(simulator);
  assert.equal(reply.status, 200);
  assert.equal(reply.headers.get('content-type'), 'text/html');
  assert.match(reply.text, /^<!doctype html>/);
  assert.equal(simulator.inbox.length, 0);
});

test('a 200 can break off in the middle of the job id', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'truncated', act: true });
  const reply = await postLead(simulator);
  const job = simulator.jobs[0]?.job_id ?? '';
  assert.equal(reply.text, `{"meta":{"job_id":"${job.slice(0, 4)}`);
});

test('a 200 can be larger than anybody should read', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'huge', megabytes: 50, act: true });
  const before = process.memoryUsage().arrayBuffers;
  const response = await fetch(`${simulator.url}/v1/leads/resman/`, {
    method: 'POST',
    headers: { authorization: 'Bearer simulator-token', 'content-type': 'application/json' },
    body: JSON.stringify(mapleLead()),
  });
  let bytes = 0;
  let most = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  assert.equal(bytes, 50 * 1024 * 1024 + '{"padding":""}'.length);
  assert.ok(most < 25 * 1024 * 1024, `${most} bytes held`);
  assert.equal(simulator.inbox.length, 1);
});

test('a reader that hangs up on a huge answer leaves the simulator standing', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'huge', megabytes: 50 });
  const sender = new AbortController();
  const response = await fetch(`${simulator.url}/v1/leads/resman/`, {
    method: 'POST',
    headers: { authorization: 'Bearer simulator-token', 'content-type': 'application/json' },
    body: JSON.stringify(mapleLead()),
    signal: sender.signal,
  });
  await response.body?.getReader().read();
  sender.abort();
  assert.equal((await postLead(simulator)).status, 200);
});

test('an answer can send the sender elsewhere', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'redirect', location: 'https://elsewhere.example/leads' });
  const reply = await postLead(simulator);
  assert.equal(reply.status, 307);
  assert.equal(reply.headers.get('location'), 'https://elsewhere.example/leads');
  assert.equal(simulator.inbox.length, 0);
});
