import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Database, readClock } from '../../database/connect.ts';
import type { Property } from '../property.ts';
import { askedHomes } from './asked-homes.ts';
import { rememberGone } from './gone-homes.ts';
import { type HomeRecords, noHomes } from './home-records.ts';

/** Which property of Propexo. */
export type PropertyIds = Pick<Property, 'integration_id' | 'property_id'>;

/** A property whose homes this process reads now; nobody else does until its lease is over. */
export interface CatalogClaim extends PropertyIds {
  leaseId: string;
  /** Failed reads in a row before this one. */
  failures: number;
}

/** A statement takes a limited number of values. */
const mostTogether = 200;

/**
 * Plans the reads of exactly these properties' homes. What was never read, or failed last, is read now: settings may have been
 * corrected. The others keep their turn, so that a rolling restart is no reason to read everything again.
 * @param everyMs between two reads
 */
export async function scheduleHomes(
  database: Database,
  properties: readonly Property[],
  everyMs: number,
): Promise<void> {
  const wanted = new Map(
    properties
      .filter((property) => askedHomes(property).plans)
      .map(({ integration_id, property_id }) => [
        `${integration_id} ${property_id}`,
        { integration_id, property_id },
      ]),
  );
  const rows = [...wanted.values()];
  await database.db.transaction().execute(async (trx) => {
    // Replicas start together and would wait for each other's rows in a circle.
    if (database.engine === 'postgres')
      await sql`lock table home_catalog in share row exclusive mode`.execute(trx);
    const now = await readClock({ ...database, db: trx });
    await trx.updateTable('home_catalog').set({ due_at: null }).where('due_at', 'is not', null).execute();
    const planned = { failures: 0, scheduled_at: now, due_at: now, wants_homes: 1 as const };
    while (rows.length > 0)
      await trx
        .insertInto('home_catalog')
        .values(rows.splice(0, mostTogether).map((ids) => ({ ...ids, ...planned })))
        .onConflict((conflict) =>
          conflict.columns(['integration_id', 'property_id']).doUpdateSet({
            due_at: sql<number>`case when home_catalog.read_at is null or home_catalog.failures > 0 then ${now}
              else home_catalog.read_at + ${Math.round(everyMs)} end`,
          }),
        )
        .execute();
  });
}

/** Takes the property that is due and waits longest; undefined when none is. */
export async function claimCatalog(database: Database, leaseMs: number): Promise<CatalogClaim | undefined> {
  return database.db.transaction().execute(async (trx) => {
    const now = await readClock({ ...database, db: trx });
    const due = trx
      .selectFrom('home_catalog')
      .select(['integration_id', 'property_id', 'failures'])
      .where('due_at', '<=', now)
      .where((row) => row.or([row('lease_until', 'is', null), row('lease_until', '<=', now)]))
      .orderBy('due_at')
      .limit(1);
    const row = await (database.engine === 'postgres'
      ? due.forUpdate().skipLocked()
      : due
    ).executeTakeFirst();
    if (!row) return undefined;
    const claim = { ...row, leaseId: randomUUID() };
    await trx
      .updateTable('home_catalog')
      .set({ lease_id: claim.leaseId, lease_until: now + Math.round(leaseMs) })
      .where('integration_id', '=', row.integration_id)
      .where('property_id', '=', row.property_id)
      .execute();
    return claim;
  });
}

/** @returns false when the lease was over and somebody else may have it. */
export async function keepLease(database: Database, claim: CatalogClaim, leaseMs: number): Promise<boolean> {
  const now = await readClock(database);
  const { numUpdatedRows } = await database.db
    .updateTable('home_catalog')
    .set({ lease_until: now + Math.round(leaseMs) })
    .where('lease_id', '=', claim.leaseId)
    .where('lease_until', '>', now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface KeptCatalog {
  records: HomeRecords;
  /** Epoch milliseconds by the database's clock. */
  readAt: number;
}

/** The homes as they were read last, unless that is what the caller has already. */
export async function readCatalog(
  database: Database,
  { integration_id, property_id }: PropertyIds,
  known?: KeptCatalog,
): Promise<KeptCatalog | undefined> {
  const of = database.db
    .selectFrom('home_catalog')
    .where('integration_id', '=', integration_id)
    .where('property_id', '=', property_id);
  if (known && (await of.select('read_at').executeTakeFirst())?.read_at === known.readAt) return known;
  const row = await of.select(['records', 'read_at']).executeTakeFirst();
  if (row?.records == null || row.read_at === null) return undefined;
  return { records: JSON.parse(row.records) as HomeRecords, readAt: row.read_at };
}

/**
 * After a complete read: it takes the place of the one before, whole. What is in it no longer is remembered by name.
 * @returns false when the lease was lost: then nothing was written.
 */
export async function saveCatalog(
  database: Database,
  claim: CatalogClaim,
  records: HomeRecords,
  nextReadMs: number,
): Promise<boolean> {
  const { integration_id, property_id } = claim;
  return database.db.transaction().execute(async (trx) => {
    const now = await readClock({ ...database, db: trx });
    const mine = trx
      .selectFrom('home_catalog')
      .select('records')
      .where('integration_id', '=', integration_id)
      .where('property_id', '=', property_id)
      .where('lease_id', '=', claim.leaseId);
    const before = await (database.engine === 'postgres' ? mine.forUpdate() : mine).executeTakeFirst();
    if (!before) return false;
    await trx
      .updateTable('home_catalog')
      .set({
        records: JSON.stringify(records),
        read_at: now,
        failures: 0,
        failure: null,
        due_at: now + Math.round(nextReadMs),
        lease_id: null,
        lease_until: null,
      })
      .where('lease_id', '=', claim.leaseId)
      .execute();

    const old = before.records ? (JSON.parse(before.records) as HomeRecords) : noHomes;
    await rememberGone(trx, property_id, old, records, now);
    return true;
  });
}

/** After a read that failed or broke off: what was read before stays as it is. */
export async function noteFailure(
  database: Database,
  claim: CatalogClaim,
  failure: string,
  nextReadMs: number,
): Promise<void> {
  const now = await readClock(database);
  await database.db
    .updateTable('home_catalog')
    .set({
      failed_at: now,
      failure,
      failures: claim.failures + 1,
      due_at: now + Math.round(nextReadMs),
      lease_id: null,
      lease_until: null,
    })
    .where('lease_id', '=', claim.leaseId)
    .execute();
}
