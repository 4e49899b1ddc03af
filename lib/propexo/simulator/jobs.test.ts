import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareCatalog } from './catalog-rows.ts';
import { HandClock } from './clock.ts';
import { foundryLofts, mapleCourt } from './demo-catalog.ts';
import { call, openSimulator, postLead, queueLead, statusOf } from './fixture.ts';

const foreignSource = { lead_source_id: foundryLofts.lead_sources[0]?.id ?? '' };
const retry = (jobId: string) => `/v1/admin/retry-write/${jobId}`;

test('a job is pending until its time has come, and then its lead can be read at once', async (t) => {
  const clock = new HandClock();
  const simulator = await openSimulator(t, { now: clock.now, schedule: clock.schedule, settleMs: 800 });
  const job = await queueLead(simulator);
  clock.advance(799);
  assert.deepEqual((await statusOf(simulator, job)).json, {
    write_status: 'PENDING',
    errors: [],
    created_record_id: null,
  });
  assert.equal(simulator.leads.length, 0);
  clock.advance(1);
  assert.equal(simulator.leads.length, 1);
  const { json: status } = await statusOf(simulator, job);
  assert.equal(status.write_status, 'SUCCESS');
  const lead = await call(simulator, 'GET', `/v1/leads/${status.created_record_id}`);
  assert.equal(lead.json.results.email_1, 'ada@example.com');
  assert.equal('job_id' in lead.json.results, false);
});

test('a caller that moves only the clock sees the job settled on its next request', async (t) => {
  let now = 0;
  const simulator = await openSimulator(t, { now: () => now, settleMs: 800 });
  const job = await queueLead(simulator);
  now = 800;
  assert.equal((await statusOf(simulator, job)).json.write_status, 'SUCCESS');
});

test('a lead record holds what the body said, in the types that are read', async (t) => {
  const simulator = await openSimulator(t);
  await queueLead(simulator, {
    phone_1: '+1-415-555-0123',
    desired_lease_term_in_months: 12,
    desired_num_bedrooms: 2,
    target_move_in_date: '2026-07-01T00:00:00Z',
    notes: 'Ref HL-2',
  });
  await simulator.settle();
  const [lead] = simulator.leads;
  assert.equal(lead?.phone_1, '4155550123');
  assert.equal(lead?.phone_1_type, 'HOME');
  assert.equal(lead?.desired_lease_term_in_months, '12');
  assert.equal(lead?.desired_num_bedrooms, 2);
  assert.equal(lead?.target_move_in_date, '2026-07-01');
  assert.equal(lead?.notes, 'Ref HL-2');
  assert.equal(lead?.lead_source, 'Website');
  assert.equal(lead?.job_id, simulator.jobs[0]?.job_id);
});

test("a lead source of another property fails the job with ResMan's words and makes no lead", async (t) => {
  const simulator = await openSimulator(t);
  const job = await queueLead(simulator, foreignSource);
  await simulator.settle();
  const { json } = await statusOf(simulator, job);
  assert.equal(json.write_status, 'FAILURE');
  assert.equal(json.created_record_id, null);
  assert.equal(JSON.parse(json.errors[0]).ErrorDescription, 'Transaction Source could not be found');
  assert.equal(simulator.leads.length, 0);
  assert.equal(simulator.inbox.length, 1);
});

test('an employee, integration, unit or floor plan that does not belong fails the job too', async (t) => {
  const simulator = await openSimulator(t);
  await postLead(simulator, { employee_id: foundryLofts.employees[0]?.id ?? '' });
  await postLead(simulator, { integration_id: 'another' });
  await postLead(simulator, { unit_id: 'nowhere' });
  await postLead(simulator, { floor_plan_id: 'nothing' });
  await simulator.settle();
  assert.deepEqual(
    simulator.jobs.map((job) => job.write_status),
    ['FAILURE', 'FAILURE', 'FAILURE', 'FAILURE'],
  );
});

test('a property known only by its ids takes leads once it is in the catalog', async (t) => {
  const simulator = await openSimulator(t);
  const bare = {
    integration_id: 'i1',
    property_id: 'p1',
    employee_ids: ['e1'],
    lead_source_ids: ['s1', 's2'],
  };
  simulator.addCatalog(bareCatalog(bare));
  await postLead(simulator, {
    integration_id: 'i1',
    property_id: 'p1',
    employee_id: 'e1',
    lead_source_id: 's2',
  });
  await simulator.settle();
  assert.equal(simulator.leads[0]?.property_id, 'p1');
  assert.equal(
    (await call(simulator, 'GET', `/v1/properties/${mapleCourt.property_id}`)).json.results.name,
    'Maple Court',
  );
});

test('an unknown job has no status', async (t) => {
  const simulator = await openSimulator(t);
  const reply = await statusOf(simulator, 'unheard');
  assert.equal(reply.status, 404);
  assert.equal(reply.json.error.code, 'not_found');
});

test('a failed job can be retried as a new job; any other cannot', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'job', outcome: 'FAILURE', errors: ['ResMan timed out'] });
  const failed = await queueLead(simulator);
  assert.equal((await call(simulator, 'POST', retry(failed), {})).status, 400);
  await simulator.settle();
  const again = await call(simulator, 'POST', retry(failed), {});
  assert.equal(again.json.success, true);
  assert.notEqual(again.json.job_id, failed);
  await simulator.settle();
  assert.equal((await statusOf(simulator, again.json.job_id)).json.write_status, 'SUCCESS');
  assert.equal((await call(simulator, 'POST', retry(again.json.job_id), {})).status, 400);
  assert.equal((await call(simulator, 'POST', retry('unheard'), {})).status, 404);
  assert.equal(simulator.inbox.length, 1);
  assert.equal(simulator.leads.length, 1);
});

test('the write log shows settled jobs, newest first, and filters them', async (t) => {
  const clock = new HandClock();
  const simulator = await openSimulator(t, { now: clock.now, schedule: clock.schedule, settleMs: 0 });
  const read = async (query = '') => {
    const reply = await call(simulator, 'GET', `/v1/admin/logs/writes/${query}`);
    assert.equal(reply.status, 200, reply.text);
    return reply.json.results.logs.map((row: { job_id: string }) => row.job_id);
  };
  const old = await queueLead(simulator, { notes: 'Ref HL-old' });
  clock.advance(2 * 3_600_000);
  const failed = await queueLead(simulator, foreignSource);
  simulator.play({ kind: 'job', outcome: 'PARTIAL_SUCCESS', errors: ['half'] });
  const partial = await queueLead(simulator);
  simulator.play({ kind: 'job', outcome: 'PENDING' });
  await queueLead(simulator);

  assert.deepEqual(await read(), [partial, failed, old]);
  assert.deepEqual(await read('?status=SUCCESS'), [old]);
  assert.deepEqual(await read('?status=FAILURE'), [partial, failed]);
  assert.deepEqual(await read('?time_range=hour'), [partial, failed]);
  assert.deepEqual(await read('?integration_id=another'), []);
  assert.deepEqual(await read('?write_category=leads&limit=1&offset=1'), [failed]);
  assert.deepEqual(await read('?write_category=events'), []);
  assert.equal((await call(simulator, 'GET', '/v1/admin/logs/writes/?limit=101')).status, 400);

  const row = (await call(simulator, 'GET', '/v1/admin/logs/writes/?offset=2')).json.results.logs[0];
  assert.equal(row.parameters.notes, 'Ref HL-old');
  assert.equal(row.error, null);
});
