import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HandClock } from './clock.ts';
import { openSimulator, queueLead, statusOf } from './fixture.ts';

test('a job can fail with the errors given, and leave no lead', async (t) => {
  const simulator = await openSimulator(t);
  const errors = ['{"Status":"Failed","ErrorDescription":"ResMan is down for maintenance"}'];
  simulator.play({ kind: 'job', outcome: 'FAILURE', errors });
  const job = await queueLead(simulator);
  await simulator.settle();
  assert.deepEqual((await statusOf(simulator, job)).json, {
    write_status: 'FAILURE',
    errors,
    created_record_id: null,
  });
  assert.equal(simulator.leads.length, 0);
});

test('a job can fail although ResMan has the lead', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'job', outcome: 'FAILURE', errors: ['timeout'], leadExists: true });
  const job = await queueLead(simulator);
  await simulator.settle();
  assert.equal((await statusOf(simulator, job)).json.created_record_id, null);
  assert.equal(simulator.leads[0]?.job_id, job);
});

test('a job can succeed in part', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'job', outcome: 'PARTIAL_SUCCESS', errors: ['notes were not stored'] });
  const job = await queueLead(simulator);
  await simulator.settle();
  const { json } = await statusOf(simulator, job);
  assert.equal(json.write_status, 'PARTIAL_SUCCESS');
  assert.deepEqual(json.errors, ['notes were not stored']);
  assert.equal(json.created_record_id, simulator.leads[0]?.id);
});

for (const createdRecordId of [null, 'cm0someoneelse0000000000x']) {
  test(`a job can succeed and tell ${createdRecordId ?? 'no'} record id`, async (t) => {
    const simulator = await openSimulator(t);
    simulator.play({ kind: 'job', outcome: 'SUCCESS', createdRecordId });
    const job = await queueLead(simulator);
    await simulator.settle();
    const { json } = await statusOf(simulator, job);
    assert.equal(json.write_status, 'SUCCESS');
    assert.equal(json.created_record_id, createdRecordId);
    assert.equal(simulator.leads.length, 1);
    assert.notEqual(simulator.leads[0]?.id, createdRecordId);
  });
}

test('a job can stay pending for ever', async (t) => {
  const clock = new HandClock();
  const simulator = await openSimulator(t, { ...clock });
  simulator.play({ kind: 'job', outcome: 'PENDING' });
  const job = await queueLead(simulator);
  clock.advance(48 * 3_600_000);
  await simulator.settle();
  assert.equal((await statusOf(simulator, job)).json.write_status, 'PENDING');
  assert.equal(simulator.leads.length, 0);
});

test('a job can take its own time', async (t) => {
  const clock = new HandClock();
  const simulator = await openSimulator(t, { ...clock, settleMs: 800 });
  simulator.play({ kind: 'job', afterMs: 5000 });
  const job = await queueLead(simulator);
  clock.advance(4999);
  assert.equal((await statusOf(simulator, job)).json.write_status, 'PENDING');
  clock.advance(1);
  assert.equal((await statusOf(simulator, job)).json.write_status, 'SUCCESS');
});

test('an outcome waits for the lead that contains its text', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'job', outcome: 'FAILURE', match: 'Grace' });
  await queueLead(simulator);
  await queueLead(simulator, { first_name: 'Grace' });
  await simulator.settle();
  assert.deepEqual(
    simulator.jobs.map((job) => job.write_status),
    ['SUCCESS', 'FAILURE'],
  );
});

test('an outcome and a fault of the answer can be played together', async (t) => {
  const simulator = await openSimulator(t);
  simulator.play({ kind: 'job', outcome: 'FAILURE' });
  simulator.play({ kind: 'reset', when: 'after' });
  await assert.rejects(queueLead(simulator));
  await simulator.settle();
  assert.equal(simulator.jobs[0]?.write_status, 'FAILURE');
});
