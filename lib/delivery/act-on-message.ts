import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables, WebhookEventRow } from '../database/tables.ts';
import { referenceIn } from '../propexo/lead-payload.ts';
import type { WebhookMessage } from '../propexo/webhook-message.ts';
import type { DeliveryContext } from './context.ts';
import { staffNoticeAfter } from './schedule.ts';
import { statesBefore } from './states.ts';

export type Outcome = NonNullable<WebhookEventRow['outcome']>;

/**
 * What a message means for our deliveries. It only says where to look and is never believed itself, except that a record
 * which carries our reference exists.
 * @returns `matched`: about a lead of ours. `unmatched`: about a write that is not ours, as far as we know.
 */
export async function actOnMessage(
  context: DeliveryContext,
  message: WebhookMessage | undefined,
): Promise<Outcome> {
  switch (message?.kind) {
    case 'write_failed':
      return askAboutJob(context, message);
    case 'lead_seen':
      return adoptRecord(context, message);
    default:
      return 'ignored';
  }
}

/**
 * What came to an accepted job is asked at once. A job that nobody knows may be one whose number we never heard: then
 * the sends of that integration without a known outcome are looked for again.
 */
async function askAboutJob(
  context: DeliveryContext,
  { jobId, integrationId }: WebhookMessage,
): Promise<Outcome> {
  if (jobId === undefined) return 'ignored';
  const { db, now } = context.database;
  const ours = await db.selectFrom('delivery').select('id').where('job_id', '=', jobId).execute();
  if (ours.length === 0) {
    if (integrationId !== undefined) await lookAgain(context, integrationId);
    return 'unmatched';
  }
  await askAt(db, now(), 'job_id', jobId);
  return 'matched';
}

/** A question that is under way was asked before this news: its answer would put the next one off. */
async function askAt(
  db: Kysely<Tables>,
  due_at: RawBuilder<number>,
  column: 'id' | 'job_id',
  value: string,
): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ due_at, claim_id: null, lease_until: null })
    .where(column, '=', value)
    .where('state', '=', 'accepted')
    .execute();
}

/**
 * Failures of other programs in the same account are unknown jobs too: they must not use up our requests. What is in
 * front of staff by now keeps its own schedule.
 */
const betweenLooksMs = 30_000;

async function lookAgain({ database, timeScale }: DeliveryContext, integrationId: string): Promise<void> {
  const { db, now } = database;
  const justLooked = await db
    .selectFrom('webhook_event')
    .select('body_hash')
    .where('handled_at', '>', sql<number>`${now()} - ${sql.lit(betweenLooksMs)}`)
    .where('integration_id', '=', integrationId)
    .where('outcome', '=', 'unmatched')
    .limit(1)
    .executeTakeFirst();
  const wait = sql.lit(justLooked ? betweenLooksMs : 0);
  await db
    .updateTable('delivery')
    .set({ due_at: sql<number>`${now()} + ${wait}`, claim_id: null, lease_until: null })
    .where('integration_id', '=', integrationId)
    .where('state', '=', 'unknown')
    .where('state_since', '>', sql<number>`${now()} - ${sql.lit(Math.round(staffNoticeAfter * timeScale))}`)
    .where((delivery) =>
      // As above: a search that is under way was begun before this news.
      delivery.or([
        delivery('due_at', '>', sql<number>`${now()} + ${wait}`),
        delivery('claim_id', 'is not', null),
      ]),
    )
    .execute();
}

/**
 * A record whose notes begin with the reference of a lead is that lead in ResMan: late truth wins, whoever brings it. But
 * it may be there in part only, which its job alone tells: an open job is asked about, and what is known to be partly
 * there stays with staff.
 */
async function adoptRecord(
  { database, log }: DeliveryContext,
  { recordId, integrationId, notes }: WebhookMessage,
): Promise<Outcome> {
  const references = notes.flatMap((text) => referenceIn(text) ?? []);
  if (recordId === undefined || references.length === 0) return 'ignored';
  const { db, now } = database;
  const delivery = await db
    .selectFrom('delivery')
    .innerJoin('lead', 'lead.id', 'delivery.lead_id')
    .select(['delivery.id', 'delivery.integration_id'])
    .where('lead.reference', 'in', references)
    .executeTakeFirst();
  if (!delivery || (integrationId !== undefined && integrationId !== delivery.integration_id))
    return 'ignored';
  const moved = await db
    .updateTable('delivery')
    .set({
      state: 'delivered',
      state_since: now(),
      delivered_at: now(),
      record_id: recordId,
      reason: 'found_by_reference',
      detail: null,
      due_at: null,
      claim_id: null,
      lease_until: null,
      retry_job_id: null,
      by_staff: 0,
    })
    .where('id', '=', delivery.id)
    .where('state', 'in', statesBefore('delivered'))
    .where('state', '<>', 'accepted')
    .where((row) => row.or([row('reason', 'is', null), row('reason', '<>', 'partial')]))
    .executeTakeFirst();
  if (moved.numUpdatedRows > 0n) log.info({ delivery: delivery.id }, 'a webhook showed it in ResMan');
  else {
    await askAt(db, now(), 'id', delivery.id);
    await confirmRecord(db, delivery.id, recordId);
  }
  return 'matched';
}

/** Delivered without an id (Propexo's log of writes names none): now it is known. */
async function confirmRecord(db: Kysely<Tables>, id: string, recordId: string): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ record_id: recordId, reason: 'found_by_reference' })
    .where('id', '=', id)
    .where('state', '=', 'delivered')
    .where('record_id', 'is', null)
    .execute();
}
