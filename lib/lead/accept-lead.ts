import { createHash, randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Attribution } from '../attribution/read-attribution.ts';
import { type Database, readClock } from '../database/connect.ts';
import { groupCommit, isRowRefused } from '../database/group-commit.ts';
import type { Tables } from '../database/tables.ts';
import type { Property } from '../property/property.ts';
import { personKeys } from './person-keys.ts';
import { newReceipt, newReference } from './random-codes.ts';
import type { LeadAnswers } from './schema.ts';

export interface Submission {
  property: Property;
  answers: LeadAnswers;
  /** What the person read the form in. */
  language: string;
  attribution: Attribution;
  /** Made for each rendering of the form; the same one again is a double click, a reload or Back. */
  submissionId: string;
  /** What the person agreed to, in the words they saw. */
  consent?: { wording: string };
  page?: string | undefined;
  address?: string | undefined;
  userAgent?: string | undefined;
}

export interface AcceptedLead {
  receipt: string;
  /** False when the same submission was accepted before: nothing new was written. */
  isNew: boolean;
}

/**
 * Within this time the same words for the same property are the same submission, whatever its id: after Back without
 * JavaScript the browser shows the old text in a form with a new id.
 */
export const sameContentWindowMs = 24 * 60 * 60 * 1000;

/**
 * The one durable moment: after this returns, the lead, its consent and its delivery are on disk and the receipt may be
 * shown. Nothing outside the database is waited for. Those who send at the same moment share the wait for the disk.
 * @throws when the database cannot be written; then nothing was saved.
 */
export function acceptLead(database: Database, submission: Submission): Promise<AcceptedLead> {
  let accept = entrances.get(database);
  if (!accept) {
    accept = groupCommit((submissions) => acceptTogether(database, submissions), isRowRefused);
    entrances.set(database, accept);
  }
  return accept(submission);
}

const entrances = new WeakMap<Database, (submission: Submission) => Promise<AcceptedLead>>();

/** All of them or none, in their order. */
async function acceptTogether(database: Database, submissions: Submission[]): Promise<AcceptedLead[]> {
  const hashed = submissions.map((submission) => ({ submission, contentHash: hashContent(submission) }));
  return database.db.transaction().execute(async (trx) => {
    if (database.engine === 'postgres') await lockContents(trx, hashed);
    const now = await readClock({ ...database, db: trx });
    const before = await findSame(trx, hashed, now);
    const added = new Map<string, NewLead>();
    const accepted = hashed.map(({ submission, contentHash }): AcceptedLead => {
      const receipt = before(submission, contentHash) ?? added.get(contentHash)?.receipt;
      if (receipt) return { receipt, isNew: false };
      const lead = { submission, contentHash, id: randomUUID(), receipt: newReceipt() };
      added.set(contentHash, lead);
      return { receipt: lead.receipt, isNew: true };
    });
    if (added.size > 0) await insert(trx, [...added.values()], now);
    return accepted;
  });
}

interface HashedSubmission {
  submission: Submission;
  contentHash: string;
}

interface NewLead extends HashedSubmission {
  id: string;
  receipt: string;
}

/**
 * Two requests with the same words at the same moment: the second waits, then finds the first. SQLite's transactions
 * already run one after the other. All take their locks in one order, so that no two wait for each other.
 */
async function lockContents(trx: Kysely<Tables>, hashed: HashedSubmission[]): Promise<void> {
  const hashes = sql.join(hashed.map(({ contentHash }) => contentHash));
  await sql`select pg_advisory_xact_lock(key) from (
    select hashtextextended(hash, 0) as key from unnest(array[${hashes}]::text[]) as hash order by 1 offset 0
  ) as keys`.execute(trx);
}

/** Looks up the receipt of an earlier submission that is the same: the oldest, if there are several. */
async function findSame(
  trx: Kysely<Tables>,
  hashed: HashedSubmission[],
  now: number,
): Promise<(submission: Submission, contentHash: string) => string | undefined> {
  const rows = await trx
    .selectFrom('lead')
    // Only what will be delivered counts as accepted.
    .innerJoin('delivery', 'delivery.lead_id', 'lead.id')
    .select(['receipt', 'submission_id', 'content_hash', 'received_at'])
    .where(
      'content_hash',
      'in',
      hashed.map(({ contentHash }) => contentHash),
    )
    .orderBy('received_at')
    .execute();
  return ({ submissionId }, contentHash) =>
    rows.find(
      (row) =>
        row.content_hash === contentHash &&
        (row.submission_id === submissionId || row.received_at > now - sameContentWindowMs),
    )?.receipt;
}

async function insert(trx: Kysely<Tables>, leads: NewLead[], now: number): Promise<void> {
  await trx
    .insertInto('lead')
    .values(
      leads.map(({ id, receipt, contentHash, submission }) => ({
        id,
        property_slug: submission.property.slug,
        receipt,
        reference: newReference(),
        submission_id: submission.submissionId,
        content_hash: contentHash,
        answers: JSON.stringify(submission.answers),
        attribution: JSON.stringify(submission.attribution),
        language: submission.language,
        received_at: now,
      })),
    )
    .execute();
  const consents = leads.flatMap(({ id, submission }) => consentOf(id, submission, now));
  if (consents.length > 0) await trx.insertInto('consent').values(consents).execute();
  await trx
    .insertInto('delivery')
    .values(leads.map(({ id, submission }) => queued(id, submission, now)))
    .execute();
}

function consentOf(leadId: string, submission: Submission, now: number) {
  const { consent, page, address, userAgent } = submission;
  if (!consent) return [];
  return [
    {
      id: randomUUID(),
      lead_id: leadId,
      channel: 'sms' as const,
      wording: consent.wording,
      wording_hash: createHash('sha256').update(consent.wording).digest('hex'),
      page: page ?? null,
      address: address ?? null,
      user_agent: userAgent ?? null,
      given_at: now,
    },
  ];
}

function queued(leadId: string, { property, answers }: Submission, now: number) {
  return {
    id: randomUUID(),
    lead_id: leadId,
    property_slug: property.slug,
    integration_id: property.integration_id,
    property_id: property.property_id,
    state: 'queued' as const,
    due_at: now,
    claim_id: null,
    lease_until: null,
    attempts: 0,
    step: 0,
    queued_at: now,
    prove_absent: 0 as const,
    job_id: null,
    record_id: null,
    reason: null,
    detail: null,
    state_since: now,
    delivered_at: null,
    ...personKeys(answers),
    retry_job_id: null,
    by_staff: 0 as const,
  };
}

/** What makes two submissions the same: the property and every answer, not how they came here. */
function hashContent({ property, answers }: Submission): string {
  const content = Object.entries(answers)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([property.slug, content]))
    .digest('hex');
}
