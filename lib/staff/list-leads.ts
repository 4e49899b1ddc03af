import type { Selectable } from 'kysely';
import { type Database, readClock } from '../database/connect.ts';
import type { DeliveryRow } from '../database/tables.ts';
import type { LeadAnswers } from '../lead/schema.ts';
import { readDefinition } from '../property/property.ts';
import { type Need, needOf, needsPerson, waitingSince } from './needs.ts';

export const pageSize = 50;

export interface ListedLead {
  id: string;
  name: string;
  contact: string;
  reference: string;
  receivedAt: number;
  property: { name: string; timeZone: string };
  delivery: Pick<
    Selectable<DeliveryRow>,
    'state' | 'reason' | 'detail' | 'record_id' | 'state_since' | 'queued_at'
  >;
  need: Need | undefined;
}

interface LeadList {
  /** The database's clock, epoch milliseconds. */
  now: number;
  leads: ListedLead[];
  total: number;
}

interface Wanted {
  /** Only those that need a person, the longest waiting first; otherwise what looks like spam or all, the newest first. */
  show: 'needs' | 'spam' | 'all';
  /** A property's slug. */
  property?: string | undefined;
  /** From 1. */
  page: number;
}

export async function listLeads(database: Database, scale: number, wanted: Wanted): Promise<LeadList> {
  const now = await readClock(database);
  let chosen = database.db.selectFrom('delivery');
  if (wanted.property) chosen = chosen.where('delivery.property_slug', '=', wanted.property);
  if (wanted.show === 'needs') chosen = chosen.where((delivery) => needsPerson(delivery, now, scale));
  if (wanted.show === 'spam') chosen = chosen.where('delivery.state', '=', 'quarantined');
  const { total } = await chosen
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const found = chosen
    .innerJoin('lead', 'lead.id', 'delivery.lead_id')
    .innerJoin('property', 'property.slug', 'delivery.property_slug')
    .select(['lead.id', 'lead.reference', 'lead.answers', 'lead.received_at', 'property.definition'])
    .select(['delivery.state', 'delivery.reason', 'delivery.detail', 'delivery.record_id'])
    .select(['delivery.state_since', 'delivery.queued_at']);
  const ordered =
    wanted.show === 'needs'
      ? found.orderBy(waitingSince).orderBy('lead.id')
      : found.orderBy('lead.received_at', 'desc').orderBy('lead.id');
  const rows = await ordered
    .limit(pageSize)
    .offset((wanted.page - 1) * pageSize)
    .execute();
  return {
    now,
    total: Number(total),
    leads: rows.map(({ id, reference, answers, received_at, definition, ...delivery }) => {
      const said = JSON.parse(answers) as LeadAnswers;
      const { name, time_zone } = readDefinition(definition);
      return {
        id,
        name: `${said.first_name} ${said.last_name}`,
        contact: said.email_1 ?? said.phone_1 ?? '',
        reference,
        receivedAt: received_at,
        property: { name, timeZone: time_zone },
        delivery,
        need: needOf(delivery, now, scale),
      };
    }),
  };
}

/** An integration to which nothing is sent at present. */
export interface OpenLane {
  reason: string;
  since: number | undefined;
  /** The properties whose leads wait. */
  properties: string[];
}

export async function openLanes({ db }: Database): Promise<OpenLane[]> {
  const lanes = await db
    .selectFrom('integration_lane')
    .select(['integration_id', 'open_reason', 'open_since'])
    .where('open_reason', 'is not', null)
    .execute();
  if (lanes.length === 0) return [];
  const rows = await db.selectFrom('property').select('definition').where('published', '=', 1).execute();
  const properties = rows.map(({ definition }) => readDefinition(definition));
  return lanes.map(({ integration_id, open_reason, open_since }) => ({
    reason: open_reason ?? '',
    since: open_since ?? undefined,
    properties: properties
      .filter((property) => property.integration_id === integration_id)
      .map(({ name }) => name),
  }));
}
