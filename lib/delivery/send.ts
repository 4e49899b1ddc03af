import type { Claim } from './claim.ts';
import { classify, type SendOutcome } from './classify.ts';
import { type DeliveryContext, situationOf } from './context.ts';
import { afterSend, type Move } from './next-state.ts';
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
    const facts = {
      property: claim.delivery.property_slug,
      reference: claim.reference,
      attempt: claim.attempt,
    };
    context.log.warn({ ...facts, ...withoutBodies(outcome) }, remark(outcome));
  }
  await writeDown(context, claim, move, () => settle(context.database, claim, move, outcome));
}

const longestWaitForDatabase = 60 * 60_000;

/**
 * What Propexo answered is known here only, so a database that is away is waited for. A job id is good news however
 * late it comes; anything else is worth nothing once the claim is over.
 */
async function writeDown(
  context: DeliveryContext,
  claim: Claim,
  move: Move,
  write: () => Promise<boolean>,
): Promise<void> {
  const patience = move.state === 'accepted' ? longestWaitForDatabase : scaled('lease', context.timeScale);
  const lastMoment = claim.claimedAtMonotonic + patience;
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
      await new Promise((resolve) => setTimeout(resolve, 500).unref());
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

/** What the person who runs the program reads, with what to do where there is something. */
function remark(outcome: SendOutcome): string {
  if (outcome.class !== 'integration_refused') return 'a lead was not accepted';
  return {
    rate_limited: 'Propexo’s request limit is reached; leads wait for the next minute',
    credentials: 'Propexo does not accept PROPEXO_API_TOKEN; leads wait until it is corrected',
    configuration: 'Propexo has no such endpoint; leads wait until PROPEXO_BASE_URL is corrected',
  }[outcome.reason];
}

/** Answers of other systems may quote what was sent: they go to staff with the lead, never into logs. */
function withoutBodies(outcome: SendOutcome): object {
  const { detail: _, ...facts } = { detail: '', ...outcome };
  return facts;
}
