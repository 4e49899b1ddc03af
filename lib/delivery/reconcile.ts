import { type ListPage, readLeads, readWriteLog } from '../propexo/answers.ts';
import type { Exchange } from '../propexo/exchange.ts';
import { contactFilter, notesCarryReference } from '../propexo/lead-payload.ts';
import type { Claim } from './claim.ts';
import { type DeliveryContext, situationOf } from './context.ts';
import { afterAbsenceSearch, afterSearch, type Evidence } from './next-state.ts';
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
  await settle(context.database, claim, afterAbsenceSearch(found, complete, situationOf(claim, context)));
}

interface SearchResult {
  found?: Evidence;
  /** Everything that Propexo shows since the lead was queued could be read. A job shows itself when it is done. */
  complete: boolean;
}

/** First ResMan's records, then Propexo's write jobs; only the exact reference is evidence. */
async function search({ propexo }: DeliveryContext, claim: Claim): Promise<SearchResult> {
  const { lead, reference, delivery } = claim;
  const since = delivery.queued_at - clockTolerance;
  const person = { property_id: delivery.property_id, ...contactFilter(lead) };
  const records = await lookBack((offset) => propexo.findLeads(person, offset), readLeads, reference, since);
  if (records.id) return { found: { recordId: records.id }, complete: true };
  const ask = (offset: number) => propexo.recentWrites(delivery.integration_id, offset);
  const jobs = await lookBack(ask, readWriteLog, reference, since);
  if (jobs.id) return { found: { jobId: jobs.id }, complete: true };
  return { complete: records.complete && jobs.complete };
}

/** Propexo's clock and ours may differ by this much. */
const clockTolerance = 10 * 60_000;
/** A search is one of many, so it does not read a whole day's backlog. */
const mostPages = 5;

/** Reads page after page, the newest first, until the reference is found or everything since `since` was seen. */
async function lookBack(
  ask: (offset: number) => Promise<Exchange>,
  read: (body: string) => ListPage | undefined,
  reference: string,
  since: number,
): Promise<{ id?: string; complete: boolean }> {
  let seen = 0;
  let readable = true;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await ask(seen);
    const usable = answer.kind === 'answer' && answer.status === 200 && answer.bodyComplete;
    const list = usable ? read(answer.body) : undefined;
    if (!list) return { complete: false };
    const match = list.rows.find(({ texts }) => texts.some((text) => notesCarryReference(text, reference)));
    if (match) return { id: match.id, complete: true };
    const recent = list.rows.filter(({ createdAt }) => createdAt === undefined || createdAt >= since);
    // A recent row without any text could be ours.
    readable &&= recent.every(({ texts }) => texts.length > 0);
    if (!list.more) return { complete: readable };
    // The order is asked for but nowhere promised: only a page that keeps it says anything about those after it.
    if (isNewestFirst(list.rows) && recent.length < list.rows.length) return { complete: readable };
    seen += list.rows.length;
  }
  return { complete: false };
}

function isNewestFirst(rows: ListPage['rows']): boolean {
  return rows.every(({ createdAt }, index) => {
    const before = rows[index - 1];
    return before === undefined || (before.createdAt ?? 0) >= (createdAt ?? Number.POSITIVE_INFINITY);
  });
}
