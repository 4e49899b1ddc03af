import type { RunningApp } from './running-app.ts';

interface Health {
  healthy: boolean;
  status: 'ok' | 'failing';
  database: 'writable' | 'not_writable';
  worker: 'running' | 'stalled';
  /** Since the oldest undelivered lead was received; null when every lead has arrived or is in front of staff. */
  oldest_undelivered_age_seconds: number | null;
}

/** A round takes a second; one that waits for a slow database may take several. */
const stalledAfterMs = 30_000;

/** For load balancers: a replica that cannot store leads must get none. Late leads alone are an alarm, not a reason. */
export async function checkHealth({ database, worker, log }: RunningApp): Promise<Health> {
  const workerRuns = worker.idleFor() < stalledAfterMs;
  let writable = true;
  let oldest: number | null = null;
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
    if (row?.since != null) oldest = Math.max(0, Math.round((row.now - row.since) / 1_000));
  } catch (error) {
    log.error({ err: error }, 'the database cannot be written');
    writable = false;
  }
  const healthy = writable && workerRuns;
  return {
    healthy,
    status: healthy ? 'ok' : 'failing',
    database: writable ? 'writable' : 'not_writable',
    worker: workerRuns ? 'running' : 'stalled',
    oldest_undelivered_age_seconds: oldest,
  };
}
