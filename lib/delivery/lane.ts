import type { SendOutcome } from './classify.ts';
import { probeWaits, waitOf } from './schedule.ts';

/** Why nothing is sent to an integration. */
export type OpenReason = 'credentials' | 'configuration' | 'failing';

/** One integration's circuit, see `integration_lane`. Times in epoch milliseconds of the database. */
export interface Lane {
  recent: string;
  open_reason: OpenReason | null;
  open_since: number | null;
  probe_at: number | null;
  step: number;
  trial: 0 | 1;
}

export const freshLane: Lane = {
  recent: '',
  open_reason: null,
  open_since: null,
  probe_at: null,
  step: 0,
  trial: 0,
};

const remembered = 10;
const inARow = 5;

/** What a send says about its integration, as opposed to about its lead. */
export function lessonOf(
  outcome: SendOutcome,
): 'worked' | 'failed' | 'credentials' | 'configuration' | 'none' {
  switch (outcome.class) {
    case 'accepted':
    case 'refused':
      return 'worked';
    case 'integration_refused':
      return outcome.reason === 'rate_limited' ? 'none' : outcome.reason;
    case 'not_sent':
      return outcome.reason === 'aborted_before_send' ? 'none' : 'failed';
    case 'probably_not_applied':
      return 'failed';
    case 'ambiguous':
      return outcome.reason === 'process_died' ? 'none' : 'failed';
  }
}

/** The lane after a send. It opens after five failures in a row or half of the last ten, and at once when refused. */
export function afterOutcome(lane: Lane, outcome: SendOutcome, now: number, timeScale: number): Lane {
  const lesson = lessonOf(outcome);
  if (lesson === 'none') return lane;
  const recent = `${lane.recent}${lesson === 'worked' ? '.' : 'x'}`.slice(-remembered);
  if (lesson === 'worked') {
    // One that was under way when the circuit opened says that it may be closed; the probe decides.
    if (lane.open_reason) return { ...lane, recent };
    return { ...freshLane, recent: lane.trial ? '.' : recent };
  }
  const failures = recent.split('x').length - 1;
  const mustOpen =
    lesson !== 'failed' ||
    lane.trial === 1 ||
    recent.endsWith('x'.repeat(inARow)) ||
    (recent.length === remembered && failures >= remembered / 2);
  if (!mustOpen || (lane.open_reason && lesson === 'failed')) return { ...lane, recent };
  return {
    recent,
    open_reason: lesson === 'failed' ? 'failing' : lesson,
    open_since: lane.open_since ?? now,
    probe_at: lane.open_reason ? lane.probe_at : now + Math.round(waitOf(probeWaits, lane.step, timeScale)),
    step: lane.open_reason ? lane.step : lane.step + 1,
    trial: 0,
  };
}

/**
 * The lane after a probe. A good one lets a single send try; `open_since` and `step` stay until one works, so that an
 * endpoint which only answers questions does not look repaired every minute.
 */
export function afterProbe(
  lane: Lane,
  result: OpenReason | 'good' | 'no_news',
  now: number,
  timeScale: number,
): Lane {
  if (result === 'good') return { ...lane, open_reason: null, probe_at: null, trial: 1 };
  return {
    ...lane,
    // No answer to a question does not mean that a refused token is accepted again.
    open_reason: result === 'no_news' || result === 'failing' ? lane.open_reason : result,
    probe_at: now + Math.round(waitOf(probeWaits, lane.step, timeScale)),
    step: lane.step + (result === 'no_news' ? 0 : 1),
  };
}
