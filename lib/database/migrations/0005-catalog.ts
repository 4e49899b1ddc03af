import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('home_catalog')
    .addColumn('integration_id', 'text', (column) => column.notNull())
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('records', 'text')
    .addColumn('read_at', 'bigint')
    .addColumn('failed_at', 'bigint')
    .addColumn('failure', 'text')
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('scheduled_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('lease_id', 'text')
    .addColumn('lease_until', 'bigint')
    .addPrimaryKeyConstraint('home_catalog_of_property', ['integration_id', 'property_id'])
    .execute();
  await db.schema.createIndex('home_catalog_due').on('home_catalog').column('due_at').execute();

  await db.schema
    .createTable('gone_home')
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('home_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('gone_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('gone_home_of_property', ['property_id', 'home_id'])
    .execute();

  await db.schema.alterTable('lead').addColumn('home', 'text').execute();
}
