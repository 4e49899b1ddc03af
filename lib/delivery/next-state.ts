import type { JobOutcome } from '../propexo/answers.ts';
import type { SendOutcome } from './classify.ts';
import {
  absenceSearches,
  followUps,
  lastAbsenceSearch,
  reconciles,
  retryUntil,
  retryWaits,
  untilNextLook,
  waitOf,
  withFullJitter,
} from './schedule.ts';
import type { DeliveryState } from './states.ts';

/** What a delivery becomes. Waits are milliseconds from the database's present; undefined: nothing more by itself. */
export interface Move {
  state: DeliveryState;
  wait?: number | undefined;
  step?: number;
  proveAbsent?: boolean;
  jobId?: string;
  recordId?: string | undefined;
  reason?: string | undefined;
  detail?: string | undefined;
}

/** What the pure decisions need to know of a delivery and of the moment. */
export interface Situation {
  /** Milliseconds since it was queued. */
  sinceQueued: number;
  /** Milliseconds since it is in its present state. */
  inState: number;
  /** Sends since it was queued that were surely not applied. */
  step: number;
  /** Why it waited before this send. */
  reason: string | null;
  /** Staff asked to send it again and know that it may double: one look for it is enough. */
  askedByStaff: boolean;
  timeScale: number;
  random: () => number;
}

export function afterSend(outcome: SendOutcome, situation: Situation): Move {
  switch (outcome.class) {
    case 'accepted':
      return {
        state: 'accepted',
        jobId: outcome.jobId,
        wait: untilNextLook(followUps, 0, situation.timeScale),
        reason: undefined,
        detail: undefined,
      };
    case 'refused':
      return { state: 'failed', reason: outcome.reason, detail: outcome.detail };
    case 'integration_refused':
      return waitForOthers(outcome, situation);
    case 'not_sent':
      return retry(outcome.reason, outcome.detail, situation);
    case 'probably_not_applied': {
      const { step, timeScale, sinceQueued } = situation;
      if (sinceQueued >= retryUntil * timeScale) return lost('unavailable', outcome.detail, timeScale);
      return {
        state: 'queued',
        reason: 'unavailable',
        detail: outcome.detail,
        step: step + 1,
        proveAbsent: true,
        // No jitter: a search too early finds nothing of a job that is still on its way.
        wait: waitOf(retryWaits, step, timeScale),
      };
    }
    case 'ambiguous':
      return lost(outcome.reason, outcome.detail, situation.timeScale);
  }
}

/**
 * What it waits for is not its own: the budget's next minute, or its integration's circuit. But one that is refused again
 * for the same reason may be the trouble itself: it steps back, so that its neighbours are not held up by it for ever.
 */
function waitForOthers(
  { reason, detail }: Extract<SendOutcome, { class: 'integration_refused' }>,
  situation: Situation,
): Move {
  const { step, timeScale, sinceQueued } = situation;
  if (reason === 'rate_limited' || reason !== situation.reason)
    return { state: 'queued', wait: 0, reason, detail };
  if (sinceQueued >= retryUntil * timeScale)
    return { state: 'failed', reason: 'gave_up', detail: `${reason}: ${detail}` };
  return { state: 'queued', wait: waitOf(retryWaits, step, timeScale), step: step + 1, reason, detail };
}

/** A send that nobody can vouch for: never sent again by software, searched for instead. */
export function lost(reason: string, detail: string, timeScale: number): Move {
  return { state: 'unknown', reason, detail, wait: untilNextLook(reconciles, 0, timeScale) };
}

/** Nothing of it was ever taken, and the time for trying is over. */
export const gaveUp: Move = {
  state: 'failed',
  reason: 'gave_up',
  detail: 'Propexo could not be reached for three days',
};

function retry(reason: string, detail: string, situation: Situation): Move {
  const { step, timeScale, random, sinceQueued } = situation;
  if (sinceQueued >= retryUntil * timeScale)
    return { state: 'failed', reason: 'gave_up', detail: `${reason}: ${detail}` };
  return {
    state: 'queued',
    reason,
    detail,
    step: step + 1,
    wait: withFullJitter(waitOf(retryWaits, step, timeScale), random),
  };
}

/** After asking about an accepted job; `undefined` when the question itself got no usable answer. */
export function afterQuestion(outcome: JobOutcome | undefined, situation: Situation): Move {
  const wait = untilNextLook(followUps, situation.inState, situation.timeScale);
  switch (outcome?.status) {
    case 'success':
      return {
        state: 'delivered',
        recordId: outcome.recordId,
        reason: outcome.recordId ? undefined : 'id_unconfirmed',
      };
    case 'partial':
      return {
        state: 'failed',
        reason: 'partial',
        recordId: outcome.recordId,
        detail: outcome.errors.join('; '),
      };
    case 'failure':
      return {
        state: 'failed',
        reason: 'refused_by_resman',
        detail: outcome.errors.join('; ') || 'ResMan gave no reason',
      };
    default:
      // Past the last look it stays accepted, in front of staff, and is never sent again by itself.
      return wait === undefined
        ? { state: 'accepted', reason: 'pending_too_long', wait }
        : { state: 'accepted', wait };
  }
}

/** Evidence of a lead whose send had an unknown outcome. */
export type Evidence = { jobId: string } | { recordId: string };

export function afterSearch(found: Evidence | undefined, situation: Situation): Move {
  if (!found)
    return { state: 'unknown', wait: untilNextLook(reconciles, situation.inState, situation.timeScale) };
  if ('recordId' in found)
    return { state: 'delivered', recordId: found.recordId, reason: 'found_by_reference' };
  return {
    state: 'accepted',
    jobId: found.jobId,
    reason: 'found_by_reference',
    wait: untilNextLook(followUps, 0, situation.timeScale),
  };
}

/**
 * After a search that must come up empty before the next send. One that could not look everywhere proves nothing, and
 * neither does one that came early: Propexo shows a job only when it is done. Staff's own decision needs no proof.
 */
export function afterAbsenceSearch(
  found: Evidence | undefined,
  complete: boolean,
  situation: Situation,
): Move {
  const { inState, sinceQueued, timeScale } = situation;
  if (found) return afterSearch(found, situation);
  if (situation.askedByStaff || (complete && inState >= lastAbsenceSearch * timeScale))
    return { state: 'queued', wait: 0, proveAbsent: false };
  if (sinceQueued >= retryUntil * timeScale) return lost('absence_not_proven', '', timeScale);
  return { state: 'queued', wait: untilNextLook(absenceSearches, inState, timeScale) };
}
