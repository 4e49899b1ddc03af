import { randomUUID } from 'node:crypto';
import { type Database, readClock } from '../../database/connect.ts';
import { type KeptSource, keepSources, type LeadSource } from '../known-sources.ts';
import type { Property } from '../property.ts';
import { rememberGone } from './gone-homes.ts';
import { type HomeRecords, noHomes } from './home-records.ts';

/** Which property of Propexo. */
export type PropertyIds = Pick<Property, 'integration_id' | 'property_id'>;

/** A property that this process reads now; nobody else does until its lease is over. */
export interface CatalogClaim extends PropertyIds {
  leaseId: string;
  /** What is to be read: after a failure only that which failed. */
  due: { homes: boolean; sources: boolean };
  /** Failed reads in a row before this one. */
  failures: number;
}

/** What was read in this part of the time between two reads is fresh: a turn that comes early is for the rest. */
const nearlyDue = 0.8;

/**
 * Takes the property that is due and waits longest; undefined when none is.
 * @param everyMs between two reads
 */
export async function claimCatalog(
  database: Database,
  leaseMs: number,
  everyMs: number,
): Promise<CatalogClaim | undefined> {
  return database.db.transaction().execute(async (trx) => {
    const now = await readClock({ ...database, db: trx });
    const due = trx
      .selectFrom('home_catalog')
      .select(['integration_id', 'property_id', 'failures', 'wants_homes', 'read_at', 'sources_read_at'])
      .where('due_at', '<=', now)
      .where((row) => row.or([row('lease_until', 'is', null), row('lease_until', '<=', now)]))
      .orderBy('due_at')
      .limit(1);
    const row = await (database.engine === 'postgres'
      ? due.forUpdate().skipLocked()
      : due
    ).executeTakeFirst();
    if (!row) return undefined;
    const { integration_id, property_id, failures } = row;
    const leaseId = randomUUID();
    await trx
      .updateTable('home_catalog')
      .set({ lease_id: leaseId, lease_until: now + Math.round(leaseMs) })
      .where('integration_id', '=', integration_id)
      .where('property_id', '=', property_id)
      .execute();
    const isOld = (readAt: number | null) => readAt === null || readAt <= now - everyMs * nearlyDue;
    const reads = { homes: row.wants_homes === 1 && isOld(row.read_at), sources: isOld(row.sources_read_at) };
    return { integration_id, property_id, failures, leaseId, due: reads };
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
export async function saveHomes(
  database: Database,
  claim: CatalogClaim,
  records: HomeRecords,
): Promise<boolean> {
  const { property_id } = claim;
  return database.db.transaction().execute(async (trx) => {
    const now = await readClock({ ...database, db: trx });
    const mine = trx.selectFrom('home_catalog').select('records').where('lease_id', '=', claim.leaseId);
    const before = await (database.engine === 'postgres' ? mine.forUpdate() : mine).executeTakeFirst();
    if (!before) return false;
    await trx
      .updateTable('home_catalog')
      .set({ records: JSON.stringify(records), read_at: now })
      .where('lease_id', '=', claim.leaseId)
      .execute();

    const old = before.records ? (JSON.parse(before.records) as HomeRecords) : noHomes;
    await rememberGone(trx, property_id, old, records, now);
    return true;
  });
}

/** The same for the lead sources. */
export async function saveSources(
  database: Database,
  claim: CatalogClaim,
  sources: LeadSource[],
): Promise<boolean> {
  return database.db.transaction().execute(async (trx) => {
    const now = await readClock({ ...database, db: trx });
    const mine = trx.selectFrom('home_catalog').select('sources').where('lease_id', '=', claim.leaseId);
    const before = await (database.engine === 'postgres' ? mine.forUpdate() : mine).executeTakeFirst();
    if (!before) return false;
    const old = before.sources ? (JSON.parse(before.sources) as KeptSource[]) : [];
    await trx
      .updateTable('home_catalog')
      .set({ sources: JSON.stringify(keepSources(old, sources, now)), sources_read_at: now })
      .where('lease_id', '=', claim.leaseId)
      .execute();
    return true;
  });
}

/**
 * Gives the lease back and plans the next turn.
 * @param failure what could not be read, or broke off: what was read before stays as it is.
 */
export async function endTurn(
  database: Database,
  claim: CatalogClaim,
  failure: string | undefined,
  nextTurnMs: number,
): Promise<void> {
  const now = await readClock(database);
  await database.db
    .updateTable('home_catalog')
    .set({
      ...(failure ? { failed_at: now } : {}),
      failure: failure ?? null,
      failures: failure ? claim.failures + 1 : 0,
      due_at: now + Math.round(nextTurnMs),
      lease_id: null,
      lease_until: null,
    })
    .where('lease_id', '=', claim.leaseId)
    .execute();
}
