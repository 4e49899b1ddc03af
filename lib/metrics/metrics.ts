import type { Log } from '../app/log.ts';
import { oneAtATime } from '../app/one-at-a-time.ts';
import { signatureFailuresInLastHour } from '../app/signature-failures.ts';
import { answerWithin } from '../database/answer-within.ts';
import type { Database } from '../database/connect.ts';
import { type Alarm, alarmsOf } from './alarms.ts';
import { budgetInUse } from './budget-in-use.ts';
import { createProcessMetrics, type ProcessMetrics } from './process-metrics.ts';
import { sharedMetrics } from './shared-metrics.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';

export interface Metrics extends Omit<ProcessMetrics, 'registry'> {
  /** Prometheus' text format: what this process counted, then what the shared database says. Never throws for the database. */
  scrape(): Promise<string>;
  alarmsNow(): Promise<Alarm[]>;
}

interface Parts {
  settings: { deliveryTimeScale: number; propexo: { requestsPerMinute: number } };
  database: Database;
  log: Pick<Log, 'error'>;
  patienceMs?: number;
}

/** Prometheus gives a scrape ten seconds by default. */
const databasePatienceMs = 3_000;

/** Once per process: its counters live here. */
export function createMetrics({ settings, database, log, patienceMs = databasePatienceMs }: Parts): Metrics {
  const timeScale = settings.deliveryTimeScale;
  const perMinute = settings.propexo.requestsPerMinute;
  const { registry, ...process } = createProcessMetrics(perMinute);
  const ask = oneAtATime(async () => {
    try {
      return await takeSnapshot(database, timeScale);
    } catch (error) {
      log.error({ err: error }, 'the database cannot be read for metrics and alarms');
      throw error;
    }
  });
  const look = (): Promise<Snapshot | undefined> => answerWithin(patienceMs, ask()).catch(() => undefined);
  const judge = (snapshot: Snapshot | undefined) =>
    alarmsOf({ snapshot, signatureFailuresInLastHour: signatureFailuresInLastHour(timeScale) }, timeScale);
  return {
    ...process,
    alarmsNow: async () => judge(await look()),
    async scrape() {
      const snapshot = await look();
      const inUse = snapshot ? budgetInUse(snapshot.budget, perMinute, snapshot.now) : 0;
      return `${await registry.metrics()}\n${await sharedMetrics(snapshot, judge(snapshot), inUse)}`;
    },
  };
}
