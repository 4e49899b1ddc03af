import { staffNoticeAfter } from './schedule.ts';

/**
 * One vocabulary for database, code, staff and metrics:
 * queued → sending → accepted (Propexo has a job) → delivered (ResMan has the lead).
 * failed (refused, with the reason) and unknown (sent, no proof) end in front of staff; quarantined looks like spam.
 */
export const deliveryStates = [
  'queued',
  'sending',
  'accepted',
  'delivered',
  'failed',
  'unknown',
  'quarantined',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

const onwards: Record<DeliveryState, readonly DeliveryState[]> = {
  quarantined: ['queued'],
  queued: ['sending', 'accepted', 'delivered', 'failed', 'unknown'],
  sending: ['queued', 'accepted', 'delivered', 'failed', 'unknown'],
  accepted: ['accepted', 'delivered', 'failed'],
  // Late truth wins, whoever brings it; staff may send again what is proven absent.
  unknown: ['unknown', 'accepted', 'delivered', 'queued'],
  failed: ['accepted', 'delivered', 'queued'],
  delivered: [],
};

export function canMove(from: DeliveryState, to: DeliveryState): boolean {
  return onwards[from].includes(to);
}

/** States from which evidence may arrive although the claim on the delivery was lost: it is never turned down. */
export function statesBefore(truth: 'accepted' | 'delivered'): DeliveryState[] {
  return deliveryStates.filter((state) => state !== truth && canMove(state, truth));
}

/** What a prospect may know: fewer words, and never those of another system. */
export type ProspectState = 'received' | 'delivered' | 'needs_staff';

/** Software searches first, and waits for a job first; after these (times the time scale) it is for staff. */
export const staffNoticeMs = { unknown: staffNoticeAfter, accepted: 24 * 60 * 60_000 };

export function prospectState(state: DeliveryState, inStateForMs: number, timeScale: number): ProspectState {
  if (state === 'delivered') return 'delivered';
  if (state === 'failed' || state === 'quarantined') return 'needs_staff';
  const notice =
    state === 'unknown' || state === 'accepted' ? staffNoticeMs[state] : Number.POSITIVE_INFINITY;
  return inStateForMs >= notice * timeScale ? 'needs_staff' : 'received';
}
