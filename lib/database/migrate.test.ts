import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { sql } from 'kysely';
import { migrate } from './migrate.ts';
import * as leads from './migrations/0001-leads.ts';
import * as protocol from './migrations/0002-protocol.ts';
import * as staff from './migrations/0003-staff.ts';
import * as language from './migrations/0004-language.ts';
import * as catalog from './migrations/0005-catalog.ts';
import * as spam from './migrations/0006-spam.ts';
import * as consent from './migrations/0007-consent.ts';
import * as attribution from './migrations/0008-attribution.ts';
import { testOnBoth, testStore } from './test-databases.ts';

testOnBoth('processes that start together bring the schema up once', async ({ open }) => {
  await Promise.all([open(), open(), open(), open()].map(migrate));
  const { rows } = await sql<{ name: string }>`select name from migration`.execute(open().db);
  const files = readdirSync('lib/database/migrations').map((file) => file.replace(/\.ts$/, ''));
  assert.deepEqual(
    rows.map((row) => row.name),
    files.sort(),
  );
});

testStore('the database clock is in milliseconds and is a number', async (_database, _clock, { open }) => {
  const real = open();
  const { rows } = await sql<{ now: number }>`select ${real.now()} as now`.execute(real.db);
  assert.ok(Math.abs((rows[0]?.now ?? 0) - Date.now()) < 5_000);
});

testStore('a transaction that throws leaves nothing behind', async ({ db }) => {
  const halfway = db.transaction().execute(async (trx) => {
    await trx.insertInto('health_check').values({ id: 'x', written_at: 1 }).execute();
    throw new Error('halfway');
  });
  await assert.rejects(halfway, /halfway/);
  assert.deepEqual(await db.selectFrom('health_check').selectAll().execute(), []);
});

testStore('transactions on one connection wait for each other', async ({ db }) => {
  await db.insertInto('health_check').values({ id: 'count', written_at: 0 }).execute();
  const addOne = () =>
    db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      await trx
        .updateTable('health_check')
        .set((row) => ({ written_at: row('written_at', '+', 1) }))
        .execute();
    });
  await Promise.all(Array.from({ length: 20 }, addOne));
  const { written_at } = await db.selectFrom('health_check').selectAll().executeTakeFirstOrThrow();
  assert.equal(written_at, 20);
});

testOnBoth(
  'leads of before attribution was kept are counted as their link said',
  async ({ open, engine }) => {
    const { db } = open();
    for (const { up } of [leads, protocol, staff, language, catalog, spam, consent]) await up(db, engine);
    await sql`insert into property values ('oak-hill', '{}', 'file', 1, 0)`.execute(db);
    const said = [
      { source: 'Zillow', campaign: { utm_source: 'google', utm_campaign: 'Spring “27” 🏠' } },
      { campaign: { utm_source: 'Google' } },
      { campaign: {} },
    ];
    for (const [index, link] of said.entries())
      await sql`insert into lead (id, property_slug, receipt, reference, submission_id, content_hash, answers, attribution, received_at)
      values (${`${index}`}, 'oak-hill', ${`r${index}`}, ${`f${index}`}, 's', ${`h${index}`}, '{}', ${JSON.stringify(link)}, 1)`.execute(
        db,
      );
    await attribution.up(db, engine);
    const rows = await db.selectFrom('lead').select(['source', 'campaign', 'trust']).orderBy('id').execute();
    assert.deepEqual(
      rows.map(({ source, campaign, trust }) => [source, campaign, trust]),
      [
        ['zillow', 'Spring “27” 🏠', null],
        ['google', '', null],
        ['', '', null],
      ],
    );
  },
);
