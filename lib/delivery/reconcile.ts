import type { Database } from '../database/connect.ts';
import { type ListPage, readLeads, readWriteLog } from '../propexo/answers.ts';
import type { Exchange } from '../propexo/exchange.ts';
import { contactFilter, notesCarryReference, type PropexoLead } from '../propexo/lead-payload.ts';
import { askPropexo, payForOneMore } from './ask-propexo.ts';
import type { Claim } from './claim.ts';
import { type DeliveryContext, situationOf } from './context.ts';
import { afterAbsenceSearch, afterSearch, type Evidence } from './next-state.ts';
import { settle } from './settle.ts';

/** Looks for a lead whose send has an unknown outcome, and adopts it when its reference is found. */
export async function reconcile(context: DeliveryContext, claim: Claim): Promise<void> {
  const { found } = await search(context, claim, pagesForEvidence);
  if (found) context.log.info({ delivery: claim.id }, 'found by its reference');
  await settle(context.database, claim, afterSearch(found, situationOf(claim, context)));
}

/** After 503: the next send is allowed only by a search that could look everywhere and found nothing. */
export async function proveAbsent(context: DeliveryContext, claim: Claim): Promise<void> {
  const { found, complete } = await search(context, claim, pagesForProof);
  await settle(context.database, claim, afterAbsenceSearch(found, complete, situationOf(claim, context)));
}

interface SearchResult {
  found?: Evidence;
  /** Everything that Propexo shows since the lead was queued could be read. A job shows itself when it is done. */
  complete: boolean;
}

/** First ResMan's records, then Propexo's write jobs; only the exact reference is evidence. */
async function search(context: DeliveryContext, claim: Claim, mostPages: number): Promise<SearchResult> {
  const { propexo } = context;
  const { lead, reference, delivery } = claim;
  const since = delivery.queued_at - clockTolerance;
  const wanted = { reference, since, not: await jobsKnown(context.database, claim), mostPages };
  const askJobs = (offset: number) =>
    askPropexo(context, 'write_log', () => propexo.recentWrites(delivery.integration_id, offset));
  let complete = true;
  for (const [place, contact] of [lead, ...(await contactsBefore(context.database, claim))].entries()) {
    const person = { property_id: delivery.property_id, ...contactFilter(contact) };
    const askLeads = (offset: number) =>
      askPropexo(context, 'leads', () => propexo.findLeads(person, offset));
    // The claim has paid for one request.
    const mayAsk = (page: number) => (place === 0 && page === 0) || payForOneMore(context);
    const records = await lookBack(askLeads, readLeads, wanted, mayAsk);
    if (records.id) return { found: { recordId: records.id }, complete: true };
    complete &&= records.complete;
  }
  const jobs = await lookBack(askJobs, readWriteLog, wanted, () => payForOneMore(context));
  if (jobs.id) return { found: { jobId: jobs.id }, complete: true };
  return { complete: complete && jobs.complete };
}

/** Jobs of earlier sends carry the same reference; what became of them is known. */
async function jobsKnown(database: Database, claim: Claim): Promise<Set<string>> {
  const rows = await database.db
    .selectFrom('attempt')
    .select('job_id')
    .where('delivery_id', '=', claim.id)
    .where('job_id', 'is not', null)
    .execute();
  return new Set(rows.flatMap(({ job_id }) => job_id ?? []));
}

/** How the person could be reached before staff corrected it: an earlier send carried that. */
async function contactsBefore(
  database: Database,
  { id, lead }: Claim,
): Promise<Pick<PropexoLead, 'email_1' | 'phone_1'>[]> {
  const acts = await database.db
    .selectFrom('staff_act')
    .select('details')
    .where('delivery_id', '=', id)
    .where('act', '=', 'edited')
    .orderBy('at')
    .execute();
  return acts.flatMap(({ details }): Pick<PropexoLead, 'email_1' | 'phone_1'>[] => {
    const { email_1, phone_1 } = (JSON.parse(details) as EditDetails).changes ?? {};
    if (email_1?.[0]) return [{ email_1: email_1[0] }];
    return phone_1?.[0] && !lead.email_1 ? [{ phone_1: phone_1[0] }] : [];
  });
}

interface EditDetails {
  /** Each corrected field as [before, after]. */
  changes?: Partial<Record<'email_1' | 'phone_1', [string | null, string | null]>>;
}

/** Propexo's clock and ours may differ by this much. */
const clockTolerance = 10 * 60_000;
/** A search for evidence is one of many, so it does not read a whole day's backlog; a proof has to see all of it. */
const pagesForEvidence = 5;
const pagesForProof = 20;

/** Reads page after page, the newest first, until the reference is found or everything since `since` was seen. */
async function lookBack(
  ask: (offset: number) => Promise<Exchange>,
  read: (body: string) => ListPage | undefined,
  wanted: { reference: string; since: number; not: ReadonlySet<string>; mostPages: number },
  mayAsk: (page: number) => boolean | Promise<boolean>,
): Promise<{ id?: string; complete: boolean }> {
  let seen = 0;
  let readable = true;
  for (let page = 0; page < wanted.mostPages; page += 1) {
    if (!(await mayAsk(page))) return { complete: false };
    const answer = await ask(seen);
    const usable = answer.kind === 'answer' && answer.status === 200 && answer.bodyComplete;
    const list = usable ? read(answer.body) : undefined;
    if (!list) return { complete: false };
    const match = list.rows.find(
      ({ id, texts }) =>
        !wanted.not.has(id) && texts.some((text) => notesCarryReference(text, wanted.reference)),
    );
    if (match) return { id: match.id, complete: true };
    const recent = list.rows.filter(({ createdAt }) => createdAt === undefined || createdAt >= wanted.since);
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
