import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connect } from './connect.ts';
import { migrate } from './migrate.ts';
import { createPostgresDatabase, type PostgresDatabase } from './test-postgres.ts';

/** A PostgreSQL database as `migrate` leaves it. */
export interface MigratedDatabase extends PostgresDatabase {
  /** Makes it so again, for the next test; answers false if only a new one can: its schema was changed. */
  renew: () => Promise<boolean>;
}

/** Making and migrating one takes half a second, renewing it some milliseconds. */
export async function createMigratedPostgres(): Promise<MigratedDatabase> {
  const { url, drop } = await createPostgresDatabase();
  const database = connect({ databaseUrl: url, dataDir: '' });
  await migrate(database);
  await database.close();
  const client = new pg.Client(url);
  await client.connect();
  const schema = await describeSchema(client);
  const { rows: tables } = await client.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  );
  const { rows: contents } = await client.query<{ name: string; rows: string | null }>(
    tables
      .map(({ name }) => `select '${name}' as name, json_agg(t)::text as rows from ${name} t`)
      .join(' union all '),
  );
  const refill = contents
    .filter(({ rows }) => rows !== null)
    .map(
      ({ name, rows }) =>
        `insert into ${name} select * from json_populate_recordset(null::${name}, ${pg.escapeLiteral(rows ?? '')})`,
    );
  return {
    url,
    async renew() {
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      if ((await describeSchema(client)) !== schema) return false;
      const statements = [
        // Some tables refuse every change by triggers, and references want an order; neither applies to a replica.
        'set session_replication_role = replica',
        ...tables.map(({ name }) => `delete from ${name}`),
        ...refill,
      ];
      await client.query(statements.join(';'));
      return true;
    },
    async drop() {
      await client.end();
      await drop();
    },
  };
}

/** Everything that a test could change about tables, beside their rows, in one text. */
async function describeSchema(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ things: string }>(`
    select string_agg(thing, ' ' order by thing) as things from (
      select concat_ws('.', relname, attname, format_type(atttypid, atttypmod), attnotnull,
                       pg_get_expr(adbin, adrelid)) as thing
        from pg_class join pg_attribute on attrelid = pg_class.oid
        left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where relnamespace = 'public'::regnamespace
      union all select concat_ws('.', conrelid::regclass, conname, convalidated, pg_get_constraintdef(oid))
        from pg_constraint where connamespace = 'public'::regnamespace
      union all select pg_get_indexdef(indexrelid) from pg_index join pg_class on pg_class.oid = indexrelid
        where relnamespace = 'public'::regnamespace
      union all select concat_ws('.', tgrelid::regclass, tgenabled, case when tgisinternal then tgname else pg_get_triggerdef(oid) end)
        from pg_trigger
      union all select proname || prosrc from pg_proc where pronamespace = 'public'::regnamespace
      union all select nspname from pg_namespace where nspname not like 'pg_%'
    ) as everything`);
  return rows[0]?.things ?? '';
}

let migratedFile: Promise<Buffer> | undefined;

/** Puts an embedded database as `migrate` leaves it into this directory. */
export async function placeMigratedSqlite(dataDir: string): Promise<void> {
  migratedFile ??= migrateSqlite();
  writeFileSync(join(dataDir, 'guestcard.db'), await migratedFile);
}

async function migrateSqlite(): Promise<Buffer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guestcard-test-'));
  const database = connect({ dataDir });
  await migrate(database);
  await database.close();
  const file = readFileSync(join(dataDir, 'guestcard.db'));
  rmSync(dataDir, { recursive: true });
  return file;
}
