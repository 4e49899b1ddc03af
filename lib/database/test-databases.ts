import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely';
import { connect, type Database } from './connect.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';
import { createPostgresDatabase } from './test-postgres.ts';

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
  for (const engine of ['sqlite', 'postgres'] as const) {
    const skip = engine === 'postgres' && process.env.SKIP_POSTGRES === '1';
    test(`${name} (${engine})`, { skip }, async (t) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'guestcard-test-'));
      const server = engine === 'postgres' ? await createPostgresDatabase() : undefined;
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

/** The same with the schema in place and the clock pinned. */
export function testStore(
  name: string,
  body: (database: Database, clock: { now: number }, fresh: TestDatabase, t: TestContext) => Promise<void>,
): void {
  testOnBoth(name, async (fresh, t) => {
    const clock = { now: Date.UTC(2026, 2, 2, 17, 0, 0) };
    const database = fresh.open(() => clock.now);
    await migrate(database);
    await body(database, clock, fresh, t);
  });
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
