import assert from 'node:assert/strict';
import type { KyselyPlugin } from 'kysely';
import { readClock } from '../database/connect.ts';
import type { DeliveryContext } from './context.ts';
import { announcedFailure, handleInbox } from './inbox.ts';
import { testDelivery } from './test-delivery.ts';
import { failedWrite, newLead, outcomes, tell } from './test-inbox.ts';

const events = ({ database }: DeliveryContext) =>
  database.db.selectFrom('webhook_event').selectAll().orderBy('received_at').execute();

testDelivery('an empty inbox is nothing to do; a message is handled once', async ({ context, database }) => {
  assert.equal(await handleInbox(context), 0);
  const message = failedWrite('job-1', 'int-1');
  await tell(context, message);
  assert.equal(await handleInbox(context), 1);
  await tell(context, message);
  assert.equal(await handleInbox(context), 0);
  const [event] = await events(context);
  assert.equal(event?.outcome, 'unmatched');
  assert.equal(event?.handled_at, event?.received_at);
  assert.equal((await database.db.selectFrom('webhook_event').selectAll().execute()).length, 1);
});

testDelivery('what is signed and cannot be read is put aside', async ({ context, warnings }) => {
  const odd = [
    '',
    'hello',
    '[]',
    '{}',
    'a\0b',
    { trigger: 'SYNC_COMPLETE', data: {} },
    failedWrite(null, 'x'),
  ];
  for (const message of odd) await tell(context, message);
  assert.equal(await handleInbox(context), odd.length);
  assert.deepEqual(
    await outcomes(context),
    odd.map(() => 'ignored'),
  );
  assert.deepEqual(warnings, []);
});

testDelivery('a long queue is handled in parts, the oldest first', async (office) => {
  const { context } = office;
  for (let number = 0; number < 105; number += 1) {
    await tell(context, failedWrite(`job-${number}`, 'int-1'));
    office.advance(1);
  }
  assert.equal(await handleInbox(context), 100);
  const waiting = (await events(context)).filter(({ handled_at }) => handled_at === null);
  assert.deepEqual(
    waiting.map(({ job_id }) => job_id),
    [100, 101, 102, 103, 104].map((number) => `job-${number}`),
  );
  assert.equal(await handleInbox(context), 5);
});

testDelivery('several workers handle each message once', async ({ context }) => {
  for (let number = 0; number < 30; number += 1) await tell(context, failedWrite(`job-${number}`, 'int-1'));
  const counts = await Promise.all([1, 2, 3].map(() => handleInbox(context)));
  assert.equal(
    counts.reduce((sum, count) => sum + count),
    30,
  );
  assert.equal(new Set(await outcomes(context)).size, 1);
});

/** The context with a database that refuses to change the delivery of this job. */
function refusing(context: DeliveryContext, jobId: string): DeliveryContext {
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      if (node.kind === 'UpdateQueryNode' && JSON.stringify(node).includes(jobId))
        throw new Error('refused for this test');
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { ...context, database: { ...context.database, db: context.database.db.withPlugin(plugin) } };
}

testDelivery(
  'one that fails leaves no trace, holds nobody up, and is given up in the end',
  async (office) => {
    const { context, property, warnings } = office;
    office.simulator.play({ kind: 'job', outcome: 'PENDING' });
    await office.accept();
    await office.pass(0);
    const before = await office.delivery();
    await tell(context, failedWrite(before.job_id, property.integration_id));
    office.advance(1);
    await tell(context, failedWrite('job-behind-it', 'int-1'));
    const broken = refusing(context, String(before.job_id));
    assert.equal(await handleInbox(broken), 1);
    assert.deepEqual(await outcomes(context), [null, 'unmatched']);
    assert.deepEqual(await office.delivery(), before);
    for (let round = 2; round <= 4; round += 1) assert.equal(await handleInbox(broken), 0);
    assert.equal(await handleInbox(broken), 1);
    assert.deepEqual(await outcomes(context), ['ignored', 'unmatched']);
    assert.equal(warnings.length, 5);
  },
);

testDelivery(
  'after a crash half-way, and a database that was away, it is handled all the same',
  async (office) => {
    const { context, property } = office;
    office.simulator.play({ kind: 'job', outcome: 'PENDING' });
    await office.accept();
    await office.pass(0);
    const jobId = String((await office.delivery()).job_id);
    await tell(context, failedWrite(jobId, property.integration_id));
    for (let round = 1; round <= 3; round += 1) await handleInbox(refusing(context, jobId));
    assert.equal(await handleInbox(context), 1);
    assert.deepEqual(await outcomes(context), ['matched']);
  },
);

testDelivery(
  'a failure that was announced before its job became known is remembered',
  async ({ context }) => {
    const { db } = context.database;
    await tell(context, failedWrite('job-1', 'int-1'));
    await tell(context, newLead('Ref GC-0000-0000', 'int-1'));
    assert.equal(await announcedFailure(db, 'job-1'), true);
    await handleInbox(context);
    assert.equal(await announcedFailure(db, 'job-1'), true);
    assert.equal(await announcedFailure(db, 'job-2'), false);
    // The job of a read, which says nothing about a write.
    assert.equal(await announcedFailure(db, 'read-1'), false);
  },
);

testDelivery('words about people are kept only while they are needed', async (office) => {
  const { context } = office;
  await tell(context, newLead('Ana Cruz would like a home', 'int-1'));
  office.advance(1);
  await tell(context, failedWrite('job-1', 'int-1'));
  office.advance(1);
  await tell(context, '{"what":"is this"}');
  await handleInbox(context);
  const kept = (await events(context)).map(({ body }) => body.length > 0);
  assert.deepEqual(kept, [false, true, true]);
  await tell(context, newLead('Ana Cruz would like a home', 'int-1'));
  assert.equal(await handleInbox(context), 0);
});

testDelivery('a handled message is forgotten after thirty days, a waiting one never', async ({ context }) => {
  const { db } = context.database;
  const day = 24 * 60 * 60_000;
  const today = await readClock(context.database);
  const row = (body_hash: string, age: number, handled: boolean) => ({
    body_hash,
    body: '{}',
    received_at: today - age,
    trigger: null,
    integration_id: null,
    job_id: null,
    handled_at: handled ? today - age : null,
    outcome: handled ? ('ignored' as const) : null,
  });
  const rowsBefore = [
    row('old', 30 * day + 1, true),
    row('younger', 30 * day - 1, true),
    row('waiting', 40 * day, false),
  ];
  await db.insertInto('webhook_event').values(rowsBefore).execute();
  await handleInbox(context);
  const left = (await events(context)).map(({ body_hash }) => body_hash);
  assert.deepEqual(left.toSorted(), ['waiting', 'younger']);
});
