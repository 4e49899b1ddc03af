import { type Kysely, sql } from 'kysely';
import { type Database, readClock } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
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

/** Asks the integrations whose circuit is open a harmless question, each when its time has come. */
export async function probeOpenCircuits(context: DeliveryContext): Promise<void> {
  for (;;) {
    const integrationId = await claimProbe(context);
    if (integrationId === undefined) return;
    await probe(context, integrationId);
  }
}

/** One replica asks: whoever moves `probe_at` past its own time-out. */
async function claimProbe(context: DeliveryContext): Promise<string | undefined> {
  const { database, requestsPerMinute, timeScale } = context;
  const isOpen = await database.db
    .selectFrom('integration_lane')
    .select('integration_id')
    .where('probe_at', '<=', database.now())
    .executeTakeFirst();
  if (!isOpen) return undefined;
  return database.db.transaction().execute(async (trx) => {
    const budget = await holdBudget(trx, database);
    const now = await readClock({ ...database, db: trx });
    if (allowance(budget, requestsPerMinute, now).requests === 0) return undefined;
    const due = trx
      .selectFrom('integration_lane')
      .select('integration_id')
      .where('probe_at', '<=', now)
      .orderBy('probe_at')
      .limit(1);
    const lane = await (database.engine === 'postgres'
      ? due.forUpdate().skipLocked()
      : due
    ).executeTakeFirst();
    if (!lane) return undefined;
    await changeBudget(trx, afterUse(budget, requestsPerMinute, now, 1, 0));
    await trx
      .updateTable('integration_lane')
      .set({ probe_at: now + Math.round(scaled('lease', timeScale)) })
      .where('integration_id', '=', lane.integration_id)
      .execute();
    return lane.integration_id;
  });
}

async function probe(context: DeliveryContext, integrationId: string): Promise<void> {
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

/** A limit reached is an answer too; only the integration's own trouble keeps its circuit open. */
function judge(answer: Awaited<ReturnType<DeliveryContext['propexo']['probe']>>): OpenReason | 'good' {
  if (answer.kind !== 'answer') return 'failing';
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
}
