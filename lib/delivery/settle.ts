import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import { learnFromSend } from './circuit.ts';
import type { Claim } from './claim.ts';
import type { SendOutcome } from './classify.ts';
import type { DeliveryContext } from './context.ts';
import { announcedFailure } from './inbox.ts';
import type { Lane } from './lane.ts';
import type { Move } from './next-state.ts';
import { statesBefore } from './states.ts';

/**
 * Writes what a claimed delivery became.
 * A worker that lost its claim may still bring the truth (a job id, a record); anything else of it is not applied.
 * @returns whether the delivery moved.
 */
export function settle(database: Database, claim: Claim, move: Move): Promise<boolean> {
  return database.db.transaction().execute(async (trx) => {
    if (move.jobId) await adoptJob(trx, claim, move.jobId);
    return moveDelivery(trx, database, claim, move, false);
  });
}

/**
 * Writes what a send proved, what its integration learns from it, and what the delivery became, in one transaction: a
 * lead that is queued again must not leave before its integration's circuit is open.
 * @returns the integration's lane if its circuit opened by this.
 */
export function settleSend(
  { database, timeScale }: Pick<DeliveryContext, 'database' | 'timeScale'>,
  claim: Claim,
  move: Move,
  outcome: SendOutcome,
): Promise<Lane | undefined> {
  return database.db.transaction().execute(async (trx) => {
    const { integration_id } = claim.delivery;
    const opened = await learnFromSend(trx, database, integration_id, outcome, timeScale);
    await finishAttempt(trx, database, claim, outcome);
    await moveDelivery(trx, database, claim, move, true);
    return opened;
  });
}

async function moveDelivery(
  trx: Kysely<Tables>,
  database: Database,
  claim: Claim,
  move: Move,
  wasSent: boolean,
): Promise<boolean> {
  const isFailed = move.jobId !== undefined && (await announcedFailure(trx, move.jobId));
  const wait = isFailed ? 0 : move.wait;
  const result = await trx
    .updateTable('delivery')
    .set({
      state: move.state,
      state_since: sql<number>`case when state = ${move.state} then state_since else ${database.now()} end`,
      due_at: wait === undefined ? null : sql<number>`${database.now()} + ${Math.round(wait)}`,
      claim_id: null,
      lease_until: null,
      // The request that staff asked for is made.
      ...(wasSent && move.state !== 'queued' ? { retry_job_id: null, by_staff: 0 as const } : {}),
      ...(move.step === undefined ? {} : { step: move.step }),
      ...(move.proveAbsent === undefined ? {} : { prove_absent: move.proveAbsent ? 1 : 0 }),
      ...(move.jobId === undefined ? {} : { job_id: move.jobId }),
      ...(move.recordId === undefined ? {} : { record_id: move.recordId }),
      ...('reason' in move ? { reason: move.reason ?? null } : {}),
      ...('detail' in move ? { detail: move.detail?.slice(0, 2_000) ?? null } : {}),
      ...(move.state === 'delivered'
        ? { by_staff: 0 as const, delivered_at: database.now(), reason: move.reason ?? null }
        : {}),
    })
    .where('id', '=', claim.id)
    .where((delivery) => {
      const mine = delivery('claim_id', '=', claim.claimId);
      // Only the sender itself could tell, late, that the send which was given up for lost was not applied.
      if (wasSent && move.state === 'queued')
        return delivery.or([
          mine,
          delivery.and([
            delivery('state', '=', 'unknown'),
            delivery('reason', '=', 'process_died'),
            delivery('attempts', '=', claim.attempt),
          ]),
        ]);
      // That a job is still pending is no news for a delivery that somebody else has moved on.
      const isNews = move.jobId !== undefined || move.state === 'delivered';
      if (!isNews || (move.state !== 'accepted' && move.state !== 'delivered')) return mine;
      return delivery.or([mine, delivery('state', 'in', statesBefore(move.state))]);
    })
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** A job found later belongs to the last send: a search after a further send must not take it for that one's. */
async function adoptJob(trx: Kysely<Tables>, claim: Claim, jobId: string): Promise<void> {
  await trx
    .updateTable('attempt')
    .set({ job_id: jobId })
    .where('delivery_id', '=', claim.id)
    .where('number', '=', claim.attempt)
    .where('job_id', 'is', null)
    .execute();
}

async function finishAttempt(
  trx: Kysely<Tables>,
  database: Database,
  claim: Claim,
  outcome: SendOutcome,
): Promise<void> {
  await trx
    .updateTable('attempt')
    .set({
      finished_at: database.now(),
      outcome: outcome.class,
      http_status: 'status' in outcome ? (outcome.status ?? null) : null,
      job_id: outcome.class === 'accepted' ? outcome.jobId : null,
      detail: 'detail' in outcome ? outcome.detail.slice(0, 2_000) : null,
    })
    .where('delivery_id', '=', claim.id)
    .where('number', '=', claim.attempt)
    .execute();
}
