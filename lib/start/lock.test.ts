import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { takeLock, withLock } from './lock.js';
import { processStart } from './process-start.js';

const folder = mkdtempSync(join(tmpdir(), 'guestcard-lock-'));
after(() => rmSync(folder, { recursive: true }));

const first = { pid: 101, start: 'morning', what: 'building' };
const second = { pid: 102, start: 'noon', what: 'building' };
const bothRun = (pid: number) => (pid === 101 ? 'morning' : 'noon');

test('a lock that a running process holds is not given away, and names its holder', () => {
  const path = join(folder, 'held');
  assert.equal(takeLock(path, first, bothRun), undefined);
  assert.deepEqual(takeLock(path, second, bothRun), first);
});

test('the lock of a process that has ended is taken over', () => {
  const path = join(folder, 'ended');
  takeLock(path, first, bothRun);
  const firstEnded = (pid: number) => (pid === 101 ? undefined : 'noon');
  assert.equal(takeLock(path, second, firstEnded), undefined);
  assert.deepEqual(takeLock(path, first, bothRun), second);
});

test('the lock of an earlier process with the same number is taken over, as after a restart', () => {
  const path = join(folder, 'restarted');
  takeLock(path, first, bothRun);
  const again = { ...first, start: 'evening' };
  assert.equal(
    takeLock(path, again, () => 'evening'),
    undefined,
  );
});

test('taking a lock leaves nothing beside it', () => {
  const path = join(folder, 'alone/lock');
  takeLock(path, first, bothRun);
  takeLock(path, second, bothRun);
  takeLock(path, second, () => undefined);
  assert.deepEqual(readdirSync(join(folder, 'alone')), ['lock']);
});

test('work under the lock is done one after the other, also after work that failed', async () => {
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} starts`);
    await new Promise(setImmediate);
    log.push(`${name} ends`);
    if (name === 'one') throw new Error('one fails');
  };
  const one = assert.rejects(withLock(folder, 'working', work('one')), /one fails/);
  await Promise.all([one, withLock(folder, 'working', work('two'))]);
  assert.deepEqual(log, ['one starts', 'one ends', 'two starts', 'two ends']);
});

test('a process is told from none', () => {
  assert.ok(processStart(process.pid));
  assert.equal(processStart(process.pid), processStart(process.pid));
  assert.equal(processStart(2 ** 30), undefined);
});
