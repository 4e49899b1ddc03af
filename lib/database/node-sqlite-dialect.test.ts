import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { sql } from 'kysely';
import { connect } from './connect.ts';
import { migrate } from './migrate.ts';

test('acknowledged rows are synced to disk: WAL with synchronous=FULL', async (t) => {
  const { database } = await openTemporary(t);
  const pragma = async (name: string) =>
    Object.values((await sql.raw(`pragma ${name}`).execute(database.db)).rows[0] ?? {});
  assert.deepEqual(await pragma('journal_mode'), ['wal']);
  assert.deepEqual(await pragma('synchronous'), [2]);
  assert.deepEqual(await pragma('foreign_keys'), [1]);
});

test('while another process holds the write lock, this one waits without standing still, then writes', async (t) => {
  const { database, dataDir } = await openTemporary(t);
  const other = new DatabaseSync(join(dataDir, 'guestcard.db'));
  t.after(() => other.close());
  other.exec('begin immediate');
  const write = database.db.insertInto('health_check').values({ id: 'late', written_at: 1 }).execute();
  // A timer fires only if the wait does not stand still.
  setTimeout(() => other.exec('commit'));
  await write;
});

test('a write lock that is never released ends in an error, not in a hang', async (t) => {
  const { database, dataDir } = await openTemporary(t);
  const other = new DatabaseSync(join(dataDir, 'guestcard.db'));
  t.after(() => other.close());
  other.exec('begin immediate');
  const write = database.db.insertInto('health_check').values({ id: 'never', written_at: 1 }).execute();
  await assert.rejects(write, /locked/);
});

test('those who wait for the same lock give up together, not one after the other', async (t) => {
  const { database, dataDir } = await openTemporary(t);
  const other = new DatabaseSync(join(dataDir, 'guestcard.db'));
  t.after(() => other.close());
  other.exec('begin immediate');
  const started = performance.now();
  const writes = Array.from({ length: 5 }, (_, id) =>
    database.db
      .insertInto('health_check')
      .values({ id: String(id), written_at: 1 })
      .execute(),
  );
  const outcomes = await Promise.allSettled(writes);
  assert.ok(outcomes.every(({ status }) => status === 'rejected'));
  // Five waits of three seconds each would be fifteen.
  assert.ok(performance.now() - started < 9_000);
});

async function openTemporary(t: { after: (clean: () => unknown) => void }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'guestcard-test-'));
  const database = connect({ dataDir });
  t.after(async () => {
    await database.close();
    rmSync(dataDir, { recursive: true });
  });
  await migrate(database);
  return { database, dataDir };
}
