import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { readLeads, readWriteLog } from '../propexo/answers.ts';
import type { Exchange } from '../propexo/exchange.ts';
import { notesCarryReference } from '../propexo/lead-payload.ts';
import type { Claim } from './claim.ts';
import { type DeliveryContext, situationOf } from './context.ts';
import { afterSearch, type Evidence } from './next-state.ts';
import { settle } from './settle.ts';

/** Looks for a lead whose send has an unknown outcome, and adopts it when its reference is found. */
export async function reconcile(context: DeliveryContext, claim: Claim): Promise<void> {
  const { found } = await search(context, claim);
  if (found) context.log.info({ delivery: claim.id }, 'found by its reference');
  await settle(context.database, claim, afterSearch(found, situationOf(claim, context)));
}

/** After 503: the next send is allowed only by a search that could look everywhere and found nothing. */
export async function proveAbsent(context: DeliveryContext, claim: Claim): Promise<void> {
  const { found, complete } = await search(context, claim);
  const situation = situationOf(claim, context);
  if (found) await settle(context.database, claim, afterSearch(found, situation));
  else if (complete) await settle(context.database, claim, { state: 'queued', wait: 0, proveAbsent: false });
  else await settle(context.database, claim, { state: 'queued', wait: 5_000 * context.timeScale });
}

interface SearchResult {
  found?: Evidence;
  /** Every place could be read, so that "not found" means something. */
  complete: boolean;
}

/** First ResMan's records, then Propexo's write jobs; only the exact reference is evidence. */
async function search({ propexo }: DeliveryContext, claim: Claim): Promise<SearchResult> {
  const { lead, reference, delivery } = claim;
  const phone = lead.phone_1 && parsePhoneNumberFromString(lead.phone_1, 'US')?.nationalNumber;
  const person = lead.email_1
    ? { email_1: lead.email_1 }
    : phone && /^[2-9]\d{9}$/.test(phone)
      ? { phone_1: phone }
      : {};
  const records = usable(await propexo.findLeads({ property_id: lead.property_id, ...person }), readLeads);
  const record = records?.find(({ notes }) => notesCarryReference(notes, reference));
  if (record) return { found: { recordId: record.id }, complete: true };
  const jobs = usable(await propexo.recentWrites(delivery.integration_id), readWriteLog);
  const job = jobs?.find(({ texts }) => texts.some((text) => notesCarryReference(text, reference)));
  if (job) return { found: { jobId: job.jobId }, complete: true };
  return { complete: records !== undefined && jobs !== undefined };
}

function usable<Content>(answer: Exchange, read: (body: string) => Content | undefined): Content | undefined {
  return answer.kind === 'answer' && answer.status === 200 && answer.bodyComplete
    ? read(answer.body)
    : undefined;
}
