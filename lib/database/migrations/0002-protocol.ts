import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

export async function up(db: Kysely<Tables>): Promise<void> {
  // Leads of before have no keys: the rule of one send at a time for a person begins with the next lead.
  for (const key of ['email_key', 'phone_key', 'retry_job_id'])
    await db.schema.alterTable('delivery').addColumn(key, 'text').execute();
  await db.schema
    .alterTable('delivery')
    .addColumn('by_staff', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('delivery_state').on('delivery').columns(['state', 'state_since']).execute();
  await db.schema
    .createIndex('delivery_lane')
    .on('delivery')
    .columns(['integration_id', 'state', 'due_at'])
    .where(sql.ref('due_at'), 'is not', null)
    .execute();
  await db.schema
    .createIndex('delivery_job')
    .on('delivery')
    .column('job_id')
    .where(sql.ref('job_id'), 'is not', null)
    .execute();
  // Only sends whose outcome is open stand in these: a new lead pays for none of them.
  for (const key of ['email_key', 'phone_key'])
    await db.schema
      .createIndex(`delivery_${key}`)
      .on('delivery')
      .columns(['property_slug', key])
      .where(sql<boolean>`state in ('sending', 'unknown')`)
      .execute();

  await db.schema
    .createTable('request_budget')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('staff_next_at', 'bigint', (column) => column.notNull())
    .addColumn('account_limit', 'integer')
    .addColumn('pace_ms', 'integer')
    .addColumn('pace_until', 'bigint', (column) => column.notNull())
    .addColumn('blocked_until', 'bigint', (column) => column.notNull())
    .execute();
  await sql`insert into request_budget (id, next_at, staff_next_at, pace_until, blocked_until)
    values ('propexo', 0, 0, 0, 0)`.execute(db);

  await db.schema.dropTable('integration_pause').execute();
  await db.schema
    .createTable('integration_lane')
    .addColumn('integration_id', 'text', (column) => column.primaryKey())
    .addColumn('recent', 'text', (column) => column.notNull())
    .addColumn('open_reason', 'text')
    .addColumn('open_since', 'bigint')
    .addColumn('probe_at', 'bigint')
    .addColumn('step', 'integer', (column) => column.notNull())
    .addColumn('trial', 'integer', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('webhook_event')
    .addColumn('body_hash', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('trigger', 'text')
    .addColumn('integration_id', 'text')
    .addColumn('job_id', 'text')
    .addColumn('handled_at', 'bigint')
    .addColumn('outcome', 'text')
    .execute();
  await db.schema.createIndex('webhook_event_job').on('webhook_event').column('job_id').execute();
  await db.schema.createIndex('webhook_event_handled').on('webhook_event').column('handled_at').execute();
}
