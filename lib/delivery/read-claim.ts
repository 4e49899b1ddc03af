import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Attribution } from '../attribution/campaign.ts';
import type { Database } from '../database/connect.ts';
import type { DeliveryRow, Tables } from '../database/tables.ts';
import { firstConsent, versionedConsent } from '../lead/consent-record.ts';
import type { LeadAnswers } from '../lead/schema.ts';
import { readChosenHome } from '../property/homes/chosen-home.ts';
import { resolveLeadSource } from '../property/lead-source.ts';
import { readDefinition } from '../property/property.ts';
import { toPropexoLead } from '../propexo/lead-payload.ts';
import type { Claim, Moment } from './claim.ts';

/** These deliveries with their leads, except what somebody moved on or holds at this moment. */
export function selectClaimRows(trx: Kysely<Tables>, database: Database, ids: string[], now: number) {
  const rows = trx
    .selectFrom('delivery')
    .innerJoin('lead', 'lead.id', 'delivery.lead_id')
    .innerJoin('property', 'property.slug', 'delivery.property_slug')
    .selectAll('delivery')
    .select(['lead.reference', 'lead.answers', 'lead.attribution', 'lead.trust', 'lead.home'])
    .select('property.definition')
    .select((row) => [
      firstConsent(row, 'version').as('consent_version'),
      firstConsent(row, 'given_at').as('consent_given_at'),
    ])
    .where('delivery.id', 'in', ids)
    .where('delivery.due_at', '<=', now)
    .where('delivery.state', 'in', ['queued', 'sending', 'accepted', 'unknown'])
    .where((row) =>
      row.or([row('delivery.lease_until', 'is', null), row('delivery.lease_until', '<=', now)]),
    );
  return (database.engine === 'postgres' ? rows.forUpdate('delivery').skipLocked() : rows).execute();
}

export type ClaimRow = Awaited<ReturnType<typeof selectClaimRows>>[number];

export class UnreadableLead extends Error {
  override name = 'UnreadableLead';
}

/** What a claim needs to know of its lead. @throws UnreadableLead when that cannot be put together */
export function readClaim(row: ClaimRow, work: Claim['work']): Omit<Claim, keyof Moment> {
  const {
    reference,
    answers,
    trust,
    home,
    definition,
    consent_version,
    consent_given_at,
    attribution: _,
    ...delivery
  } = row;
  try {
    const property = readDefinition(definition);
    const attribution = JSON.parse(row.attribution) as Attribution;
    const lead = toPropexoLead({
      reference,
      answers: JSON.parse(answers) as LeadAnswers,
      property,
      consent: versionedConsent(consent_version, consent_given_at),
      home: readChosenHome(home),
      attribution,
      trust,
      ...resolveLeadSource(property, attribution),
    });
    // A send goes where the property says now; everything after it looks where it went.
    const { integration_id, property_id } = work === 'send' ? lead : delivery;
    return {
      work,
      id: delivery.id,
      claimId: randomUUID(),
      delivery: { ...delivery, integration_id, property_id },
      reference,
      lead,
      attempt: work === 'send' ? delivery.attempts + 1 : delivery.attempts,
    };
  } catch (error) {
    throw new UnreadableLead(`${(error as Error).name} in the lead or its property`, { cause: error });
  }
}

/** What comes next for a delivery in this state. */
export function workFor(delivery: Selectable<DeliveryRow>): Claim['work'] {
  switch (delivery.state) {
    case 'queued':
      return delivery.prove_absent ? 'prove_absent' : 'send';
    case 'accepted':
      return 'follow';
    case 'sending':
      return 'died';
    default:
      return 'reconcile';
  }
}
