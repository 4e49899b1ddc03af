import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import { demoProperties } from '../property/demo-properties.ts';
import { publishProperties } from '../property/published-properties.ts';
import { connect } from './connect.ts';
import { createMigratedPostgres } from './test-migrated.ts';

const skip = process.env.SKIP_POSTGRES === '1';

/** Each leaves all names as they were. */
const changesAndBack = [
  [
    'alter table lead alter column answers drop not null',
    'alter table lead alter column answers set not null',
  ],
  [
    'alter table link alter column visits set default 7',
    'alter table link alter column visits set default 0',
  ],
  [
    'alter table lead alter column answers type varchar(9000)',
    'alter table lead alter column answers type text',
  ],
  ['alter table consent_wording disable trigger user', 'alter table consent_wording enable trigger user'],
  ['alter table link add check (visits >= 0)', 'alter table link drop constraint link_visits_check'],
] as const;

test('a database is handed on as its migrations left it, or not at all', { skip }, async (t) => {
  const migrated = await createMigratedPostgres();
  t.after(migrated.drop);
  const fresh = lookInto(migrated.url, t);
  assert.equal((await fresh.budgets()).length, 1, 'a row that a migration wrote');
  const budgets = await fresh.budgets();
  await fresh.db.deleteFrom('request_budget').execute();
  await publishProperties(fresh, 'demo', demoProperties());
  assert.notEqual((await fresh.wordings()).length, 0, 'rows that refuse to be deleted');

  assert.equal(await migrated.renew(), true);
  const renewed = lookInto(migrated.url, t);
  assert.deepEqual(await renewed.budgets(), budgets);
  assert.deepEqual(await renewed.wordings(), []);

  for (const [change, back] of changesAndBack) {
    await sql.raw(change).execute(lookInto(migrated.url, t).db);
    assert.equal(await migrated.renew(), false, change);
    await sql.raw(back).execute(lookInto(migrated.url, t).db);
    assert.equal(await migrated.renew(), true, back);
  }

  await lookInto(migrated.url, t).db.schema.alterTable('lead').renameColumn('receipt', 'ticket').execute();
  assert.equal(await migrated.renew(), false);
});

function lookInto(databaseUrl: string, t: TestContext) {
  const database = connect({ databaseUrl, dataDir: '' });
  t.after(database.close);
  const { db } = database;
  return {
    ...database,
    budgets: () => db.selectFrom('request_budget').selectAll().execute(),
    wordings: () => db.selectFrom('consent_wording').selectAll().execute(),
  };
}
