import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { readWebhookMessage, type WebhookMessage, writeFailure } from '../propexo/webhook-message.ts';
import { actOnMessage, type Outcome } from './act-on-message.ts';
import type { DeliveryContext } from './context.ts';
import { forgetHandled } from './forget-handled.ts';

const batch = 100;
/** A message that cannot be handled is given up then, in this process: it must not be tried for ever. */
const mostTries = 5;
const failures = new Map<string, number>();

/**
 * Acts on stored messages of Propexo, the oldest first. Each in a transaction of its own: a crash leaves it unhandled,
 * and one that fails does not hold up the others.
 * @returns how many were handled
 */
export async function handleInbox(context: DeliveryContext): Promise<number> {
  const { db } = context.database;
  await forgetHandled(context.database);
  const waiting = await db
    .selectFrom('webhook_event')
    .select('body_hash')
    .where('handled_at', 'is', null)
    .orderBy('received_at')
    .limit(batch)
    .execute();
  let handled = 0;
  for (const { body_hash } of waiting) {
    if (await handleOne(context, body_hash)) handled += 1;
    // The embedded database is synchronous: whoever asks for a page meanwhile must not wait for the whole batch.
    await setImmediate();
  }
  return handled;
}

async function handleOne(context: DeliveryContext, hash: string): Promise<boolean> {
  const { database, log } = context;
  try {
    const done = await database.db.transaction().execute(async (trx) => {
      const event = trx
        .selectFrom('webhook_event')
        .selectAll()
        .where('body_hash', '=', hash)
        .where('handled_at', 'is', null);
      // Another replica may be handling it at this moment.
      const mine = database.engine === 'postgres' ? event.forUpdate().skipLocked() : event;
      const found = await mine.executeTakeFirst();
      if (!found) return false;
      const message = readWebhookMessage(found.body);
      const outcome = await actOnMessage({ ...context, database: { ...database, db: trx } }, message);
      await markHandled(context, trx, hash, outcome);
      if (!mayStay(message))
        await trx.updateTable('webhook_event').set({ body: '' }).where('body_hash', '=', hash).execute();
      return true;
    });
    failures.delete(hash);
    return done;
  } catch (error) {
    const tries = (failures.get(hash) ?? 0) + 1;
    failures.set(hash, tries);
    log.warn({ err: error, event: hash, tries }, 'a webhook message could not be handled');
    if (tries < mostTries) return false;
    await markHandled(context, database.db, hash, 'ignored');
    failures.delete(hash);
    return true;
  }
}

/** Records are of everybody in ResMan, also of people who never wrote here: the hash is enough to know them again. */
function mayStay(message: WebhookMessage | undefined): boolean {
  return message?.trigger === undefined || message.kind === 'write_failed';
}

async function markHandled(
  { database }: DeliveryContext,
  db: Kysely<Tables>,
  hash: string,
  outcome: Outcome,
): Promise<void> {
  await db
    .updateTable('webhook_event')
    .set({ handled_at: database.now(), outcome })
    .where('body_hash', '=', hash)
    .execute();
}

/** Whether Propexo has announced already that this job failed: then it is asked about at once. */
export async function announcedFailure(db: Kysely<Tables>, jobId: string): Promise<boolean> {
  const event = await db
    .selectFrom('webhook_event')
    .select('body_hash')
    .where('job_id', '=', jobId)
    .where('trigger', '=', writeFailure)
    .limit(1)
    .executeTakeFirst();
  return event !== undefined;
}
