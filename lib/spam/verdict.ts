import type { Signal } from './signals.ts';

/** What happens to a submit. Nothing is turned away for how it looks: at most it waits for a person of the team. */
export type Verdict =
  | 'accepted'
  /** The browser is asked for a proof of work first; nothing is stored yet, and it is told so. */
  | 'asked'
  /** Stored, and shown to staff, who may release it. */
  | 'quarantined'
  /** A flood from one network. */
  | 'refused';

export interface Weighed {
  signals: Signal[];
  /** The browser says that it can do the work. */
  canProve: boolean;
  /** It has done it. */
  proven: boolean;
}

/** From this score on a browser that can is asked for a proof: it costs a person nothing but a moment. */
export const askFrom = 20;
/** From this score on it waits for staff, where no proof can be had. */
export const quarantineFrom = 30;
/** From this score on no proof helps. */
export const quarantineAnywayFrom = 60;
/** What a proof takes off the score. */
export const proofWeight = 30;

export function verdictOn({ signals, canProve, proven }: Weighed): Verdict {
  const score = scoreOf(signals);
  if (signals.some(({ name }) => name === 'flooding_network') && !proven)
    return canProve ? 'asked' : 'refused';
  if (score >= quarantineAnywayFrom) return 'quarantined';
  if (proven) return score - proofWeight >= quarantineFrom ? 'quarantined' : 'accepted';
  if (canProve) return score >= askFrom ? 'asked' : 'accepted';
  return score >= quarantineFrom ? 'quarantined' : 'accepted';
}

export function scoreOf(signals: Signal[]): number {
  return signals.reduce((sum, { weight }) => sum + weight, 0);
}
