import { createHash, randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Attribution } from '../attribution/read-attribution.ts';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import type { Property } from '../property/property.ts';
import { personKeys } from './person-keys.ts';
import { newReceipt, newReference } from './random-codes.ts';
import type { LeadAnswers } from './schema.ts';

export interface Submission {
  property: Property;
  answers: LeadAnswers;
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
 * shown. Nothing outside the database is waited for.
 * @throws when the database cannot be written; then nothing was saved.
 */
export async function acceptLead(database: Database, submission: Submission): Promise<AcceptedLead> {
  const contentHash = hashContent(submission);
  return database.db.transaction().execute(async (trx) => {
    if (database.engine === 'postgres') {
      // Two requests with the same words at the same moment: the second waits, then finds the first. SQLite's
      // transactions already run one after the other.
      await sql`select pg_advisory_xact_lock(hashtextextended(${contentHash}, 0))`.execute(trx);
    }
    const before = await findSame(trx, database, submission.submissionId, contentHash);
    if (before) return { receipt: before.receipt, isNew: false };
    return { receipt: await insert(trx, database, submission, contentHash), isNew: true };
  });
}

function findSame(trx: Kysely<Tables>, database: Database, submissionId: string, contentHash: string) {
  return (
    trx
      .selectFrom('lead')
      // Only what will be delivered counts as accepted.
      .innerJoin('delivery', 'delivery.lead_id', 'lead.id')
      .select('receipt')
      .where('content_hash', '=', contentHash)
      .where((lead) =>
        lead.or([
          lead('submission_id', '=', submissionId),
          lead('received_at', '>', sql<number>`${database.now()} - ${sql.lit(sameContentWindowMs)}`),
        ]),
      )
      .orderBy('received_at')
      .executeTakeFirst()
  );
}

async function insert(
  trx: Kysely<Tables>,
  database: Database,
  submission: Submission,
  contentHash: string,
): Promise<string> {
  const { property } = submission;
  const leadId = randomUUID();
  const receipt = newReceipt();
  await trx
    .insertInto('lead')
    .values({
      id: leadId,
      property_slug: property.slug,
      receipt,
      reference: newReference(),
      submission_id: submission.submissionId,
      content_hash: contentHash,
      answers: JSON.stringify(submission.answers),
      attribution: JSON.stringify(submission.attribution),
      received_at: database.now(),
    })
    .execute();
  if (submission.consent) {
    await trx
      .insertInto('consent')
      .values({
        id: randomUUID(),
        lead_id: leadId,
        channel: 'sms',
        wording: submission.consent.wording,
        wording_hash: createHash('sha256').update(submission.consent.wording).digest('hex'),
        page: submission.page ?? null,
        address: submission.address ?? null,
        user_agent: submission.userAgent ?? null,
        given_at: database.now(),
      })
      .execute();
  }
  await trx
    .insertInto('delivery')
    .values({
      id: randomUUID(),
      lead_id: leadId,
      property_slug: property.slug,
      integration_id: property.integration_id,
      property_id: property.property_id,
      state: 'queued',
      due_at: database.now(),
      claim_id: null,
      lease_until: null,
      attempts: 0,
      step: 0,
      queued_at: database.now(),
      prove_absent: 0,
      job_id: null,
      record_id: null,
      reason: null,
      detail: null,
      state_since: database.now(),
      delivered_at: null,
      ...personKeys(submission.answers),
      retry_job_id: null,
      by_staff: 0,
    })
    .execute();
  return receipt;
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
