import { readWriteStatus } from '../propexo/answers.ts';
import { askPropexo } from './ask-propexo.ts';
import type { Claim } from './claim.ts';
import { type DeliveryContext, situationOf } from './context.ts';
import { afterQuestion } from './next-state.ts';
import { settle } from './settle.ts';

/** Asks what became of an accepted job. A question without a usable answer is asked again later. */
export async function follow(context: DeliveryContext, claim: Claim): Promise<void> {
  const job = claim.delivery.job_id ?? '';
  const answer = await askPropexo(context, 'write_status', () => context.propexo.writeStatus(job));
  const outcome =
    answer.kind === 'answer' && answer.status === 200 && answer.bodyComplete
      ? readWriteStatus(answer.body)
      : undefined;
  if (!outcome) {
    const facts = answer.kind === 'answer' ? { status: answer.status } : { reason: answer.reason };
    context.log.warn({ delivery: claim.id, ...facts }, 'write-status gave no usable answer');
  }
  const move = afterQuestion(outcome, situationOf(claim, context));
  if (move.state === 'failed')
    context.log.warn(
      { property: claim.delivery.property_slug, reference: claim.reference, reason: move.reason },
      'ResMan did not take a lead; a person has to look at it',
    );
  await settle(context.database, claim, move);
}
