import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentDatabase, testStore } from '../database/test-databases.ts';
import { checkHealth } from './health.ts';

const silentLog = { error: () => {} } as never;
const worker = (idle = 0) => ({ idleFor: () => idle }) as never;

testStore('writable and at work: healthy; asked to end: not, and the rest as before', async (database) => {
  const app = { database, worker: worker(), log: silentLog, isEnding: () => false };
  assert.deepEqual(await checkHealth(app), {
    healthy: true,
    status: 'ok',
    database: 'writable',
    worker: 'running',
    oldest_undelivered_age_seconds: null,
  });
  assert.deepEqual(await checkHealth({ ...app, isEnding: () => true }), {
    healthy: false,
    status: 'ending',
    database: 'writable',
    worker: 'running',
    oldest_undelivered_age_seconds: null,
  });
  const stalled = await checkHealth({ ...app, worker: worker(30_000) });
  assert.deepEqual([stalled.healthy, stalled.status, stalled.worker], [false, 'failing', 'stalled']);
});

test('a database that hangs: the answer comes all the same, and the next check asks it nothing new', async (t) => {
  const database = silentDatabase();
  const ask = t.mock.method(database.db, 'insertInto');
  const app = { database, worker: worker(), log: silentLog, isEnding: () => false };
  for (const _ of [1, 2, 3]) {
    const { healthy, status, database: answer } = await checkHealth(app, 1);
    assert.deepEqual([healthy, status, answer], [false, 'failing', 'not_writable']);
  }
  assert.equal(ask.mock.callCount(), 1);
});
