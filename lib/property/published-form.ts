import { sharedInProcess } from '../app/shared-in-process.ts';
import type { Database } from '../database/connect.ts';
import type { Property } from './property.ts';
import { findProperty } from './published-properties.ts';

interface Surroundings {
  database: Database;
  log: { error(facts: object, message: string): void };
  properties: Property[];
}

/** A form changes when the program starts again; between two visitors of the same second it is not read twice. */
const freshMs = 1_000;
const known = sharedInProcess(
  'published-forms',
  () => new WeakMap<Database, Map<string, { property: Property; readAt: number }>>(),
);

/**
 * The published form of this slug, as it was at most a second ago. While the database is away, as it was when this process started: people can then
 * still read whom to call, and what they type comes back to them.
 */
export async function publishedForm(
  { database, log, properties }: Surroundings,
  slug: string,
): Promise<Property | undefined> {
  const before = known.get(database)?.get(slug);
  if (before && performance.now() - before.readAt < freshMs) return before.property;
  try {
    const property = await findProperty(database, slug);
    const forms = known.get(database) ?? new Map();
    known.set(database, forms);
    if (property) forms.set(slug, { property, readAt: performance.now() });
    else forms.delete(slug);
    return property;
  } catch (error) {
    log.error({ err: error, property: slug }, 'the database cannot be read');
    return before?.property ?? properties.find((property) => property.slug === slug);
  }
}
