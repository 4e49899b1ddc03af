import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

export async function up(db: Kysely<Tables>): Promise<void> {
  // Forgotten after a day, so it needs no key of its own; each index holds only the rows that it can find.
  await db.schema
    .createTable('recent_submission')
    .addColumn('sender_key', 'text', (column) => column.notNull())
    .addColumn('client_key', 'text')
    .addColumn('message_key', 'text')
    .addColumn('form_key', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  for (const key of ['client_key', 'message_key', 'form_key'])
    await db.schema
      .createIndex(`recent_submission_${key}`)
      .on('recent_submission')
      .columns([key, 'at'])
      .where(sql.ref(key), 'is not', null)
      .execute();

  await db.schema
    .createTable('spam_screening')
    .addColumn('lead_id', 'text', (column) => column.primaryKey().references('lead.id'))
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('score', 'integer', (column) => column.notNull())
    .addColumn('proven', 'integer', (column) => column.notNull())
    .addColumn('signals', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('used_proof')
    .addColumn('nonce', 'text', (column) => column.primaryKey())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
}
