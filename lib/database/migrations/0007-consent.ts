import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** A consent says what was agreed to, in full, and nobody can change it or take it away: not even this program. */
export async function up(db: Kysely<Tables>, engine: 'sqlite' | 'postgres'): Promise<void> {
  for (const column of ['language', 'version', 'embed_origin'])
    await db.schema.alterTable('consent').addColumn(column, 'text').execute();

  await db.schema
    .createTable('consent_wording')
    .addColumn('property_slug', 'text', (column) => column.notNull().references('property.slug'))
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('wording', 'text', (column) => column.notNull())
    .addColumn('wording_hash', 'text', (column) => column.notNull())
    .addColumn('offered_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('consent_wording_offered', [
      'property_slug',
      'wording_hash',
      'language',
      'version',
    ])
    .execute();

  for (const table of ['consent', 'consent_wording']) {
    if (engine === 'postgres') await keepInPostgres(db, table);
    else await keepInSqlite(db, table);
  }
}

async function keepInPostgres(db: Kysely<Tables>, table: string): Promise<void> {
  await sql`create or replace function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% is append-only', tg_table_name; end $$`.execute(db);
  await sql`create trigger ${sql.id(`${table}_stays`)} before update or delete on ${sql.table(table)}
    for each row execute function refuse_change()`.execute(db);
  await sql`create trigger ${sql.id(`${table}_is_not_emptied`)} before truncate on ${sql.table(table)}
    for each statement execute function refuse_change()`.execute(db);
}

async function keepInSqlite(db: Kysely<Tables>, table: string): Promise<void> {
  const refuse = sql.raw(`select raise(abort, '${table} is append-only')`);
  for (const act of ['update', 'delete'])
    await sql`create trigger ${sql.id(`${table}_no_${act}`)} before ${sql.raw(act)} on ${sql.table(table)}
      begin ${refuse}; end`.execute(db);
  // INSERT OR REPLACE deletes the row in its way without a word to the trigger above.
  if (table === 'consent')
    await sql`create trigger consent_no_replace before insert on consent
      when exists (select 1 from consent where id = new.id) begin ${refuse}; end`.execute(db);
}
