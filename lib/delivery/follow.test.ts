import assert from 'node:assert/strict';
import { testDelivery } from './test-delivery.ts';

testDelivery('a job that fails: failed, with ResMan’s own words', async (office) => {
  office.simulator.play({
    kind: 'job',
    outcome: 'FAILURE',
    errors: [JSON.stringify({ message: 'Transaction Source could not be found' })],
  });
  await office.accept();
  await office.pass(0);
  await office.pass(2);
  const delivery = await office.delivery();
  assert.equal(delivery.state, 'failed');
  assert.equal(delivery.reason, 'refused_by_resman');
  assert.equal(delivery.detail, 'Transaction Source could not be found');
  await office.pass(72 * 3600);
  assert.equal(office.posts(), 1);
});

testDelivery('PARTIAL_SUCCESS: failed as partial, never resent', async (office) => {
  office.simulator.play({ kind: 'job', outcome: 'PARTIAL_SUCCESS', errors: ['One of two calls failed'] });
  await office.accept();
  await office.pass(0);
  await office.pass(2);
  assert.equal((await office.delivery()).state, 'failed');
  assert.equal((await office.delivery()).reason, 'partial');
  await office.pass(72 * 3600);
  assert.equal(office.posts(), 1);
});

testDelivery('SUCCESS with a null id: delivered, id unconfirmed', async (office) => {
  office.simulator.play({ kind: 'job', outcome: 'SUCCESS', createdRecordId: null });
  await office.accept();
  await office.pass(0);
  await office.pass(2);
  const delivery = await office.delivery();
  assert.equal(delivery.state, 'delivered');
  assert.equal(delivery.record_id, null);
  assert.equal(delivery.reason, 'id_unconfirmed');
});

testDelivery(
  'PENDING for ever: asked ever less often, never sent again, given to staff after a day',
  async (office) => {
    office.simulator.play({ kind: 'job', outcome: 'PENDING' });
    await office.accept();
    await office.pass(0);
    for (let minutes = 0; minutes < 25 * 60; minutes += 15) await office.pass(900);
    const delivery = await office.delivery();
    assert.equal(delivery.state, 'accepted');
    assert.equal(delivery.reason, 'pending_too_long');
    assert.equal(delivery.due_at, null);
    assert.equal(office.posts(), 1);
  },
);

for (const status of [400, 404, 500]) {
  testDelivery(`write-status ${status} for our job: asked again, delivered in the end`, async (office) => {
    office.simulator.play({ kind: 'answer', endpoint: 'write-status', status, times: 2 });
    await office.accept();
    await office.pass(0);
    await office.pass(2);
    assert.equal((await office.delivery()).state, 'accepted');
    await office.pass(3);
    await office.pass(5);
    assert.equal((await office.delivery()).state, 'delivered');
    assert.equal(office.posts(), 1);
  });
}
