import type { Claim } from './claim.ts';
import { classify, type SendOutcome } from './classify.ts';
import { type DeliveryContext, situationOf } from './context.ts';
import { afterSend } from './next-state.ts';
import { scaled } from './schedule.ts';
import { settle } from './settle.ts';

/** Sends a claimed lead once and writes down what that proved. */
export async function send(context: DeliveryContext, claim: Claim): Promise<void> {
  const outcome = mayStillSend(claim, context.timeScale)
    ? classify(await context.propexo.createLead(claim.lead))
    : ({
        class: 'not_sent',
        reason: 'aborted_before_send',
        detail: 'too long after the claim',
      } satisfies SendOutcome);
  const move = afterSend(outcome, situationOf(claim, context));
  if (outcome.class !== 'accepted') {
    context.log.warn(
      { delivery: claim.id, attempt: claim.attempt, ...withoutBodies(outcome) },
      'lead was not accepted',
    );
  }
  await writeDown(context, claim, () => settle(context.database, claim, move, outcome));
}

/** What Propexo answered is known here only: while the claim lasts, a database that is away is waited for. */
async function writeDown(
  context: DeliveryContext,
  claim: Claim,
  write: () => Promise<boolean>,
): Promise<void> {
  const lastMoment = claim.claimedAtMonotonic + scaled('lease', context.timeScale);
  for (;;) {
    try {
      await write();
      return;
    } catch (error) {
      if (performance.now() > lastMoment) throw error;
      context.log.warn(
        { err: error, delivery: claim.id },
        'the outcome of a send could not be written; trying again',
      );
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/**
 * The fence: a process that was frozen since its claim must not send, another one may have taken over.
 * Measured on the monotonic clock, which a changed system time does not touch.
 */
function mayStillSend(claim: Claim, timeScale: number): boolean {
  const passed = performance.now() - claim.claimedAtMonotonic;
  const leaseLeft = scaled('lease', timeScale) - passed;
  const needed = scaled('sendTimeout', timeScale) + scaled('leaseReserve', timeScale);
  return passed <= scaled('fence', timeScale) && leaseLeft >= needed;
}

/** Answers of other systems may quote what was sent: they go to staff with the lead, never into logs. */
function withoutBodies(outcome: SendOutcome): object {
  const { detail: _, ...facts } = { detail: '', ...outcome };
  return facts;
}
