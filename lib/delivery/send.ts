import { askPropexo } from './ask-propexo.ts';
import type { Claim } from './claim.ts';
import { classify, type SendOutcome } from './classify.ts';
import { type DeliveryContext, situationOf } from './context.ts';
import type { OpenReason } from './lane.ts';
import { afterSend, type Move } from './next-state.ts';
import { scaled } from './schedule.ts';
import { settleSend } from './settle.ts';

/** Sends a claimed lead once and writes down what that proved. */
export async function send(context: DeliveryContext, claim: Claim): Promise<void> {
  const outcome = mayStillSend(claim, context.timeScale)
    ? await sendOnce(context, claim)
    : ({
        class: 'not_sent',
        reason: 'aborted_before_send',
        detail: 'too long after the claim',
      } satisfies SendOutcome);
  context.meter?.attempt(outcome.class);
  const move = afterSend(outcome, situationOf(claim, context));
  if (outcome.class !== 'accepted') {
    const facts = {
      property: claim.delivery.property_slug,
      reference: claim.reference,
      attempt: claim.attempt,
    };
    context.log.warn({ ...facts, ...withoutBodies(outcome) }, remarks[outcome.class]);
  }
  const opened = await writeDown(context, claim, move, () => settleSend(context, claim, move, outcome));
  const integration = claim.delivery.integration_id;
  if (opened)
    context.log.error({ integration, reason: opened.open_reason }, openingRemark(opened.open_reason));
}

/** Staff's repetition of a failed job that nobody edited repeats the job; everything else is a new lead. */
async function sendOnce(context: DeliveryContext, { delivery, lead }: Claim): Promise<SendOutcome> {
  const job = delivery.retry_job_id;
  return job === null
    ? classify(await askPropexo(context, 'create', () => context.propexo.createLead(lead)))
    : classify(await askPropexo(context, 'retry', () => context.propexo.retryWrite(job)), true);
}

const longestWaitForDatabase = 60 * 60_000;

/**
 * What Propexo answered is known here only, so a database that is away is waited for. A job id is good news however
 * late it comes; anything else is worth nothing once the claim is over.
 */
async function writeDown<Result>(
  context: DeliveryContext,
  claim: Claim,
  move: Move,
  write: () => Promise<Result>,
): Promise<Result> {
  const patience = move.state === 'accepted' ? longestWaitForDatabase : scaled('lease', context.timeScale);
  const lastMoment = claim.claimedAtMonotonic + patience;
  for (;;) {
    try {
      return await write();
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

const remarks: Record<Exclude<SendOutcome['class'], 'accepted'>, string> = {
  not_sent: 'a lead could not be sent; it is tried again',
  refused: 'a lead was refused; a person has to look at it',
  integration_refused: 'a request was refused for a reason that is not the lead; it is tried again',
  probably_not_applied: 'Propexo was not available; the lead is looked for, then tried again',
  ambiguous: 'nobody knows whether a lead arrived; it is looked for, not sent again',
};

/** What the person who runs the program reads, with what to do where there is something. */
function openingRemark(reason: OpenReason | null): string {
  switch (reason) {
    case 'credentials':
      return 'Propexo does not accept PROPEXO_API_TOKEN; leads wait until it is corrected';
    case 'configuration':
      return 'Propexo has no such endpoint; leads wait until PROPEXO_BASE_URL is corrected';
    default:
      return 'sends to this integration keep failing; leads wait until it answers again';
  }
}

/** Answers of other systems may quote what was sent: they go to staff with the lead, never into logs. */
function withoutBodies(outcome: SendOutcome): object {
  const { detail: _, ...facts } = { detail: '', ...outcome };
  return facts;
}
