import type { Selectable } from 'kysely';
import type { Attribution } from '../attribution/campaign.ts';
import type { Trust } from '../attribution/link-signature.ts';
import { type Database, readClock } from '../database/connect.ts';
import type { ConsentRow, DeliveryRow, StaffActRow, Tables } from '../database/tables.ts';
import { versionedConsent } from '../lead/consent-record.ts';
import type { LeadAnswers } from '../lead/schema.ts';
import { type ChosenHome, readChosenHome } from '../property/homes/chosen-home.ts';
import { resolveLeadSource } from '../property/lead-source.ts';
import { type Property, readDefinition } from '../property/property.ts';
import { type PropexoLead, toPropexoLead } from '../propexo/lead-payload.ts';
import type { Signal } from '../spam/signals.ts';

export interface LeadRecord {
  id: string;
  /** The database's clock, epoch milliseconds. */
  now: number;
  reference: string;
  receivedAt: number;
  answers: LeadAnswers;
  attribution: Attribution;
  trust: Trust | null;
  place: 'page' | 'embed' | 'api' | null;
  embedOrigin: string | null;
  home: ChosenHome | undefined;
  property: Property;
  delivery: Selectable<DeliveryRow>;
  consent: Selectable<ConsentRow> | undefined;
  attempts: Selectable<Tables['attempt']>[];
  acts: Selectable<StaffActRow>[];
  /** What made it look like spam, and whether it was held back for that; undefined where nothing did. */
  screening: { isHeld: boolean; proven: boolean; signals: Signal[] } | undefined;
}

/** Everything that staff may know of a lead; not the receipt, which is the renter's. */
export async function readLead(database: Database, id: string): Promise<LeadRecord | undefined> {
  const { db } = database;
  const lead = await db
    .selectFrom('lead')
    .innerJoin('property', 'property.slug', 'lead.property_slug')
    .select(['lead.reference', 'lead.received_at', 'lead.answers', 'lead.attribution', 'lead.home'])
    .select(['lead.trust', 'lead.place', 'lead.embed_origin'])
    .select('property.definition')
    .where('lead.id', '=', id)
    .executeTakeFirst();
  const delivery = await db.selectFrom('delivery').selectAll().where('lead_id', '=', id).executeTakeFirst();
  if (!lead || !delivery) return undefined;
  const [consent, attempts, acts, screening] = await Promise.all([
    db.selectFrom('consent').selectAll().where('lead_id', '=', id).orderBy('given_at').executeTakeFirst(),
    db.selectFrom('attempt').selectAll().where('delivery_id', '=', delivery.id).orderBy('number').execute(),
    db.selectFrom('staff_act').selectAll().where('delivery_id', '=', delivery.id).orderBy('at').execute(),
    db.selectFrom('spam_screening').selectAll().where('lead_id', '=', id).executeTakeFirst(),
  ]);
  return {
    id,
    now: await readClock(database),
    reference: lead.reference,
    receivedAt: lead.received_at,
    answers: JSON.parse(lead.answers) as LeadAnswers,
    attribution: JSON.parse(lead.attribution) as Attribution,
    trust: lead.trust,
    place: lead.place,
    embedOrigin: lead.embed_origin,
    home: readChosenHome(lead.home),
    property: readDefinition(lead.definition),
    delivery,
    consent,
    attempts,
    acts,
    screening: screening && {
      isHeld: screening.verdict === 'quarantined',
      proven: screening.proven === 1,
      signals: JSON.parse(screening.signals) as Signal[],
    },
  };
}

/** The body that a send would carry now. @throws when the lead and its property's settings do not fit together. */
export function bodyForResMan({
  reference,
  answers,
  attribution,
  trust,
  home,
  property,
  consent,
}: Pick<
  LeadRecord,
  'reference' | 'answers' | 'attribution' | 'trust' | 'home' | 'property' | 'consent'
>): PropexoLead {
  return toPropexoLead({
    reference,
    answers,
    property,
    consent: versionedConsent(consent?.version ?? null, consent?.given_at ?? null),
    home,
    attribution,
    trust,
    ...resolveLeadSource(property, attribution),
  });
}
