import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { diskAt, examine } from './cuts.ts';
import type { DiskOperation } from './strace-log.ts';

const path = '/d/guestcard.db';
const folder = { begun: 1, done: 1, path: '/d', kind: 'sync' } as const;
const create = { begun: 0, done: 0, path, kind: 'create' } as const;
const receipts = (...names: string[]) => names.map((receipt) => ({ receipt, at: 0 }));
const nothing = () => false;

/** A database with these leads, as a program wrote it to its disk. */
function written(t: TestContext, ...names: string[]): DiskOperation {
  const directory = mkdtempSync(join(tmpdir(), 'guestcard-test-'));
  t.after(() => rmSync(directory, { recursive: true }));
  const file = join(directory, 'guestcard.db');
  const database = new DatabaseSync(file);
  database.exec('create table lead (id text, receipt text); create table delivery (lead_id text)');
  for (const name of names) {
    database.prepare('insert into lead values (?, ?)').run(name, name);
    database.prepare('insert into delivery values (?)').run(name);
  }
  database.close();
  return { begun: 2, done: 2, path, kind: 'write', offset: 0, data: readFileSync(file) };
}

test('what was acknowledged and synced is found on what a power cut leaves', (t) => {
  const sync: DiskOperation = { begun: 3, done: 4, path, kind: 'sync' };
  const disk = diskAt([create, folder, written(t, 'one', 'two'), sync], 5);
  assert.deepEqual(examine(disk, nothing, receipts('one', 'two')), { integrity: 'ok', missing: [] });
});

test('an acknowledged lead that is not there is found missing', (t) => {
  const sync: DiskOperation = { begun: 3, done: 4, path, kind: 'sync' };
  const disk = diskAt([create, folder, written(t, 'one'), sync], 5);
  assert.deepEqual(examine(disk, nothing, receipts('one', 'two')).missing, ['two']);
});

test('a sync that the program had not been told of yet, or that is left out for the control, saves nothing', (t) => {
  const operations: DiskOperation[] = [
    create,
    folder,
    written(t, 'one'),
    { begun: 3, done: 4, path, kind: 'sync' },
  ];
  assert.deepEqual(examine(diskAt(operations, 3.5), nothing, receipts('one')).missing, ['one']);
  assert.deepEqual(examine(diskAt(operations, 5, 3), nothing, receipts('one')).missing, ['one']);
});

test('a damaged file is told from a whole one', (t) => {
  const whole = written(t, ...Array.from({ length: 500 }, (_, index) => `lead ${index}`));
  const disk = diskAt([create, folder, whole], 5);
  let count = 0;
  const everyThird = () => {
    count += 1;
    return count % 3 === 0;
  };
  assert.notEqual(examine(disk, everyThird, []).integrity, 'ok');
});
