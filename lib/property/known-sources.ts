import type { Database } from '../database/connect.ts';
import type { PropertyIds } from './homes/catalog.ts';

/** A lead source of a property in ResMan, as Propexo tells of it. */
export interface LeadSource {
  id: string;
  name?: string;
  /** When Propexo last saw it in ResMan, epoch milliseconds: what was deleted there may stay, and this stops. */
  seenAt?: number;
}

/** All of a property's lead sources, as they were read last. */
export interface KnownSources {
  sources: LeadSource[];
  /** Epoch milliseconds by the database's clock. */
  readAt: number;
}

/** What is known of these properties' lead sources; a property of which nothing is known has none. */
export async function readKnownSources(
  database: Pick<Database, 'db'>,
  properties: readonly PropertyIds[],
): Promise<(property: PropertyIds) => KnownSources | undefined> {
  const ids = [...new Set(properties.map(({ property_id }) => property_id))];
  const known = new Map<string, KnownSources>();
  while (ids.length > 0) {
    const rows = await database.db
      .selectFrom('home_catalog')
      .select(['integration_id', 'property_id', 'sources', 'sources_read_at'])
      .where('property_id', 'in', ids.splice(0, mostTogether))
      .where('sources', 'is not', null)
      .execute();
    for (const { integration_id, property_id, sources, sources_read_at } of rows)
      known.set(keyOf({ integration_id, property_id }), {
        sources: JSON.parse(sources ?? '[]') as LeadSource[],
        readAt: sources_read_at ?? 0,
      });
  }
  return (property) => known.get(keyOf(property));
}

/** A statement takes a limited number of values. */
const mostTogether = 200;

function keyOf({ integration_id, property_id }: PropertyIds): string {
  return `${integration_id} ${property_id}`;
}
