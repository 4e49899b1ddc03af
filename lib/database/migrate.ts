import { sql } from 'kysely';
import { type Database, demoSchema } from './connect.ts';
import * as leads from './migrations/0001-leads.ts';
import * as protocol from './migrations/0002-protocol.ts';
import * as staff from './migrations/0003-staff.ts';
import * as language from './migrations/0004-language.ts';
import * as catalog from './migrations/0005-catalog.ts';
import * as spam from './migrations/0006-spam.ts';
import * as consent from './migrations/0007-consent.ts';
import * as attribution from './migrations/0008-attribution.ts';

/** Forward only: a released migration is never edited, a new one is added below. */
const migrations = [
  { name: '0001-leads', up: leads.up },
  { name: '0002-protocol', up: protocol.up },
  { name: '0003-staff', up: staff.up },
  { name: '0004-language', up: language.up },
  { name: '0005-catalog', up: catalog.up },
  { name: '0006-spam', up: spam.up },
  { name: '0007-consent', up: consent.up },
  { name: '0008-attribution', up: attribution.up },
];

/**
 * Brings the schema up to date, all or nothing. The lock is taken before the migrations table exists,
 * so that replicas starting together wait for each other instead of racing (Kysely's own migrator
 * creates its tables first). SQLite's transactions begin with the write lock already held.
 */
export async function migrate(database: Database): Promise<void> {
  await database.db.transaction().execute(async (trx) => {
    if (database.engine === 'postgres') await sql`select pg_advisory_xact_lock(7031982)`.execute(trx);
    if (database.engine === 'postgres' && database.demo)
      await trx.schema.createSchema(demoSchema).ifNotExists().execute();
    await trx.schema
      .createTable('migration')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .execute();
    const { rows } = await sql<{ name: string }>`select name from migration`.execute(trx);
    const applied = new Set(rows.map((row) => row.name));
    for (const migration of migrations) {
      if (applied.has(migration.name)) continue;
      await migration.up(trx, database.engine);
      await sql`insert into migration (name) values (${migration.name})`.execute(trx);
    }
  });
}
