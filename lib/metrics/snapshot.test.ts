import assert from 'node:assert/strict';
import type { Updateable } from 'kysely';
import type { DeliveryRow } from '../database/tables.ts';
import { type BackOffice, testDelivery } from '../delivery/test-delivery.ts';
import { takeSnapshot } from './snapshot.ts';

const minute = 60_000;

/** A lead that came `age` ago, and what has become of it. */
async function lead(
  { accept, database }: BackOffice,
  now: number,
  age: number,
  changes: Updateable<DeliveryRow>,
): Promise<void> {
  const reference = await accept({ first_name: crypto.randomUUID().replaceAll(/\d/g, 'x') });
  const { id } = await database.db
    .selectFrom('lead')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
  const received = now - age;
  await database.db.updateTable('lead').set({ received_at: received }).where('id', '=', id).execute();
  await database.db
    .updateTable('delivery')
    .set({ queued_at: received, state_since: received, ...changes })
    .where('lead_id', '=', id)
    .execute();
}

testDelivery(
  'leads by state, the oldest, those who need a person, and how long delivering took',
  async (office) => {
    const { database } = office;
    const { now } = await takeSnapshot(database, 1);
    await lead(office, now, 20 * minute, { state_since: now - minute });
    await lead(office, now, 2 * minute, {});
    await lead(office, now, 30 * minute, { state: 'sending', state_since: now - 1_000 });
    await lead(office, now, 14 * minute, { state: 'unknown' });
    await lead(office, now, 50 * minute, { state: 'unknown', state_since: now - 15 * minute });
    await lead(office, now, 25 * 60 * minute, { state: 'accepted', state_since: now - 23 * 60 * minute });
    await lead(office, now, 90 * minute, { state: 'failed', state_since: now - 80 * minute });
    await lead(office, now, minute, { state: 'quarantined' });
    const delivered = (took: number, ago: number) =>
      lead(office, now, took + ago, { state: 'delivered', state_since: now - ago, delivered_at: now - ago });
    await delivered(9_000, minute);
    await delivered(4_000, 59 * minute);
    await delivered(2_000, 61 * minute);

    const snapshot = await takeSnapshot(database, 1);
    assert.deepEqual(snapshot.leads, {
      queued: { count: 2, oldestAge: 20 * minute },
      sending: { count: 1, oldestAge: 30 * minute },
      unknown: { count: 2, oldestAge: 15 * minute },
      accepted: { count: 1, oldestAge: 23 * 60 * minute },
      failed: { count: 1, oldestAge: 80 * minute },
      quarantined: { count: 1, oldestAge: minute },
    });
    assert.equal(snapshot.needPerson, 2, 'failed, and unknown for 15 minutes; spam may wait');
    assert.equal((await takeSnapshot(database, 0.1)).needPerson, 4, 'all those times are shorter');
    assert.deepEqual(snapshot.delivered, { inLastHour: 2, times: [4_000, 9_000] });
  },
);

testDelivery('the budget, open circuits and the webhook inbox', async ({ database }) => {
  const { db } = database;
  const { now } = await takeSnapshot(database, 1);
  await db
    .updateTable('request_budget')
    .set({ next_at: now + 500, account_limit: 150 })
    .execute();
  const lane = { recent: '', open_since: now, probe_at: now, step: 1, trial: 0 as const };
  await db
    .insertInto('integration_lane')
    .values([
      { ...lane, integration_id: 'int-1', open_reason: null },
      { ...lane, integration_id: 'int-2', open_reason: 'credentials' },
    ])
    .execute();
  const event = { body: '{}', trigger: null, integration_id: null, job_id: null };
  const handled = (hash: string, ago: number) => ({
    ...event,
    body_hash: hash,
    received_at: now - ago,
    handled_at: now - ago,
    outcome: 'matched' as const,
  });
  await db
    .insertInto('webhook_event')
    .values([
      { ...event, body_hash: 'a', received_at: now - 3_000, handled_at: null, outcome: null },
      handled('b', minute),
      handled('c', 61 * minute),
    ])
    .execute();
  const snapshot = await takeSnapshot(database, 1);
  assert.deepEqual(snapshot.budget, {
    next_at: now + 500,
    staff_next_at: 0,
    account_limit: 150,
    pace_ms: null,
    pace_until: 0,
    blocked_until: 0,
  });
  assert.deepEqual(snapshot.openCircuits, [{ integrationId: 'int-2', reason: 'credentials' }]);
  assert.deepEqual(snapshot.webhooks, {
    waiting: 1,
    oldestWaitingAge: 3_000,
    handledInLastHour: { matched: 1 },
  });
});
