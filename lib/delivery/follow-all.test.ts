import assert from 'node:assert/strict';
import { testDelivery } from './test-delivery.ts';

const asked = (received: { path: string }[], path: string) =>
  received.filter((request) => request.path.startsWith(path)).length;

testDelivery('a backlog is asked about together: few requests for many jobs', async (office) => {
  await office.acceptMany(120);
  await office.pass(0);
  assert.deepEqual(await office.states(), { accepted: 120 });
  await office.pass(2);
  assert.deepEqual(await office.states(), { delivered: 120 });
  const { received } = office.simulator;
  assert.equal(asked(received, '/v1/admin/write-status/'), 0);
  assert.equal(asked(received, '/v1/admin/logs/writes/'), 2, 'a hundred to a page');
  const rows = await office.database.db.selectFrom('delivery').select(['reason', 'record_id']).execute();
  assert.ok(rows.every(({ reason, record_id }) => reason === 'id_unconfirmed' && record_id === null));
});

testDelivery('what failed in a backlog is asked about by itself: only that tells why', async (office) => {
  office.simulator.play({ kind: 'job', outcome: 'FAILURE', errors: ['{"message":"no such source"}'] });
  office.simulator.play({ kind: 'job', outcome: 'PARTIAL_SUCCESS', errors: ['half'] });
  await office.acceptMany(8);
  await office.pass(0);
  await office.pass(2);
  assert.deepEqual(await office.states(), { delivered: 6, failed: 2 });
  const failed = await office.database.db
    .selectFrom('delivery')
    .select(['reason', 'detail'])
    .where('state', '=', 'failed')
    .orderBy('reason')
    .execute();
  assert.deepEqual(
    failed.map(({ reason, detail }) => [reason, detail]),
    [
      ['partial', 'half'],
      ['refused_by_resman', 'no such source'],
    ],
  );
});

testDelivery(
  'jobs that the log does not show keep their schedule, and are asked about one by one',
  async (office) => {
    office.simulator.play({ kind: 'job', outcome: 'PENDING', times: 6 });
    await office.acceptMany(6);
    await office.pass(0);
    await office.pass(2);
    assert.deepEqual(await office.states(), { accepted: 6 });
    for (const seconds of [3, 5, 10, 20]) await office.pass(seconds);
    assert.equal(asked(office.simulator.received, '/v1/admin/write-status/'), 0);
    await office.pass(20);
    assert.equal(asked(office.simulator.received, '/v1/admin/write-status/'), 5, 'overdue by a minute');
    assert.deepEqual(await office.states(), { accepted: 6 });
  },
);

testDelivery('without a log that can be read each job is asked about by itself', async (office) => {
  office.simulator.play({ kind: 'answer', status: 500, endpoint: 'write-log', times: 'always' });
  await office.acceptMany(6);
  await office.pass(0);
  await office.pass(2);
  assert.deepEqual(await office.states(), { delivered: 6 });
  assert.equal(asked(office.simulator.received, '/v1/admin/write-status/'), 6);
});
