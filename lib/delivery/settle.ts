import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import type { Claim } from './claim.ts';
import type { SendOutcome } from './classify.ts';
import type { Move } from './next-state.ts';
import { statesBefore } from './states.ts';

/**
 * Writes what a claimed delivery became, and what the send proved, in one transaction.
 * A worker that lost its claim may still bring the truth (a job id, a record); anything else of it is not applied.
 * @returns whether the delivery moved.
 */
export async function settle(
  database: Database,
  claim: Claim,
  move: Move,
  outcome?: SendOutcome,
): Promise<boolean> {
  return database.db.transaction().execute(async (trx) => {
    if (outcome) await finishAttempt(trx, database, claim, outcome);
    if (move.pause) await pauseIntegration(trx, database, claim, move.pause);
    else if (outcome?.class === 'accepted') {
      await trx
        .deleteFrom('integration_pause')
        .where('integration_id', '=', claim.delivery.integration_id)
        .where('until', '<=', database.now())
        .execute();
    }
    const result = await trx
      .updateTable('delivery')
      .set({
        state: move.state,
        state_since: sql<number>`case when state = ${move.state} then state_since else ${database.now()} end`,
        due_at: move.wait === undefined ? null : sql<number>`${database.now()} + ${Math.round(move.wait)}`,
        claim_id: null,
        lease_until: null,
        ...(move.step === undefined ? {} : { step: move.step }),
        ...(move.proveAbsent === undefined ? {} : { prove_absent: move.proveAbsent ? 1 : 0 }),
        ...(move.jobId === undefined ? {} : { job_id: move.jobId }),
        ...(move.recordId === undefined ? {} : { record_id: move.recordId }),
        ...('reason' in move ? { reason: move.reason ?? null } : {}),
        ...('detail' in move ? { detail: move.detail?.slice(0, 2_000) ?? null } : {}),
        ...(move.state === 'delivered' ? { delivered_at: database.now(), reason: move.reason ?? null } : {}),
      })
      .where('id', '=', claim.id)
      .where((delivery) => {
        const mine = delivery('claim_id', '=', claim.claimId);
        // That a job is still pending is no news for a delivery that somebody else has moved on.
        const isNews = move.jobId !== undefined || move.state === 'delivered';
        if (!isNews || (move.state !== 'accepted' && move.state !== 'delivered')) return mine;
        return delivery.or([mine, delivery('state', 'in', statesBefore(move.state))]);
      })
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  });
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

/** Several sends of one integration may find out at once: the longest pause stands. */
async function pauseIntegration(
  trx: Kysely<Tables>,
  database: Database,
  claim: Claim,
  pause: NonNullable<Move['pause']>,
): Promise<void> {
  const until = sql<number>`${database.now()} + ${Math.round(pause.wait)}`;
  await trx
    .insertInto('integration_pause')
    .values({
      integration_id: claim.delivery.integration_id,
      reason: pause.reason,
      since: database.now(),
      until,
      step: 1,
    })
    .onConflict((conflict) =>
      conflict
        .column('integration_id')
        .doUpdateSet({ reason: pause.reason, until, step: claim.pauses + 1 })
        .where('integration_pause.until', '<', until),
    )
    .execute();
}
