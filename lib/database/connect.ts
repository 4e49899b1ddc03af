import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import { NodeSqliteDialect } from './node-sqlite-dialect.ts';
import type { Tables } from './tables.ts';

export interface Database {
  engine: 'sqlite' | 'postgres';
  db: Kysely<Tables>;
  /** The database's clock, epoch milliseconds, for use inside a query: replicas' own clocks may disagree. */
  now(): RawBuilder<number>;
  close(): Promise<void>;
}

interface Options {
  /** PostgreSQL; without it the embedded database. */
  databaseUrl?: string | undefined;
  /** Where the embedded database lives. */
  dataDir: string;
  /** Pins the database's clock, for tests. */
  clock?: () => number;
}

const busyTimeoutMs = 3_000;

/** Opens the database of these options; the schema is brought up to date by `migrate`. */
export function connect(options: Options): Database {
  const { clock } = options;
  const engine = options.databaseUrl ? 'postgres' : 'sqlite';
  const db = new Kysely<Tables>({
    dialect: options.databaseUrl ? postgres(options.databaseUrl) : embedded(options.dataDir),
  });
  const clockOf = {
    sqlite: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
    postgres: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
  };
  return {
    engine,
    db,
    now: () => (clock ? sql<number>`cast(${clock()} as bigint)` : clockOf[engine]),
    close: () => db.destroy(),
  };
}

/** The database's clock, read once. */
export async function readClock(database: Database): Promise<number> {
  const { rows } = await sql<{ now: number }>`select ${database.now()} as now`.execute(database.db);
  return rows[0]?.now ?? Number.NaN;
}

function embedded(dataDir: string): NodeSqliteDialect {
  return new NodeSqliteDialect({
    busyTimeoutMs,
    open() {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      const database = new DatabaseSync(join(/*turbopackIgnore: true*/ dataDir, 'guestcard.db'), {
        timeout: 0,
      });
      // FULL: an acknowledged lead survives a power cut; WAL alone may lose the last ones.
      database.exec(
        'pragma busy_timeout = 3000; pragma journal_mode = wal; pragma busy_timeout = 0; pragma synchronous = full; pragma foreign_keys = on',
      );
      return database;
    },
  });
}

function postgres(connectionString: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: busyTimeoutMs,
    query_timeout: 10_000,
    types: {
      // int8 holds times and counts here, all far below 2^53; as text they would sort and add wrongly.
      getTypeParser: (oid: number, format?: 'text') =>
        oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
    } as pg.CustomTypesConfig,
  });
  // An idle connection that breaks must not end the process; the next query reports it to its caller.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}
