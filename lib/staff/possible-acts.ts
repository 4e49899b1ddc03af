import type { DeliveryRow } from '../database/tables.ts';
import { canMove } from '../delivery/states.ts';
import { isPendingLong, needOf } from './needs.ts';

export type ActName = 'found' | 'sendAgain' | 'editAndSend' | 'release';

type Facts = Pick<DeliveryRow, 'state' | 'reason' | 'state_since' | 'queued_at' | 'prove_absent'>;

/** What a person may do about a delivery now. The same judgement draws the buttons and guards the acts. */
export function possibleActs(delivery: Facts, now: number, scale: number): Record<ActName, boolean> {
  const { state, reason } = delivery;
  // Part of it is in ResMan: another send would make a second record.
  const failedWhole = state === 'failed' && reason !== 'partial';
  const mayQueue = canMove(state, 'queued');
  const waitsLong = state === 'queued' && needOf(delivery, now, scale) !== undefined;
  return {
    found:
      (state === 'failed' || state === 'unknown' || waitsLong || isPendingLong(delivery, now, scale)) &&
      canMove(state, 'delivered'),
    // After a 503 it waits for a proof, which may never come; a person may decide without.
    sendAgain:
      (mayQueue && (failedWhole || state === 'unknown')) || (waitsLong && delivery.prove_absent === 1),
    editAndSend: mayQueue && failedWhole,
    release: mayQueue && state === 'quarantined',
  };
}

/** Nobody can say that the last send was not applied, so another one may make a duplicate. */
export function mayDuplicate({ state }: Pick<Facts, 'state'>): boolean {
  return state === 'unknown' || state === 'queued';
}
