import type { Database } from '../database/connect.ts';
import { type ProspectState, prospectState } from '../delivery/states.ts';
import type { Language } from '../language/languages.ts';
import { type Property, readDefinition } from '../property/property.ts';

/** What the status page may show: no personal data, no word of another system. */
export interface LeadStatus {
  state: ProspectState;
  /** Epoch milliseconds. */
  receivedAt: number;
  deliveredAt: number | undefined;
  /** Milliseconds since it was received, by the database's clock. */
  age: number;
  property: Property;
  /** The lead's name for people, which leads to nothing. */
  reference: string;
}

/** The lead of this receipt, or undefined. */
export async function statusOfLead(
  database: Database,
  receipt: string,
  timeScale: number,
): Promise<LeadStatus | undefined> {
  const row = await database.db
    .selectFrom('lead')
    .innerJoin('delivery', 'delivery.lead_id', 'lead.id')
    .innerJoin('property', 'property.slug', 'lead.property_slug')
    .select([
      'lead.received_at',
      'lead.reference',
      'delivery.state',
      'delivery.state_since',
      'delivery.delivered_at',
    ])
    .select(['property.definition', database.now().as('now')])
    .where('lead.receipt', '=', receipt)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    state: prospectState(row.state, row.now - row.state_since, timeScale),
    receivedAt: row.received_at,
    deliveredAt: row.delivered_at ?? undefined,
    age: row.now - row.received_at,
    property: readDefinition(row.definition),
    reference: row.reference,
  };
}

/** The language in which this lead was sent; undefined when nothing can be told, or the database is away. */
export async function languageOfLead(
  { database, log }: { database: Database; log: { error(facts: object, message: string): void } },
  receipt: string,
): Promise<Language | undefined> {
  try {
    const row = await database.db
      .selectFrom('lead')
      .select('language')
      .where('receipt', '=', receipt)
      .executeTakeFirst();
    return row?.language ?? undefined;
  } catch (error) {
    log.error({ err: error }, 'the language of a lead could not be read');
    return undefined;
  }
}
