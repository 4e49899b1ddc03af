import type { Database } from '../database/connect.ts';
import type { PropexoClient } from '../propexo/client.ts';
import type { Claim } from './claim.ts';
import type { Situation } from './next-state.ts';

/** What every step of a delivery works with; clock and randomness come from outside so that tests can pin them. */
export interface DeliveryContext {
  database: Database;
  propexo: PropexoClient;
  timeScale: number;
  /** What all replicas together may ask of Propexo. */
  requestsPerMinute: number;
  random: () => number;
  log: Record<'info' | 'warn' | 'error', (facts: object, message: string) => void>;
  meter?: Meter;
}

/** Counts what happens, for whoever watches the program. */
export interface Meter {
  /** A request to Propexo ended: with an HTTP status, or without an answer. */
  request(kind: RequestKind, result: number | 'no_connection' | 'no_answer'): void;
  /** A send was judged: the class of `classify`. */
  attempt(outcome: string): void;
}

export type RequestKind =
  | 'create'
  | 'retry'
  | 'write_status'
  | 'write_log'
  | 'leads'
  | 'probe'
  | 'homes'
  | 'sources';

/** The claimed delivery's circumstances now; time that passed since the claim is taken from the monotonic clock. */
export function situationOf(claim: Claim, context: DeliveryContext): Situation {
  const now = claim.claimedAt + (performance.now() - claim.claimedAtMonotonic);
  return {
    sinceQueued: now - claim.delivery.queued_at,
    inState: now - claim.delivery.state_since,
    step: claim.delivery.step,
    reason: claim.delivery.reason,
    askedByStaff: claim.delivery.prove_absent === 2,
    timeScale: context.timeScale,
    random: context.random,
  };
}
