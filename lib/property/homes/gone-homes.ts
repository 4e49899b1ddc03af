import type { Kysely } from 'kysely';
import type { Database } from '../../database/connect.ts';
import type { Tables } from '../../database/tables.ts';
import { homeNames } from './home-names.ts';
import type { HomeRecords } from './home-records.ts';

/** A statement takes a limited number of values. */
const mostTogether = 200;
/** How long the names of homes that are gone are remembered, for whoever still has an old page. */
const rememberedMs = 90 * 24 * 60 * 60_000;

/** Keeps the names of what was in the read before and is not in this one. */
export async function rememberGone(
  trx: Kysely<Tables>,
  property_id: string,
  before: HomeRecords,
  after: HomeRecords,
  now: number,
): Promise<void> {
  const names = homeNames(after);
  const gone = [...homeNames(before)].filter(([home_id]) => !names.has(home_id));
  while (gone.length > 0)
    await trx
      .insertInto('gone_home')
      .values(
        gone.splice(0, mostTogether).map(([home_id, name]) => ({ property_id, home_id, name, gone_at: now })),
      )
      .onConflict((conflict) =>
        conflict.columns(['property_id', 'home_id']).doUpdateSet((row) => ({
          name: row.ref('excluded.name'),
          gone_at: now,
        })),
      )
      .execute();
  await trx
    .deleteFrom('gone_home')
    .where('property_id', '=', property_id)
    .where('gone_at', '<', now - rememberedMs)
    .execute();
}

/** The name of a home that is in no read any more. */
export async function findGoneHome(
  database: Database,
  propertyId: string,
  homeId: string,
): Promise<string | undefined> {
  const row = await database.db
    .selectFrom('gone_home')
    .select('name')
    .where('property_id', '=', propertyId)
    .where('home_id', '=', homeId)
    .executeTakeFirst();
  return row?.name;
}
