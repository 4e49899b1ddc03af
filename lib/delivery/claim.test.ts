import assert from 'node:assert/strict';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { publishProperties } from '../property/published-properties.ts';
import { follow } from './follow.ts';
import { send } from './send.ts';
import { claimOne, testDelivery } from './test-delivery.ts';
import { drainDeliveries } from './worker.ts';

testDelivery('the attempt is on disk before the request leaves', async (office) => {
  await office.accept();
  const [claim] = await claimOne(office.context);
  assert.ok(claim);
  const attempt = await office.database.db.selectFrom('attempt').selectAll().executeTakeFirstOrThrow();
  assert.equal(attempt.number, 1);
  assert.equal(attempt.finished_at, null);
  assert.equal((await office.delivery()).state, 'sending');
  assert.equal(office.posts(), 0);
  assert.deepEqual(await claimOne(office.context), [], 'nobody else gets it');
});

testDelivery('a process that died while sending: unknown when the lease ends, then found', async (office) => {
  await office.accept();
  const [claim] = await claimOne(office.context);
  assert.ok(claim);
  // The request arrived, and the process ended before it could write the answer down.
  await office.context.propexo.createLead(claim.lead);
  await office.pass(119);
  assert.equal((await office.delivery()).state, 'sending');
  await office.pass(2);
  assert.equal((await office.delivery()).state, 'unknown');
  assert.equal((await office.delivery()).reason, 'process_died');
  await office.pass(5);
  assert.equal((await office.delivery()).state, 'delivered');
  assert.equal(office.posts(), 1);
});

testDelivery('late truth wins: a worker that lost its claim still brings the job id', async (office) => {
  await office.accept();
  const [claim] = await claimOne(office.context);
  assert.ok(claim);
  await office.pass(121);
  assert.equal((await office.delivery()).state, 'unknown');
  await send({ ...office.context }, claim);
  assert.equal((await office.delivery()).state, 'accepted');
  await office.pass(2);
  assert.equal((await office.delivery()).state, 'delivered');
});

testDelivery('the fence: a process that was frozen after its claim does not send', async (office) => {
  await office.accept();
  const [claim] = await claimOne(office.context);
  assert.ok(claim);
  await send(office.context, { ...claim, claimedAtMonotonic: performance.now() - 5_001 });
  assert.equal(office.posts(), 0);
  const delivery = await office.delivery();
  assert.equal(delivery.state, 'queued');
  assert.equal(delivery.reason, 'aborted_before_send');
  await office.pass(5);
  assert.equal(office.posts(), 1);
});

testDelivery('two workers on one queue send each lead once', async (office) => {
  for (let lead = 0; lead < 10; lead += 1) await office.accept({ notes: `lead ${lead}` });
  await Promise.all([drainDeliveries(office.context), drainDeliveries(office.context)]);
  assert.equal(office.posts(), 10);
  assert.equal(new Set(office.simulator.inbox.map(({ body }) => body.notes)).size, 10);
});

testDelivery(
  'one lead that cannot be put together does not keep the others from being delivered',
  async (office) => {
    await office.accept({ notes: 'first' });
    await office.database.db.updateTable('lead').set({ answers: '{"first_name":' }).execute();
    await office.accept({ notes: 'second' });
    await office.pass(0);
    assert.equal(office.posts(), 1);
    const rows = await office.database.db.selectFrom('delivery').select(['state', 'reason']).execute();
    assert.deepEqual(rows.map(({ state, reason }) => [state, reason]).toSorted(), [
      ['accepted', null],
      ['queued', 'unreadable'],
    ]);
  },
);

testDelivery('a property with settings of a newer version still gets its leads', async (office) => {
  const definition = JSON.stringify({ ...office.property, setting_of_tomorrow: { theme: 1 } });
  await office.database.db.updateTable('property').set({ definition }).execute();
  await office.accept();
  await office.pass(0);
  assert.equal(office.posts(), 1);
});

testDelivery(
  'a pending answer that comes late does not call back a delivery that failed meanwhile',
  async (office) => {
    office.simulator.play({ kind: 'job', outcome: 'FAILURE', afterMs: 60_000 });
    await office.accept();
    await office.pass(0);
    await office.database.db.updateTable('delivery').set({ due_at: 0 }).execute();
    const [slow] = await claimOne(office.context);
    assert.equal(slow?.work, 'follow');
    await office.database.db
      .updateTable('delivery')
      .set({ state: 'failed', claim_id: null, due_at: null })
      .execute();
    await follow(office.context, slow as NonNullable<typeof slow>);
    assert.equal((await office.delivery()).state, 'failed');
  },
);

testDelivery(
  'a refusal opens the circuit of the integration that refused, also after the property’s ids were corrected',
  async (office) => {
    await office.accept();
    const corrected = { ...office.property, integration_id: 'corrected' };
    await publishProperties(office.database, 'file', [corrected]);
    office.simulator.play({ kind: 'answer', status: 401 });
    await office.pass(0);
    const lanes = await office.database.db
      .selectFrom('integration_lane')
      .select(['integration_id', 'open_reason'])
      .execute();
    assert.deepEqual(
      lanes.map(({ integration_id, open_reason }) => [integration_id, open_reason]),
      [['corrected', 'credentials']],
    );
  },
);

testDelivery(
  'leads that wait for an integration leave its queue when the property’s ids are corrected',
  async (office) => {
    office.simulator.play({ kind: 'answer', status: 401 });
    await office.accept();
    await office.pass(0);
    assert.equal((await office.delivery()).reason, 'credentials');
    const [, other] = demoProperties() as [Property, Property];
    const { property_id, employee_id, lead_source_id } = other;
    const corrected = {
      ...office.property,
      integration_id: 'corrected',
      property_id,
      employee_id,
      lead_source_id,
    };
    await publishProperties(office.database, 'file', [corrected]);
    await office.pass(1);
    assert.equal(office.posts(), 2, 'not held back by the circuit of the old integration');
  },
);
