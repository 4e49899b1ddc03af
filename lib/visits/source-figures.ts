import type { DeliveryState } from '../delivery/states.ts';

/** What became of the people who came by one source, or by all of them. */
export interface SourceFigures {
  views: number;
  starts: number;
  /** Leads, without those held as spam. */
  submits: number;
  delivered: number;
  failed: number;
  unknown: number;
  /** Under way to ResMan. */
  waiting: number;
  /** What looks like spam and was not released. */
  held: number;
  /** From the submit to the proof that ResMan has it; undefined where none is there yet. */
  medianMinutes?: number | undefined;
}

export const nothingCounted = (): SourceFigures => ({
  views: 0,
  starts: 0,
  submits: 0,
  delivered: 0,
  failed: 0,
  unknown: 0,
  waiting: 0,
  held: 0,
});

/** Adds this many leads of one state. */
export function addLeads(figures: SourceFigures, state: DeliveryState, count: number): void {
  figures[countedUnder[state]] += count;
  if (state !== 'quarantined') figures.submits += count;
}

const countedUnder = {
  queued: 'waiting',
  sending: 'waiting',
  accepted: 'waiting',
  delivered: 'delivered',
  failed: 'failed',
  unknown: 'unknown',
  quarantined: 'held',
} as const satisfies Record<DeliveryState, keyof SourceFigures>;

/** How many of a hundred views became a submit; undefined where the views do not account for the submits. */
export function conversion({ views, submits }: SourceFigures): number | undefined {
  return views > 0 && submits <= views ? (100 * submits) / views : undefined;
}
