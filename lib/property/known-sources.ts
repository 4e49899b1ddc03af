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
  /** What was in an earlier list and is in this one no longer: staff know it by its name. */
  gone?: KeptSource[];
  /** When a list was read for the first time, epoch milliseconds; undefined where that is not remembered, long ago. */
  firstReadAt?: number;
  /** Epoch milliseconds by the database's clock. */
  readAt: number;
}

/** What is kept of a read. */
export interface KeptSource extends LeadSource {
  /** When it was missing from the list for the first time, epoch milliseconds. */
  goneAt?: number;
  /** When it was in a list for the first time, epoch milliseconds. */
  listedAt?: number;
}

/** How long the names of those that are gone are kept. */
const rememberedMs = 365 * 24 * 60 * 60_000;
const mostGone = 500;

/** The new list, and after it those of the one before that are gone. */
export function keepSources(
  before: readonly KeptSource[],
  sources: readonly LeadSource[],
  now: number,
): KeptSource[] {
  const listedAt = new Map(before.map((source) => [source.id, source.listedAt]));
  const ids = new Set(sources.map(({ id }) => id));
  const gone = before
    .filter(({ id, goneAt = now }) => !ids.has(id) && goneAt > now - rememberedMs)
    .map((source) => ({ goneAt: now, ...source }));
  const listed = sources.map((source) => {
    const since = listedAt.has(source.id) ? listedAt.get(source.id) : now;
    return since === undefined ? source : { ...source, listedAt: since };
  });
  return [...listed, ...gone.slice(0, mostGone)];
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
      known.set(keyOf({ integration_id, property_id }), knownOf(sources, sources_read_at));
  }
  return (property) => known.get(keyOf(property));
}

function knownOf(sources: string | null, readAt: number | null): KnownSources {
  const kept = JSON.parse(sources ?? '[]') as KeptSource[];
  const listed = kept.map(({ listedAt }) => listedAt ?? Number.NEGATIVE_INFINITY);
  const firstReadAt = Math.min(...listed);
  return {
    ...(Number.isFinite(firstReadAt) ? { firstReadAt } : {}),
    sources: kept.filter(({ goneAt }) => goneAt === undefined),
    gone: kept.filter(({ goneAt }) => goneAt !== undefined),
    readAt: readAt ?? 0,
  };
}

/** A statement takes a limited number of values. */
const mostTogether = 200;

function keyOf({ integration_id, property_id }: PropertyIds): string {
  return `${integration_id} ${property_id}`;
}
