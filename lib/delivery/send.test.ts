import assert from 'node:assert/strict';
import { testDelivery } from './test-delivery.ts';

testDelivery('a lead is sent once, followed through its job, and delivered', async (office) => {
  const reference = await office.accept();
  await office.pass(0);
  assert.equal((await office.delivery()).state, 'accepted');
  await office.pass(2);
  const delivery = await office.delivery();
  assert.equal(delivery.state, 'delivered');
  assert.equal(delivery.record_id, office.simulator.leads[0]?.id);
  assert.equal(office.simulator.inbox[0]?.body.notes?.split('\n')[0], `Ref ${reference}`);
  assert.equal(office.posts(), 1);
  // One create and one question: nothing else was asked of Propexo.
  assert.equal(office.simulator.received.length, 2);
  await office.pass(48 * 3600);
  assert.equal(office.simulator.received.length, 2);
});

testDelivery(
  'the API refuses connections: queued, delivered after it is back, one record',
  async (office) => {
    await office.simulator.goDown();
    await office.accept();
    await office.pass(0);
    assert.equal((await office.delivery()).state, 'queued');
    assert.equal((await office.delivery()).reason, 'connection_failed');
    await office.pass(5);
    await office.pass(30);
    await office.simulator.comeBack();
    await office.pass(120);
    await office.pass(2);
    assert.equal((await office.delivery()).state, 'delivered');
    assert.equal(office.simulator.leads.length, 1);
    assert.equal((await office.delivery()).attempts, 4);
  },
);

testDelivery('an outage of three days ends in front of staff, with the reason', async (office) => {
  await office.simulator.goDown();
  await office.accept();
  for (let hours = 0; hours <= 80; hours += 2) await office.pass(2 * 3600);
  const delivery = await office.delivery();
  assert.equal(delivery.state, 'failed');
  assert.equal(delivery.reason, 'gave_up');
});

testDelivery('400 naming a field: failed, with the field for staff', async (office) => {
  office.simulator.play({ kind: 'refuse', status: 400, field: 'email_1', message: 'Invalid email' });
  await office.accept();
  await office.pass(0);
  const delivery = await office.delivery();
  assert.equal(delivery.state, 'failed');
  assert.equal(delivery.reason, 'refused');
  assert.match(String(delivery.detail), /email_1: Invalid email/);
  await office.pass(72 * 3600);
  assert.equal(office.posts(), 1);
});

testDelivery(
  '429: the whole integration waits for the next minute, and no retry is spent',
  async (office) => {
    office.simulator.play({ kind: 'answer', status: 429 });
    await office.accept({ notes: 'first' });
    await office.accept({ notes: 'second' });
    await office.pass(0);
    assert.equal(office.posts(), 1, 'the second lead did not run into the same wall');
    await office.pass(30);
    assert.equal(office.posts(), 1);
    await office.pass(32);
    await office.pass(2);
    const rows = await office.database.db.selectFrom('delivery').select(['state', 'step']).execute();
    assert.deepEqual(
      rows,
      [
        { state: 'delivered', step: 0 },
        { state: 'delivered', step: 0 },
      ].map((row) => Object.assign(Object.create(Object.getPrototypeOf(rows[0])), row)),
    );
  },
);

for (const [status, reason] of [
  [401, 'credentials'],
  [403, 'credentials'],
  [404, 'configuration'],
  [405, 'configuration'],
] as const) {
  testDelivery(`${status}: queued with the reason ${reason}, delivered once it is mended`, async (office) => {
    office.simulator.play({ kind: 'answer', status, times: 'always' });
    await office.accept();
    await office.pass(0);
    await office.pass(30);
    const delivery = await office.delivery();
    assert.equal(delivery.state, 'queued');
    assert.equal(delivery.reason, reason);
    office.simulator.clearScenarios();
    await office.pass(60);
    await office.pass(2);
    assert.equal((await office.delivery()).state, 'delivered');
    assert.equal(office.simulator.leads.length, 1);
    const lanes = await office.database.db.selectFrom('integration_lane').selectAll().execute();
    assert.deepEqual(
      lanes.map(({ open_reason, trial }) => [open_reason, trial]),
      [[null, 0]],
    );
  });
}

testDelivery('nothing that a person typed, and no token, is logged', async (office) => {
  office.simulator.play({
    kind: 'refuse',
    status: 400,
    field: 'email_1',
    message: 'ana@example.com is invalid',
  });
  await office.accept();
  await office.pass(0);
  assert.ok(office.warnings.length > 0);
  assert.doesNotMatch(JSON.stringify(office.warnings), /ana|cruz|token/i);
});
