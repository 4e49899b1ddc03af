import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { DeliveryRow, Tables } from '../database/tables.ts';
import { staffNoticeMs } from '../delivery/states.ts';

const minute = 60_000;
const hour = 60 * minute;

/** After how long a person is told, before `DELIVERY_TIME_SCALE`: software looks and waits first. */
export const notices = {
  queued: 15 * minute,
  queuedLong: 4 * hour,
  unknown: staffNoticeMs.unknown,
  pendingFlag: 30 * minute,
  pending: staffNoticeMs.accepted,
};

type Facts = Pick<DeliveryRow, 'state' | 'state_since' | 'queued_at'>;

export interface Need {
  /** Since when it waits for a person, or for its turn: epoch milliseconds. */
  since: number;
  /** It has waited so long that a renter notices. */
  urgent: boolean;
}

/**
 * Whether a delivery needs a person; undefined while software still works on it with good hope. What looks like spam is
 * in a list of its own: it may stay there, and a wave of it must not bury a lead that was refused.
 */
export function needOf(
  { state, state_since, queued_at }: Facts,
  now: number,
  scale: number,
): Need | undefined {
  switch (state) {
    case 'failed':
      return { since: state_since, urgent: false };
    case 'unknown':
      return now - state_since >= notices.unknown * scale ? { since: state_since, urgent: false } : undefined;
    case 'accepted':
      return now - state_since >= notices.pending * scale ? { since: state_since, urgent: false } : undefined;
    case 'queued':
      return now - queued_at >= notices.queued * scale
        ? { since: queued_at, urgent: now - queued_at >= notices.queuedLong * scale }
        : undefined;
    default:
      return undefined;
  }
}

/** ResMan takes unusually long to answer: shown, and from then on a person may say that it is there. */
export function isPendingLong({ state, state_since }: Facts, now: number, scale: number): boolean {
  return state === 'accepted' && now - state_since >= notices.pendingFlag * scale;
}

type Deliveries = ExpressionBuilder<Pick<Tables, 'delivery'>, 'delivery'>;

/** `needOf` for the database, which need not read every lead for it. */
export function needsPerson(delivery: Deliveries, now: number, scale: number): Expression<SqlBool> {
  const waited = (
    state: DeliveryRow['state'],
    column: 'state_since' | 'queued_at',
    notice: number,
  ): Expression<SqlBool> =>
    delivery.and([
      delivery('delivery.state', '=', state),
      delivery(`delivery.${column}`, '<=', Math.floor(now - notice * scale)),
    ]);
  return delivery.or([
    delivery('delivery.state', '=', 'failed'),
    waited('unknown', 'state_since', notices.unknown),
    waited('accepted', 'state_since', notices.pending),
    waited('queued', 'queued_at', notices.queued),
  ]);
}

/** When the waiting began, for sorting. */
export const waitingSince = sql<number>`case delivery.state when 'queued' then delivery.queued_at else delivery.state_since end`;
