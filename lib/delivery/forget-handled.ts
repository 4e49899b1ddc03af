import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { forgetRecent } from '../spam/forget-recent.ts';

/** Messages name people who never used the form: they are kept as long as somebody may ask what happened. */
const keptMs = 30 * 24 * 60 * 60_000;
const mostAtOnce = 1_000;
const betweenMs = 10 * 60_000;
const lastTime = new WeakMap<Database, number>();

/**
 * Deletes webhook messages that were handled 30 days ago, and what the screening for spam remembered for a day; looks for
 * them every ten minutes, however often it is called.
 */
export async function forgetHandled(database: Database): Promise<void> {
  const now = performance.now();
  if (now - (lastTime.get(database) ?? Number.NEGATIVE_INFINITY) < betweenMs) return;
  const { db } = database;
  const old = db
    .selectFrom('webhook_event')
    .select('body_hash')
    .where('handled_at', '<', sql<number>`${database.now()} - ${sql.lit(keptMs)}`)
    .limit(mostAtOnce);
  await db.deleteFrom('webhook_event').where('body_hash', 'in', old).execute();
  await forgetRecent(database);
  lastTime.set(database, now);
}
