import type { Database } from '../database/connect.ts';
import type { Property } from './property.ts';
import { findProperty } from './published-properties.ts';

interface Surroundings {
  database: Database;
  log: { error(facts: object, message: string): void };
  properties: Property[];
}

/**
 * The published form of this slug. While the database is away, as it was when this process started: people can then
 * still read whom to call, and what they type comes back to them.
 */
export async function publishedForm(
  { database, log, properties }: Surroundings,
  slug: string,
): Promise<Property | undefined> {
  try {
    return await findProperty(database, slug);
  } catch (error) {
    log.error({ err: error, property: slug }, 'the database cannot be read');
    return properties.find((property) => property.slug === slug);
  }
}
