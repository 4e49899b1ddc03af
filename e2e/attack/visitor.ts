import { newSubmissionId } from '../../lib/lead/submission-id.ts';
import { canProveField } from '../../lib/spam/spam-fields.ts';
import type { Dice } from '../rehearsal/dice.ts';

export const secret = 'a secret of the attack';
/** The same day every time. */
export const seed = 20_260_302;
export const dayBegins = Date.UTC(2026, 2, 2, 8);
export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** One who sends the form: what, when, from where, and what they do with an answer. */
export interface Visitor {
  kind: string;
  isBot: boolean;
  /** Epoch milliseconds. */
  sendsAt: number;
  fields: Record<string, string>;
  address: string;
  /** Does the work when asked; otherwise nobody comes back. */
  solves: boolean;
  /** Presses Send once more, with the same words. */
  twice?: boolean;
  /** What is mended when a field is refused, and after how long it is sent again. */
  mends?: { fields: Record<string, string>; afterMs: number };
}

/** The form as the page showed it at that time. */
export function rendered(at: number): Record<string, string> {
  return { submission_id: newSubmissionId(secret, at), gc_k7: '' };
}

/** A browser whose scripts run says what it can do. */
export const withScripts = { [canProveField]: 'yes' };

/** A visitor's own address, of networks that are reserved for examples. */
export function anyAddress(dice: Dice): string {
  return dice.chance(0.3)
    ? `2001:db8:${dice.between(0, 0xffff).toString(16)}:${dice.between(0, 0xffff).toString(16)}::${dice.between(1, 0xffff).toString(16)}`
    : `${dice.pick([23, 45, 64, 76, 98, 107, 184])}.${dice.between(0, 255)}.${dice.between(0, 255)}.${dice.between(1, 254)}`;
}
