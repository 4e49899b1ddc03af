import { sql } from 'kysely';
import { type Database, readClock } from '../../database/connect.ts';
import type { Property } from '../property.ts';
import { askedHomes } from './asked-homes.ts';
import type { PropertyIds } from './catalog.ts';

/** A statement takes a limited number of values. */
const mostTogether = 200;

/**
 * Plans the reads of exactly these properties: their lead sources, and their homes where a form shows them. What was never
 * read, or failed last, is read now: settings may have been corrected. The others keep their turn, so that a rolling restart is
 * no reason to read everything again.
 * @param everyMs between two reads
 */
export async function scheduleCatalogs(
  database: Database,
  properties: readonly Property[],
  everyMs: number,
): Promise<void> {
  const wanted = new Map<string, PropertyIds & { wants_homes: 0 | 1 }>();
  for (const property of properties) {
    const { integration_id, property_id } = property;
    const key = `${integration_id} ${property_id}`;
    // Two forms may be of one property.
    const wants_homes = askedHomes(property).plans || wanted.get(key)?.wants_homes ? 1 : 0;
    wanted.set(key, { integration_id, property_id, wants_homes });
  }
  const rows = [...wanted.values()];
  await database.db.transaction().execute(async (trx) => {
    // Replicas start together and would wait for each other's rows in a circle.
    if (database.engine === 'postgres')
      await sql`lock table home_catalog in share row exclusive mode`.execute(trx);
    const now = await readClock({ ...database, db: trx });
    await trx.updateTable('home_catalog').set({ due_at: null }).where('due_at', 'is not', null).execute();
    const planned = { failures: 0, scheduled_at: now, due_at: now };
    while (rows.length > 0)
      await trx
        .insertInto('home_catalog')
        .values(rows.splice(0, mostTogether).map((row) => ({ ...row, ...planned })))
        .onConflict((conflict) =>
          conflict.columns(['integration_id', 'property_id']).doUpdateSet({
            wants_homes: (row) => row.ref('excluded.wants_homes'),
            due_at: sql<number>`case
              when home_catalog.failures > 0 or home_catalog.sources_read_at is null then ${now}
              when excluded.wants_homes = 0 then home_catalog.sources_read_at + ${Math.round(everyMs)}
              when home_catalog.read_at is null then ${now}
              when home_catalog.read_at < home_catalog.sources_read_at then home_catalog.read_at + ${Math.round(everyMs)}
              else home_catalog.sources_read_at + ${Math.round(everyMs)} end`,
          }),
        )
        .execute();
  });
}
