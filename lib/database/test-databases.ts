import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely';
import { connect, type Database } from './connect.ts';
import type { Tables } from './tables.ts';
import { createMigratedPostgres, type MigratedDatabase, placeMigratedSqlite } from './test-migrated.ts';
import { createPostgresDatabase, type PostgresDatabase } from './test-postgres.ts';

/** A fresh database of one engine; `open` again gives another connection to the same one, as another process would. */
export interface TestDatabase {
  engine: Database['engine'];
  open: (clock?: () => number) => Database;
  /** The embedded database's directory. */
  dataDir: string;
  /** PostgreSQL's address. */
  databaseUrl: string | undefined;
}

/** Runs a test on SQLite and on PostgreSQL; the runner sets TEST_DATABASE_URL, and only SKIP_POSTGRES=1 does without. */
export function testOnBoth(name: string, body: (fresh: TestDatabase, t: TestContext) => Promise<void>): void {
  testEngines(name, async () => {}, createPostgresDatabase, body);
}

/** The same with the schema in place and the clock pinned. */
export function testStore(
  name: string,
  body: (database: Database, clock: { now: number }, fresh: TestDatabase, t: TestContext) => Promise<void>,
): void {
  testEngines(name, placeMigratedSqlite, borrowMigratedPostgres, async (fresh, t) => {
    const clock = { now: Date.UTC(2026, 2, 2, 17, 0, 0) };
    await body(
      fresh.open(() => clock.now),
      clock,
      fresh,
      t,
    );
  });
}

function testEngines(
  name: string,
  prepareSqlite: (dataDir: string) => Promise<void>,
  createPostgres: () => Promise<PostgresDatabase>,
  body: (fresh: TestDatabase, t: TestContext) => Promise<void>,
): void {
  for (const engine of ['sqlite', 'postgres'] as const) {
    const skip = engine === 'postgres' && process.env.SKIP_POSTGRES === '1';
    test(`${name} (${engine})`, { skip }, async (t) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'guestcard-test-'));
      if (engine === 'sqlite') await prepareSqlite(dataDir);
      const server = engine === 'postgres' ? await createPostgres() : undefined;
      const opened: Database[] = [];
      const open = (clock?: () => number) => {
        const database = connect({ dataDir, databaseUrl: server?.url, ...(clock ? { clock } : {}) });
        opened.push(database);
        return database;
      };
      t.after(async () => {
        for (const database of opened) await database.close();
        await server?.drop();
        rmSync(dataDir, { recursive: true });
      });
      await body({ engine, open, dataDir, databaseUrl: server?.url }, t);
    });
  }
}

/** The one that the last test of this process gave back. */
let spare: MigratedDatabase | undefined;
after(() => spare?.drop());

async function borrowMigratedPostgres(): Promise<PostgresDatabase> {
  const database = spare ?? (await createMigratedPostgres());
  spare = undefined;
  return {
    url: database.url,
    async drop() {
      let renewed = false;
      try {
        renewed = !spare && (await database.renew());
      } finally {
        if (!renewed) await database.drop();
      }
      if (renewed) spare = database;
    },
  };
}

/** A database that takes every question and never answers. */
export function silentDatabase(): Database {
  class SilentDriver extends DummyDriver {
    override acquireConnection() {
      return new Promise<never>(() => {});
    }
  }
  return {
    engine: 'postgres',
    demo: false,
    db: new Kysely<Tables>({
      dialect: {
        createAdapter: () => new SqliteAdapter(),
        createDriver: () => new SilentDriver(),
        createIntrospector: (db) => new SqliteIntrospector(db),
        createQueryCompiler: () => new SqliteQueryCompiler(),
      },
    }),
    now: () => sql<number>`0`,
    close: async () => {},
  };
}
