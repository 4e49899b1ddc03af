import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testStore } from '../database/test-databases.ts';
import { listEmbedAttempts, noteEmbedAttempts, writeEmbedAttempts } from './attempts.ts';

const slug = 'maple-court';

testStore('attempts of a website are added up, for each property', async (database, clock) => {
  const first = clock.now;
  await writeEmbedAttempts(database, [{ slug, origin: 'https://one.example', times: 2 }]);
  clock.now += 1_000;
  await writeEmbedAttempts(database, [
    { slug, origin: 'https://one.example', times: 3 },
    { slug: 'foundry-lofts', origin: 'https://two.example', times: 1 },
  ]);
  assert.deepEqual(await listEmbedAttempts(database, slug), [
    { origin: 'https://one.example', firstAt: first, lastAt: first + 1_000, times: 5 },
  ]);
  assert.equal((await listEmbedAttempts(database, 'foundry-lofts'))[0]?.origin, 'https://two.example');
});

test('they are written in one order, in whichever they came: replicas do not wait for each other in a circle', async () => {
  const written: string[] = [];
  const chain: object = new Proxy(
    {},
    { get: (_, name) => (name === 'execute' ? async () => {} : () => chain) },
  );
  const trx = {
    deleteFrom: () => chain,
    insertInto: () => ({
      values({ property_slug, origin }: { property_slug: string; origin: string }) {
        written.push(`${property_slug} ${origin}`);
        return chain;
      },
    }),
  };
  const database = {
    now: () => 0,
    db: { transaction: () => ({ execute: (write: (trx: object) => Promise<void>) => write(trx) }) },
  };
  const attempts = ['b b', 'a c', 'b a', 'a a'].map((key) => ({
    slug: key[0] ?? '',
    origin: key[2] ?? '',
    times: 1,
  }));
  await writeEmbedAttempts(database as never, attempts);
  assert.deepEqual(written, ['a a', 'a c', 'b a', 'b b']);
});

testStore('of each property the fifty latest are kept', async (database, clock) => {
  await writeEmbedAttempts(database, [{ slug: 'foundry-lofts', origin: 'https://old.example', times: 1 }]);
  for (let number = 1; number <= 52; number += 1) {
    clock.now += 1_000;
    await writeEmbedAttempts(database, [{ slug, origin: `https://site-${number}.example`, times: 1 }]);
  }
  const kept = await listEmbedAttempts(database, slug);
  assert.equal(kept.length, 50);
  assert.equal(kept[0]?.origin, 'https://site-52.example');
  assert.equal(kept.at(-1)?.origin, 'https://site-3.example');
  assert.equal((await listEmbedAttempts(database, 'foundry-lofts')).length, 1);
});

testStore('the first is written at once, those that come meanwhile together', async (database) => {
  const pauses: (() => void)[] = [];
  const log = { error: (facts: object) => assert.fail(String((facts as { err: unknown }).err)) };
  const note = noteEmbedAttempts({ database, log }, () => new Promise<void>((go) => void pauses.push(go)));
  const written = async (rounds: number) => {
    while (pauses.length < rounds) await new Promise(setImmediate);
  };
  note(slug, 'https://a.example');
  await written(1);
  for (let times = 0; times < 3; times += 1) note(slug, 'https://one.example');
  assert.equal((await listEmbedAttempts(database, slug)).length, 1);
  pauses[0]?.();
  await written(2);
  assert.deepEqual(
    (await listEmbedAttempts(database, slug)).map(({ origin, times }) => [origin, times]),
    [
      ['https://a.example', 1],
      ['https://one.example', 3],
    ],
  );
});

test('what cannot be written is told to the log, and the next is tried', async () => {
  let tries = 0;
  const database = {
    db: { transaction: () => ({ execute: async () => Promise.reject(new Error(`${++tries}`)) }) },
  };
  const errors: unknown[] = [];
  const log = { error: (facts: object) => void errors.push(facts) };
  const note = noteEmbedAttempts({ database: database as never, log }, async () => {});
  for (const round of [1, 2]) {
    note(slug, 'https://a.example');
    while (errors.length < round) await new Promise(setImmediate);
    await new Promise(setImmediate);
  }
  assert.equal(tries, 2);
});
