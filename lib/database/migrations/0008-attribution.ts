import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

export async function up(db: Kysely<Tables>, engine: 'sqlite' | 'postgres'): Promise<void> {
  for (const column of ['source', 'campaign'])
    await db.schema
      .alterTable('lead')
      .addColumn(column, 'text', (text) => text.notNull().defaultTo(''))
      .execute();
  for (const column of ['trust', 'place', 'embed_origin', 'link_code'])
    await db.schema.alterTable('lead').addColumn(column, 'text').execute();
  // What older leads said is counted as it was said.
  const said = (...path: [string, ...string[]]) =>
    engine === 'postgres'
      ? sql`(attribution::json #>> ${`{${path}}`}::text[])`
      : sql`json_extract(attribution, ${`$.${path.join('.')}`})`;
  await sql`update lead set
    source = substr(lower(coalesce(${said('source')}, ${said('campaign', 'utm_source')}, '')), 1, 100),
    campaign = coalesce(${said('campaign', 'utm_campaign')}, '')`.execute(db);
  await db.schema
    .createIndex('lead_of_property')
    .on('lead')
    .columns(['property_slug', 'received_at'])
    .execute();
  await db.schema.createIndex('lead_link').on('lead').column('link_code').execute();

  await db.schema
    .createTable('link')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('property_slug', 'text', (column) => column.notNull().references('property.slug'))
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('campaign', 'text', (column) => column.notNull())
    .addColumn('destination', 'text')
    .addColumn('expires_at', 'bigint')
    .addColumn('retired_at', 'bigint')
    .addColumn('visits', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('link_of_property')
    .on('link')
    .columns(['property_slug', 'created_at'])
    .execute();

  await db.schema
    .createTable('visit_count')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('property_slug', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('campaign', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('views', 'bigint', (column) => column.notNull())
    .addColumn('starts', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('visit_count_of_day', ['day', 'property_slug', 'source', 'campaign', 'place'])
    .execute();

  await db.schema
    .createTable('embed_attempt')
    .addColumn('property_slug', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('first_at', 'bigint', (column) => column.notNull())
    .addColumn('last_at', 'bigint', (column) => column.notNull())
    .addColumn('times', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('embed_attempt_of_site', ['property_slug', 'origin'])
    .execute();

  await db.schema.alterTable('home_catalog').addColumn('sources', 'text').execute();
  await db.schema.alterTable('home_catalog').addColumn('sources_read_at', 'bigint').execute();
  await db.schema
    .alterTable('home_catalog')
    .addColumn('wants_homes', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
}
