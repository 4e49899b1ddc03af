import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bareCatalog } from './catalog-rows.ts';
import { HandClock } from './clock.ts';
import { call, openSimulator, postLead } from './fixture.ts';

const withoutToken = { token: '' };

test('another process can steer the simulator without a token, and leaves no trace in what was received', async (t) => {
  const simulator = await openSimulator(t);
  const steer = (method: string, path: string, body?: unknown) =>
    call(simulator, method, `/_simulator/${path}`, body, withoutToken);

  const scenarios = [
    { kind: 'answer', status: 500 },
    { kind: 'job', outcome: 'FAILURE' },
  ];
  assert.equal((await steer('POST', 'scenarios', scenarios)).status, 200);
  assert.equal((await postLead(simulator)).status, 500);
  assert.equal((await postLead(simulator)).status, 200);
  await steer('DELETE', 'scenarios');
  await postLead(simulator);
  await steer('POST', 'settle');

  assert.equal((await steer('GET', 'received')).json.length, 3);
  assert.equal((await steer('GET', 'inbox')).json[0].body.first_name, 'Ada');
  assert.equal((await steer('GET', 'leads')).json.length, 1);
  assert.deepEqual(
    (await steer('GET', 'jobs')).json.map((job: { write_status: string }) => job.write_status),
    ['FAILURE', 'SUCCESS'],
  );
  assert.deepEqual((await steer('GET', 'deliveries')).json, []);
  await steer('POST', 'reset');
  assert.equal(simulator.received.length, 0);
});

test('another process can add properties to the catalog', async (t) => {
  const simulator = await openSimulator(t);
  const bare = { integration_id: 'i', property_id: 'p', employee_ids: ['e'], lead_source_ids: ['s'] };
  await call(simulator, 'POST', '/_simulator/catalog', bareCatalog(bare));
  assert.equal((await call(simulator, 'GET', '/v1/employees/e')).json.results.property_id, 'p');
});

test('another process can take a lead source away, or let it be deleted in ResMan', async (t) => {
  const clock = new HandClock();
  const simulator = await openSimulator(t, { ...clock });
  const [website, zillow, flyer] = simulator.catalog.lead_sources;
  clock.advance(86_400_000);
  await call(simulator, 'POST', '/_simulator/catalog/lose', { id: website?.id });
  await call(simulator, 'POST', '/_simulator/catalog/sync', { deleted: [zillow?.id] });
  const { json } = await call(simulator, 'GET', `/v1/lead-sources/?property_id=${zillow?.property_id}`);
  const seen = new Map(
    json.results.map((row: { id: string; last_seen: string }) => [row.id, Date.parse(row.last_seen)]),
  );
  assert.equal(seen.has(website?.id), false);
  assert.equal(seen.get(zillow?.id), Date.parse(zillow?.last_seen ?? ''));
  assert.equal(seen.get(flyer?.id), clock.now());
});

test('another process can send the simulator down for a while', async (t) => {
  const clock = new HandClock();
  const simulator = await openSimulator(t, { ...clock });
  await call(simulator, 'POST', '/_simulator/down', { ms: 3000 });
  clock.advance(20);
  await assert.rejects(postLead(simulator));
  clock.advance(3000);
  await simulator.comeBack();
  assert.equal((await postLead(simulator)).status, 200);
});

test('a command that is wrong or unknown says so', async (t) => {
  const simulator = await openSimulator(t);
  const wrong = await call(simulator, 'POST', '/_simulator/scenarios', { kind: 'earthquake' });
  assert.equal(wrong.status, 400);
  assert.equal((await call(simulator, 'POST', '/_simulator/deliveries/none/redeliver')).status, 400);
  assert.equal((await call(simulator, 'POST', '/_simulator/dance')).status, 404);
  assert.equal((await call(simulator, 'POST', '/_simulator/down', {})).status, 400);
});

test('the simulator runs as a process of its own and ends when told to', async (t) => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const process_ = spawn(process.execPath, [main, '--port', '0', '--token', 'other', '--settle-ms', '0']);
  t.after(() => process_.kill('SIGKILL'));
  const [line] = await once(createInterface(process_.stdout), 'line');
  const url = /http:\/\/[\d.:]+/.exec(line)?.[0];
  const reply = await fetch(`${url}/v1/lead-sources/`, { headers: { authorization: 'Bearer other' } });
  assert.equal(reply.status, 200);
  await reply.body?.cancel();
  process_.kill('SIGTERM');
  assert.deepEqual(await once(process_, 'exit'), [0, null]);
});
