import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { countedAs } from '../property/lead-source.ts';
import type { Judgement } from '../spam/screen.ts';
import type { HashedSubmission, Submission } from './accept-lead.ts';
import { type GivenConsent, recordConsents } from './consent-record.ts';
import { personKeys } from './person-keys.ts';
import { newReference } from './random-codes.ts';
import type { LeadAnswers } from './schema.ts';

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
        answers: JSON.stringify(believedAnswers(submission)),
        attribution: JSON.stringify(submission.attribution),
        language: submission.language,
        home: submission.home ? JSON.stringify(submission.home) : null,
        ...countedAs(submission.property, submission.attribution),
        trust: submission.trust ?? null,
        place: submission.place ?? null,
        embed_origin: submission.embedOrigin ?? null,
        link_code: submission.attribution.link ?? null,
        received_at: now,
      })),
    )
    .execute();
  await recordConsents(trx, leads.flatMap(consentOf), now);
  await trx
    .insertInto('delivery')
    .values(leads.map((lead) => deliveryOf(lead, now)))
    .execute();
  const screenings = leads.flatMap(screeningOf);
  if (screenings.length > 0) await trx.insertInto('spam_screening').values(screenings).execute();
}

/** An id of a home that nobody knows would have the whole lead refused. */
function believedAnswers({ answers, home }: Submission): LeadAnswers {
  return home
    ? { ...answers, floor_plan_id: home.believed.floor_plan_id, unit_id: home.believed.unit_id }
    : answers;
}

function consentOf({ id, submission }: NewLead): GivenConsent[] {
  const { consent, property, language, page, embedOrigin, address, userAgent } = submission;
  if (!consent) return [];
  const { wording } = consent;
  return [
    { leadId: id, propertySlug: property.slug, wording, language, page, embedOrigin, address, userAgent },
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
