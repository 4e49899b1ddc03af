import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('property')
    .addColumn('slug', 'text', (column) => column.primaryKey())
    .addColumn('definition', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('published', 'integer', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('lead')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('property_slug', 'text', (column) => column.notNull().references('property.slug'))
    .addColumn('receipt', 'text', (column) => column.notNull().unique())
    .addColumn('reference', 'text', (column) => column.notNull().unique())
    .addColumn('submission_id', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('answers', 'text', (column) => column.notNull())
    .addColumn('attribution', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('lead_submission', ['submission_id', 'content_hash'])
    .execute();
  await db.schema.createIndex('lead_content').on('lead').columns(['content_hash', 'received_at']).execute();

  await db.schema
    .createTable('consent')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('lead_id', 'text', (column) => column.notNull().references('lead.id'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('wording', 'text', (column) => column.notNull())
    .addColumn('wording_hash', 'text', (column) => column.notNull())
    .addColumn('page', 'text')
    .addColumn('address', 'text')
    .addColumn('user_agent', 'text')
    .addColumn('given_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('consent_lead').on('consent').column('lead_id').execute();

  await db.schema
    .createTable('delivery')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('lead_id', 'text', (column) => column.notNull().unique().references('lead.id'))
    .addColumn('property_slug', 'text', (column) => column.notNull())
    .addColumn('integration_id', 'text', (column) => column.notNull())
    .addColumn('property_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('claim_id', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('step', 'integer', (column) => column.notNull())
    .addColumn('queued_at', 'bigint', (column) => column.notNull())
    .addColumn('prove_absent', 'integer', (column) => column.notNull())
    .addColumn('job_id', 'text')
    .addColumn('record_id', 'text')
    .addColumn('reason', 'text')
    .addColumn('detail', 'text')
    .addColumn('state_since', 'bigint', (column) => column.notNull())
    .addColumn('delivered_at', 'bigint')
    .execute();
  await db.schema.createIndex('delivery_due').on('delivery').column('due_at').execute();

  await db.schema
    .createTable('attempt')
    .addColumn('delivery_id', 'text', (column) => column.notNull().references('delivery.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('body_hash', 'text', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .addColumn('outcome', 'text')
    .addColumn('http_status', 'integer')
    .addColumn('job_id', 'text')
    .addColumn('detail', 'text')
    .addPrimaryKeyConstraint('attempt_number', ['delivery_id', 'number'])
    .execute();

  await db.schema
    .createTable('integration_pause')
    .addColumn('integration_id', 'text', (column) => column.primaryKey())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addColumn('step', 'integer', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('health_check')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('written_at', 'bigint', (column) => column.notNull())
    .execute();
}
