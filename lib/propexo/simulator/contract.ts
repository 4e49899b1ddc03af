import type { Catalog } from './catalog.ts';
import type { Schedule } from './clock.ts';
import type { CreateLead } from './create-lead.ts';
import type { LeadRecord } from './lead-record.ts';
import type { Webhook, WebhookDelivery, WriteJob } from './records.ts';
import type { ReceivedRequest } from './request.ts';
import type { Scenario } from './scenario.ts';

/** The Bearer token that is accepted unless another one is given. */
export const defaultToken = 'simulator-token';

export type SimulatorOptions = {
  /** 0: any free port. */
  port?: number;
  host?: string;
  /** The Bearer token that is accepted. */
  token?: string;
  catalog?: Catalog;
  /** How long a write job stays PENDING. */
  settleMs?: number;
  /** null: no limit and no rate limit headers. */
  requestsPerMinute?: number | null;
  /** Where leads, jobs and webhooks outlive the process. */
  journalFile?: string;
  /** Epoch ms. */
  now?: () => number;
  /** How timers run; `HandClock` gives both `now` and `schedule`. */
  schedule?: Schedule;
  random?: () => number;
};

export type InboxEntry = { job_id: string; body: CreateLead; received_at: number };

export type Simulator = {
  readonly url: string;
  readonly port: number;
  readonly catalog: Catalog;
  /** Every API request, oldest first (the last 100,000). */
  readonly received: ReceivedRequest[];
  /** The create-lead bodies that queued a job; retries are not among them. */
  readonly inbox: InboxEntry[];
  /** The leads that exist in ResMan. */
  readonly leads: LeadRecord[];
  readonly jobs: WriteJob[];
  readonly webhooks: Webhook[];
  readonly deliveries: WebhookDelivery[];
  /** Throws a ZodError when it is not a scenario. */
  play(scenario: Scenario): void;
  /** Also accepts the original token again. Jobs already queued keep their outcome. */
  clearScenarios(): void;
  /** What is on its way arrives now: late acts, then all jobs not PENDING for ever; ends when the webhooks were tried. */
  settle(): Promise<void>;
  waitFor(predicate: (simulator: Simulator) => boolean, options?: { timeoutMs?: number }): Promise<void>;
  addCatalog(addition: Partial<Catalog>): void;
  /** The row with this id is in no list any more. */
  loseRow(id: string): void;
  /** Reads ResMan again: every row was seen now, but for those that were deleted there. */
  syncCatalog(deletedIds?: string[]): void;
  redeliver(deliveryId: string): Promise<void>;
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  /** Forgets requests, records, scenarios and the rate window, and drops open connections; keeps the catalog. */
  reset(): void;
  close(): Promise<void>;
};
