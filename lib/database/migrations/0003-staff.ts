import type { CreateTableBuilder, Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** The first four tables belong to better-auth: its columns, and its dates, which it writes differently in each engine. */
export async function up(db: Kysely<Tables>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const date = engine === 'postgres' ? 'timestamptz' : 'text';
  const dated = (table: string): CreateTableBuilder<string> =>
    db.schema
      .createTable(table)
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('created_at', date, (column) => column.notNull())
      .addColumn('updated_at', date, (column) => column.notNull());

  await dated('staff_user')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('email_verified', engine === 'postgres' ? 'boolean' : 'integer', (column) => column.notNull())
    .addColumn('image', 'text')
    .addColumn('origin', 'text', (column) => column.notNull())
    .execute();

  await dated('staff_session')
    .addColumn('user_id', 'text', (column) =>
      column.notNull().references('staff_user.id').onDelete('cascade'),
    )
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('expires_at', date, (column) => column.notNull())
    .addColumn('ip_address', 'text')
    .addColumn('user_agent', 'text')
    .execute();
  await db.schema.createIndex('staff_session_user').on('staff_session').column('user_id').execute();

  await dated('staff_account')
    .addColumn('user_id', 'text', (column) =>
      column.notNull().references('staff_user.id').onDelete('cascade'),
    )
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('provider_id', 'text', (column) => column.notNull())
    .addColumn('password', 'text')
    .addColumn('access_token', 'text')
    .addColumn('refresh_token', 'text')
    .addColumn('id_token', 'text')
    .addColumn('access_token_expires_at', date)
    .addColumn('refresh_token_expires_at', date)
    .addColumn('scope', 'text')
    .addUniqueConstraint('staff_account_of_provider', ['provider_id', 'account_id'])
    .execute();
  await db.schema.createIndex('staff_account_user').on('staff_account').column('user_id').execute();

  await dated('staff_verification')
    .addColumn('identifier', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expires_at', date, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('staff_set_up')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('staff_wrong_try')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  for (const column of ['account', 'address'])
    await db.schema
      .createIndex(`staff_wrong_try_${column}`)
      .on('staff_wrong_try')
      .columns([column, 'at'])
      .execute();

  await db.schema
    .createTable('staff_act')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('delivery_id', 'text', (column) => column.notNull().references('delivery.id'))
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('staff_act_delivery').on('staff_act').columns(['delivery_id', 'at']).execute();
  await db.schema.createIndex('lead_received').on('lead').column('received_at').execute();
}
