import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { PropertyRow } from '../database/tables.ts';
import { hashWords, offeredWordings } from './consent-wording.ts';
import { type Property, readDefinition } from './property.ts';

/**
 * Publishes exactly these properties of this origin: adds or updates each, and takes down the forms of those that are
 * provisioned no longer. Rows stay, because leads refer to them.
 */
export async function publishProperties(
  database: Database,
  origin: PropertyRow['origin'],
  properties: Property[],
): Promise<void> {
  await database.db.transaction().execute(async (trx) => {
    // Replicas start together with the same file; without one order they would wait for each other's rows in a circle.
    if (database.engine === 'postgres')
      await sql`lock table property in share row exclusive mode`.execute(trx);
    await trx.updateTable('property').set({ published: 0 }).execute();
    for (const property of properties) {
      const row = {
        definition: JSON.stringify(property),
        origin,
        published: 1 as const,
        updated_at: database.now(),
      };
      await trx
        .insertInto('property')
        .values({ slug: property.slug, ...row })
        .onConflict((conflict) => conflict.column('slug').doUpdateSet(row))
        .execute();
      const wordings = offeredWordings(property).map(({ language, version, words }) => ({
        property_slug: property.slug,
        language,
        version,
        wording: words,
        wording_hash: hashWords(words),
        offered_at: database.now(),
      }));
      if (wordings.length > 0)
        await trx
          .insertInto('consent_wording')
          .values(wordings)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      // What has not been sent goes where the file says now, and waits for that integration, not for the old one.
      const { integration_id, property_id } = property;
      await trx
        .updateTable('delivery')
        .set({ integration_id, property_id })
        .where('property_slug', '=', property.slug)
        .where('state', '=', 'queued')
        .where('prove_absent', '<>', 1)
        .where((row) =>
          row.or([row('integration_id', '<>', integration_id), row('property_id', '<>', property_id)]),
        )
        .execute();
    }
  });
}

/** The published form of this slug, or undefined. */
export async function findProperty(database: Database, slug: string): Promise<Property | undefined> {
  const row = await database.db
    .selectFrom('property')
    .select('definition')
    .where('slug', '=', slug)
    .where('published', '=', 1)
    .executeTakeFirst();
  return row && readDefinition(row.definition);
}

/** All published forms by name. */
export async function listProperties(database: Database): Promise<Property[]> {
  const rows = await database.db
    .selectFrom('property')
    .select('definition')
    .where('published', '=', 1)
    .execute();
  return rows
    .map((row) => readDefinition(row.definition))
    .sort((one, other) => one.name.localeCompare(other.name));
}
