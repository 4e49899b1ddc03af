import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely';
import { NodeSqliteDialect } from './node-sqlite-dialect.ts';
import { postgresPool } from './postgres-pool.ts';
import type { Tables } from './tables.ts';

export interface Database {
  engine: 'sqlite' | 'postgres';
  demo: boolean;
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
  /** Demo leads live apart: they must never be sent to ResMan, nor stand for a real lead with the same words. */
  demo?: boolean;
  /** Pins the database's clock, for tests. */
  clock?: () => number;
  /** How long PostgreSQL's answer to one statement is waited for. */
  queryTimeoutMs?: number;
}

/** How long a database that is busy or away is waited for. */
const patienceMs = 3_000;
/** The schema of the demo's tables in PostgreSQL. */
export const demoSchema = 'guestcard_demo';

/** Opens the database of these options; the schema is brought up to date by `migrate`. */
export function connect(options: Options): Database {
  const { clock } = options;
  const engine = options.databaseUrl ? 'postgres' : 'sqlite';
  const db = new Kysely<Tables>({
    dialect: options.databaseUrl ? postgres(options.databaseUrl, options) : embedded(options),
  });
  const clockOf = {
    sqlite: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
    postgres: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
  };
  return {
    engine,
    demo: options.demo ?? false,
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

function embedded({ dataDir, demo }: Options): NodeSqliteDialect {
  return new NodeSqliteDialect({
    busyTimeoutMs: patienceMs,
    open() {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      const file = demo ? 'guestcard-demo.db' : 'guestcard.db';
      const path = join(/*turbopackIgnore: true*/ dataDir, file);
      const database = new DatabaseSync(path, { timeout: 0 });
      // Names and telephone numbers: for this user only, whatever the folder allows. SQLite's other files follow.
      chmodSync(path, 0o600);
      // FULL: an acknowledged lead survives a power cut; WAL alone may lose the last ones.
      database.exec(
        'pragma busy_timeout = 3000; pragma journal_mode = wal; pragma busy_timeout = 0; pragma synchronous = full; pragma foreign_keys = on',
      );
      return database;
    },
  });
}

function postgres(connectionString: string, { demo, queryTimeoutMs = 5_000 }: Options): PostgresDialect {
  return new PostgresDialect({
    pool: postgresPool({
      connectionString,
      connectTimeoutMs: patienceMs,
      queryTimeoutMs,
      schema: demo ? demoSchema : undefined,
    }),
  });
}
