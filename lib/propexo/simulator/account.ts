import type { Catalog } from './catalog.ts';
import type { Timers } from './clock.ts';
import type { Ids } from './ids.ts';
import type { Records } from './records.ts';
import type { ScenarioQueue } from './scenario-queue.ts';

/** Everything behind the API: what the handlers read and change. */
export type Account = {
  catalog: Catalog;
  records: Records;
  scenarios: ScenarioQueue;
  timers: Timers;
  ids: Ids;
  settleMs: number;
  now(): number;
  /** Says that records changed: they are journaled, and whoever waits looks again. */
  changed(): void;
  /** Webhook attempts under way. */
  underWay: Set<Promise<void>>;
  /** Aborts webhook attempts when the simulator closes or forgets. */
  closing: AbortSignal;
};
