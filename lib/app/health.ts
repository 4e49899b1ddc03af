import { answerWithin } from '../database/answer-within.ts';
import type { Database } from '../database/connect.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { RunningApp } from './running-app.ts';

interface Health {
  healthy: boolean;
  /** `ending`: asked to end, and still answering until balancers have noticed. */
  status: 'ok' | 'failing' | 'ending';
  database: 'writable' | 'not_writable';
  worker: 'running' | 'stalled';
  /** Since the oldest undelivered lead was received; null when every lead has arrived or is in front of staff. */
  oldest_undelivered_age_seconds: number | null;
}

type HealthFacts = Pick<RunningApp, 'database' | 'worker' | 'log' | 'isEnding'>;

/** A round takes a second; one that waits for a slow database may take several. */
const stalledAfterMs = 30_000;
/** Balancers give an answer a second or two; one that comes later only says that nobody answers. */
export const healthPatienceMs = 1_000;

/** For load balancers: a replica that cannot store leads must get none. Late leads alone are an alarm, not a reason. */
export async function checkHealth(app: HealthFacts, patienceMs = healthPatienceMs): Promise<Health> {
  const { database, worker, log, isEnding } = app;
  const workerRuns = worker.idleFor() < stalledAfterMs;
  const write = probes.get(database) ?? oneAtATime(() => writeProbe(database, log));
  probes.set(database, write);
  const probe = await answerWithin(patienceMs, write()).catch(() => undefined);
  const healthy = probe !== undefined && workerRuns && !isEnding();
  return {
    healthy,
    status: isEnding() ? 'ending' : healthy ? 'ok' : 'failing',
    database: probe ? 'writable' : 'not_writable',
    worker: workerRuns ? 'running' : 'stalled',
    oldest_undelivered_age_seconds: probe?.oldestAge ?? null,
  };
}

/** Frequent checks must not queue up in front of a database that hangs. */
const probes = new WeakMap<Database, ReturnType<typeof oneAtATime<{ oldestAge: number | null }>>>();

async function writeProbe(
  database: Database,
  log: Pick<RunningApp['log'], 'error'>,
): Promise<{ oldestAge: number | null }> {
  try {
    await database.db
      .insertInto('health_check')
      .values({ id: 'write', written_at: database.now() })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ written_at: database.now() }))
      .execute();
    const row = await database.db
      .selectFrom('delivery')
      .select((select) => [select.fn.min('queued_at').as('since'), database.now().as('now')])
      .where('due_at', 'is not', null)
      .executeTakeFirst();
    return { oldestAge: row?.since == null ? null : Math.max(0, Math.round((row.now - row.since) / 1_000)) };
  } catch (error) {
    log.error({ err: error }, 'the database cannot be written');
    throw error;
  }
}
