import { createHash, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Judgement } from '../spam/screen.ts';
import type { HashedSubmission, Submission } from './accept-lead.ts';
import { personKeys } from './person-keys.ts';
import { newReference } from './random-codes.ts';

export interface NewLead extends HashedSubmission {
  id: string;
  receipt: string;
  judgement: Judgement | undefined;
  verdict: 'accepted' | 'quarantined' | undefined;
}

/** Writes the leads with their consents, deliveries and what made them look like spam. */
export async function insertLeads(trx: Kysely<Tables>, leads: NewLead[], now: number): Promise<void> {
  if (leads.length === 0) return;
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
    .values(leads.map((lead) => deliveryOf(lead, now)))
    .execute();
  const screenings = leads.flatMap(screeningOf);
  if (screenings.length > 0) await trx.insertInto('spam_screening').values(screenings).execute();
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

function deliveryOf({ id, submission: { property, answers }, verdict }: NewLead, now: number) {
  const isHeld = verdict === 'quarantined';
  return {
    id: randomUUID(),
    lead_id: id,
    property_slug: property.slug,
    integration_id: property.integration_id,
    property_id: property.property_id,
    state: isHeld ? ('quarantined' as const) : ('queued' as const),
    due_at: isHeld ? null : now,
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

/** Most leads have no sign of spam, and no row. */
function screeningOf({ id, judgement, verdict = 'accepted' }: NewLead) {
  if (!judgement || judgement.signals.length === 0) return [];
  const { score, proven, signals } = judgement;
  return [
    {
      lead_id: id,
      verdict,
      score,
      proven: proven ? (1 as const) : (0 as const),
      signals: JSON.stringify(signals),
    },
  ];
}
