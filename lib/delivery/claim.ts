import { createHash } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { readClock } from '../database/connect.ts';
import type { DeliveryRow, Tables } from '../database/tables.ts';
import type { PropexoLead } from '../propexo/lead-payload.ts';
import { chooseWork, type Room } from './choose-work.ts';
import type { DeliveryContext } from './context.ts';
import { selectAccepted, selectDied, selectDue, selectExpired, selectSending } from './due.ts';
import { type ClaimRow, readClaim, selectClaimRows, UnreadableLead, workFor } from './read-claim.ts';
import { afterUse, allowance, changeBudget, holdBudget } from './request-budget.ts';
import { putOffUnreadable, scaled } from './schedule.ts';

/** A delivery that this worker alone may act on until its lease ends. */
export interface Claim {
  /**
   * What to do with it. `follow_all`: asked about together with the others of its integration.
   * `died`: a send whose process ended before it could say what happened. `expired`: nobody answered for three days.
   */
  work: 'send' | 'prove_absent' | 'follow' | 'follow_all' | 'reconcile' | 'died' | 'expired';
  id: string;
  claimId: string;
  delivery: Selectable<DeliveryRow>;
  reference: string;
  lead: PropexoLead;
  /** The attempt row written for this send. */
  attempt: number;
  /** The database's clock when it was claimed, epoch milliseconds. */
  claimedAt: number;
  /** The same moment on this process's monotonic clock, taken before the claim was asked for. */
  claimedAtMonotonic: number;
}

interface Claimed {
  claims: Claim[];
  /** Until the request budget allows more, in milliseconds; 0 when it was not what limited this. */
  wait: number;
  /** When this was, by the database's clock. */
  at: number;
}

type Context = Pick<DeliveryContext, 'database' | 'timeScale' | 'log' | 'requestsPerMinute'>;
export type Moment = Pick<Claim, 'claimedAt' | 'claimedAtMonotonic'>;

/**
 * Takes what is due, as far as the request budget and the room allow: every claim but `died` and
 * `expired` has one request paid for.
 * A send is `sending`, with its attempt on disk, before any byte leaves: otherwise a crash after sending would look like
 * "never sent". Replicas claim one after the other, because each holds the budget meanwhile.
 */
export async function claimDue(
  context: Context,
  room: Pick<Room, 'total' | 'of' | 'sendsSinceQuestion' | 'lastTurn'>,
): Promise<Claimed> {
  const claimedAtMonotonic = performance.now();
  const { database, requestsPerMinute, timeScale } = context;
  return database.db.transaction().execute(async (trx) => {
    const budget = await holdBudget(trx, database);
    const claimedAt = await readClock({ ...database, db: trx });
    const moment = { claimedAt, claimedAtMonotonic };
    const claims = await takeAll(trx, context, await selectDied(trx, claimedAt), moment);
    const expired = await selectExpired(trx, claimedAt, timeScale);
    claims.push(...(await takeAll(trx, context, expired, moment, 'expired')));
    const allowed = allowance(budget, requestsPerMinute, claimedAt);
    if (room.total <= 0 || allowed.requests + allowed.forStaff === 0)
      return { claims, wait: room.total > 0 ? allowed.wait : 0, at: claimedAt };
    // When none of these could be read, others may be due behind them.
    for (let round = 1; ; round += 1) {
      const candidates = await selectDue(trx, claimedAt, timeScale, allowed.requests === 0);
      const sending = await selectSending(trx);
      const choice = chooseWork(candidates, { ...room, ...allowed, sending, now: claimedAt });
      const single = choice.single.map(({ id }) => id);
      const taken = await takeAll(trx, context, single, moment);
      for (const integration of choice.together) {
        const ids = await selectAccepted(trx, integration, claimedAt);
        taken.push(...(await takeAll(trx, context, ids, moment, 'follow_all')));
      }
      claims.push(...taken);
      const used = single.length + choice.together.length;
      if (taken.length > 0) {
        const rest = Math.max(0, used - choice.usedByStaff);
        const next = afterUse(budget, requestsPerMinute, claimedAt, rest, choice.usedByStaff);
        await changeBudget(trx, next);
      }
      if (used === 0) return { claims, wait: allowed.wait, at: claimedAt };
      if (taken.length > 0 || round === 5) return { claims, wait: 0, at: claimedAt };
    }
  });
}

/** Claims these deliveries, except those that somebody moved on in the meantime. */
async function takeAll(
  trx: Kysely<Tables>,
  context: Context,
  ids: string[],
  moment: Moment,
  work?: Claim['work'],
): Promise<Claim[]> {
  if (ids.length === 0) return [];
  const rows = await selectClaimRows(trx, context.database, ids, moment.claimedAt);
  const claims: Claim[] = [];
  for (const row of rows.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))) {
    const claim = await takeRow(trx, context, row, moment, work);
    if (claim) claims.push(claim);
  }
  return claims;
}

/** One lead that cannot be put together is put off: it must not keep all others from being delivered. */
async function takeRow(
  trx: Kysely<Tables>,
  { timeScale, log }: Context,
  row: ClaimRow,
  moment: Moment,
  work = workFor(row),
): Promise<Claim | undefined> {
  try {
    const claim = { ...readClaim(row, work), ...moment };
    await take(trx, claim, scaled('lease', timeScale));
    return claim;
  } catch (error) {
    if (!(error instanceof UnreadableLead)) throw error;
    log.error({ err: error, delivery: row.id }, 'a lead cannot be put together for ResMan');
    const due_at = moment.claimedAt + Math.round(putOffUnreadable * timeScale);
    await trx
      .updateTable('delivery')
      .set({ due_at, reason: 'unreadable' })
      .where('id', '=', row.id)
      .execute();
    return undefined;
  }
}

async function take(trx: Kysely<Tables>, claim: Claim, leaseMs: number): Promise<void> {
  const lease = { claim_id: claim.claimId, lease_until: claim.claimedAt + Math.round(leaseMs) };
  if (claim.work !== 'send') {
    await trx.updateTable('delivery').set(lease).where('id', '=', claim.id).execute();
    return;
  }
  await trx
    .updateTable('delivery')
    .set({
      ...lease,
      state: 'sending',
      state_since: claim.claimedAt,
      integration_id: claim.delivery.integration_id,
      property_id: claim.delivery.property_id,
      attempts: claim.attempt,
      // When the lease ends and nobody has reported, the delivery is due again: as one whose process died.
      due_at: lease.lease_until,
    })
    .where('id', '=', claim.id)
    .execute();
  await trx
    .insertInto('attempt')
    .values({
      delivery_id: claim.id,
      number: claim.attempt,
      body_hash: createHash('sha256').update(JSON.stringify(claim.lead)).digest('hex'),
      started_at: claim.claimedAt,
      finished_at: null,
      outcome: null,
      http_status: null,
      job_id: null,
      detail: null,
    })
    .execute();
}
