import type { Database } from '../database/connect.ts';
import type { Worker } from '../delivery/worker.ts';
import type { Environment } from '../env.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Property } from '../property/property.ts';
import type { StaffAuth } from '../staff/staff-auth.ts';
import type { VisitCounter } from '../visits/visit-counter.ts';
import type { Log } from './log.ts';

export interface RunningApp {
  environment: Environment;
  database: Database;
  worker: Worker;
  staffAuth: StaffAuth;
  log: Log;
  /** Signs what travels through a browser and comes back. */
  secret: string;
  metrics: Metrics;
  visits: VisitCounter;
  /** Asked to end: balancers are told to send nothing more. */
  isEnding: () => boolean;
  /** As they were published when this process started: the form is shown even while the database is away. */
  properties: Property[];
}

/**
 * Next evaluates a module once for each bundle (instrumentation, every route, every page): what must exist once in the
 * process is kept on the global object.
 */
const key = Symbol.for('guestcard.app');
const shared = globalThis as { [key]?: RunningApp };

export function keepRunningApp(app: RunningApp): void {
  shared[key] = app;
}

/** @throws while building, or before `startApp` is through. */
export function runningApp(): RunningApp {
  const app = shared[key];
  if (!app)
    throw new Error('Guestcard is not running: a page that needs its database must not be prerendered.');
  return app;
}
