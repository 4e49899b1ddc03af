import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupCommit, isRowRefused } from './group-commit.ts';

class Refused extends Error {}
const always = () => true;
const never = () => false;

test('those who come together, or while others are written, share a write, and each gets its own answer', async () => {
  const groups: number[][] = [];
  let go = () => {};
  const add = groupCommit<number, string>(async (items) => {
    groups.push(items);
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    return items.map((item) => `answer ${item}`);
  }, never);
  const first = [add(1), add(2)];
  await until(() => groups.length === 1);
  const second = [add(3), add(4), add(5)];
  assert.deepEqual(groups, [[1, 2]], 'one write at a time');
  go();
  assert.deepEqual(await Promise.all(first), ['answer 1', 'answer 2']);
  await until(() => groups.length === 2);
  go();
  assert.deepEqual(await Promise.all(second), ['answer 3', 'answer 4', 'answer 5']);
  assert.deepEqual(groups, [
    [1, 2],
    [3, 4, 5],
  ]);
});

test('nobody is answered before the write of their group is over', async () => {
  let written = false;
  const add = groupCommit<number, number>(async (items) => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    written = true;
    return items;
  }, never);
  await add(1);
  assert.ok(written);
});

test('one that is refused does not take the others with it', async () => {
  const saved: number[] = [];
  const add = groupCommit<number, number>(async (items) => {
    if (items.includes(2)) throw new Refused('2 cannot be saved');
    saved.push(...items);
    return items;
  }, always);
  const outcomes = await Promise.allSettled([add(1), add(2), add(3)]);
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  assert.deepEqual(saved, [1, 3]);
});

test('a database that is away is asked once for all of them, and again for those who come later', async () => {
  let writes = 0;
  const add = groupCommit<number, number>(async (items) => {
    writes += 1;
    if (writes === 1) throw new Error('away');
    return items;
  }, never);
  const outcomes = await Promise.allSettled([add(1), add(2), add(3)]);
  assert.ok(outcomes.every(({ status }) => status === 'rejected'));
  assert.equal(writes, 1);
  assert.equal(await add(4), 4);
});

test('a great crowd is written in parts', async () => {
  const sizes: number[] = [];
  const add = groupCommit<number, number>(async (items) => {
    sizes.push(items.length);
    return items;
  }, never);
  await Promise.all(Array.from({ length: 120 }, (_, item) => add(item)));
  assert.deepEqual(sizes, [50, 50, 20]);
});

test('a refused row is told from a database that is busy, full or away', () => {
  const uniqueInSqlite = { errcode: 2067 };
  const busySnapshot = { errcode: 517 };
  const full = { errcode: 13 };
  assert.deepEqual([uniqueInSqlite, busySnapshot, full].map(isRowRefused), [true, false, false]);
  const codes = ['23505', '22021', '57014', 'ECONNREFUSED'];
  assert.deepEqual(
    codes.map((code) => isRowRefused({ code })),
    [true, true, false, false],
  );
  assert.equal(isRowRefused(new Error('timeout')), false);
});

async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await new Promise((resolve) => setImmediate(resolve));
}
