import { type Kysely, sql } from 'kysely';
import { type Database, readClock } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import type { Exchange } from '../propexo/exchange.ts';
import { askPropexo } from './ask-propexo.ts';
import type { SendOutcome } from './classify.ts';
import type { DeliveryContext } from './context.ts';
import { afterOutcome, afterProbe, freshLane, type Lane, type OpenReason } from './lane.ts';
import { afterUse, allowance, changeBudget, holdBudget } from './request-budget.ts';
import { scaled } from './schedule.ts';

/** Tells the lane of an integration what a send to it taught. @returns the lane if its circuit opened by it. */
export async function learnFromSend(
  trx: Kysely<Tables>,
  database: Database,
  integrationId: string,
  outcome: SendOutcome,
  timeScale: number,
): Promise<Lane | undefined> {
  const before = await readLane(trx, database, integrationId);
  const now = await readClock({ ...database, db: trx });
  const after = afterOutcome(before, outcome, now, timeScale);
  if (JSON.stringify(after) === JSON.stringify(before)) return undefined;
  await writeLane(trx, integrationId, after);
  // A trial that failed is the same trouble going on.
  return after.open_reason && !before.open_reason && before.trial === 0 ? after : undefined;
}

async function readLane(trx: Kysely<Tables>, database: Database, integrationId: string): Promise<Lane> {
  const row = trx.selectFrom('integration_lane').selectAll().where('integration_id', '=', integrationId);
  const found = await (database.engine === 'postgres' ? row.forUpdate() : row).executeTakeFirst();
  if (!found) return freshLane;
  const { integration_id: _, ...lane } = found;
  return lane;
}

async function writeLane(trx: Kysely<Tables>, integrationId: string, lane: Lane): Promise<void> {
  await trx
    .insertInto('integration_lane')
    .values({ integration_id: integrationId, ...lane })
    .onConflict((conflict) => conflict.column('integration_id').doUpdateSet(lane))
    .execute();
}

/**
 * Takes up to `limit` integrations whose circuit is open and whose question is due; one request is paid for each. One
 * replica asks: whoever moves `probe_at` past its own time-out.
 */
export async function claimProbes(context: DeliveryContext, limit: number): Promise<string[]> {
  const { database, requestsPerMinute, timeScale } = context;
  const isOpen = await database.db
    .selectFrom('integration_lane')
    .select('integration_id')
    .where('probe_at', '<=', database.now())
    .limit(1)
    .executeTakeFirst();
  if (!isOpen || limit <= 0) return [];
  return database.db.transaction().execute(async (trx) => {
    const budget = await holdBudget(trx, database);
    const now = await readClock({ ...database, db: trx });
    const most = Math.min(limit, allowance(budget, requestsPerMinute, now).requests);
    if (most === 0) return [];
    const due = trx
      .selectFrom('integration_lane')
      .select('integration_id')
      .where('probe_at', '<=', now)
      .orderBy('probe_at')
      .limit(most);
    const lanes = await (database.engine === 'postgres' ? due.forUpdate().skipLocked() : due).execute();
    const ids = lanes.map(({ integration_id }) => integration_id);
    if (ids.length === 0) return [];
    await changeBudget(trx, afterUse(budget, requestsPerMinute, now, ids.length, 0));
    await trx
      .updateTable('integration_lane')
      .set({ probe_at: now + Math.round(scaled('lease', timeScale)) })
      .where('integration_id', 'in', ids)
      .execute();
    return ids;
  });
}

/** Asks an integration a harmless question, and closes its circuit for a trial when it answers. */
export async function probeCircuit(context: DeliveryContext, integrationId: string): Promise<void> {
  const { database, timeScale, log } = context;
  const answer = await askPropexo(context, 'probe', () => context.propexo.probe(integrationId));
  const result = judge(answer);
  await database.db.transaction().execute(async (trx) => {
    const lane = await readLane(trx, database, integrationId);
    if (!lane.open_reason) return;
    const now = await readClock({ ...database, db: trx });
    await writeLane(trx, integrationId, afterProbe(lane, result, now, timeScale));
    if (result !== 'good') return;
    // What was put off only because nothing could be sent need not wait its whole time.
    await trx
      .updateTable('delivery')
      .set({ due_at: now })
      .where('integration_id', '=', integrationId)
      .where('state', '=', 'queued')
      .where('prove_absent', '=', 0)
      .where('reason', '=', 'connection_failed')
      .where('due_at', '>', now)
      .execute();
  });
  if (result === 'good')
    log.info({ integration: integrationId }, 'the integration answers again; leads go out');
}

/** A limit that is reached says nothing about the integration. */
function judge(answer: Exchange): OpenReason | 'good' | 'no_news' {
  if (answer.kind !== 'answer') return 'failing';
  if (answer.status === 429) return 'no_news';
  if (answer.status === 401 || answer.status === 403) return 'credentials';
  if (answer.status === 404 || answer.status === 405) return 'configuration';
  return answer.status === 200 && answer.bodyComplete ? 'good' : 'failing';
}

/** After a start with, perhaps, other settings: whatever circuit is open is looked at now. */
export async function probeSoon(database: Database): Promise<void> {
  await database.db
    .updateTable('integration_lane')
    .set({ probe_at: database.now(), step: sql<number>`1` })
    .where('open_reason', 'is not', null)
    .execute();
  await database.db
    .updateTable('delivery')
    .set({ due_at: database.now() })
    .where('state', '=', 'queued')
    .where('reason', 'in', ['credentials', 'configuration'])
    .where('due_at', '>', database.now())
    .execute();
}
