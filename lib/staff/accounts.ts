import { randomUUID } from 'node:crypto';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';

/** Whether anybody can sign in. */
export async function hasStaff(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('staff_user').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** One at a time, for all replicas: between looking for an account and making one, nobody else makes one. */
export function changeAccounts<T>(
  database: Database,
  change: (trx: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return database.db.transaction().execute(async (trx) => {
    if (database.engine === 'postgres') await sql`select pg_advisory_xact_lock(7031983)`.execute(trx);
    return change(trx);
  });
}

export async function insertAccount(
  trx: Kysely<Tables>,
  account: { email: string; passwordHash: string; origin: 'environment' | 'set_up' },
): Promise<void> {
  const id = randomUUID();
  const email = account.email.toLowerCase();
  const now = new Date().toISOString();
  const dates = { created_at: now, updated_at: now };
  await trx
    .insertInto('staff_user')
    .values({ id, name: email, email, email_verified: 1, image: null, origin: account.origin, ...dates })
    .execute();
  await trx
    .insertInto('staff_account')
    .values({
      id: randomUUID(),
      user_id: id,
      // The names by which better-auth finds an e-mail and password account.
      account_id: id,
      provider_id: 'credential',
      password: account.passwordHash,
      ...dates,
    })
    .execute();
}

/**
 * Makes the account of STAFF_EMAIL what the environment says: there is one, with this address and this password. A
 * changed password ends its sessions. Replicas that start together change it once.
 */
export async function keepOwner(
  database: Database,
  owner: { email: string; password: string },
): Promise<void> {
  const email = owner.email.toLowerCase();
  const before = await findOwner(database.db, email);
  if (
    before?.email === email &&
    before.origin === 'environment' &&
    (await verifyPassword({ hash: before.password ?? '', password: owner.password }))
  )
    return;
  const passwordHash = await hashPassword(owner.password);
  await changeAccounts(database, async (trx) => {
    const found = await findOwner(trx, email);
    // Another replica was quicker.
    if (JSON.stringify(found) !== JSON.stringify(before)) return;
    await trx.deleteFrom('staff_set_up').execute();
    if (!found) return insertAccount(trx, { email, passwordHash, origin: 'environment' });
    // The address in the environment was changed to one that has an account: nobody keeps the old one by accident.
    await trx
      .deleteFrom('staff_user')
      .where('origin', '=', 'environment')
      .where('id', '!=', found.id)
      .execute();
    const updated_at = new Date().toISOString();
    await trx
      .updateTable('staff_user')
      .set({ email, name: email, origin: 'environment', updated_at })
      .where('id', '=', found.id)
      .execute();
    await trx
      .updateTable('staff_account')
      .set({ password: passwordHash, updated_at })
      .where('user_id', '=', found.id)
      .where('provider_id', '=', 'credential')
      .execute();
    await trx.deleteFrom('staff_session').where('user_id', '=', found.id).execute();
  });
}

/** The account with this address; without one, the account that the environment made before. */
function findOwner(db: Kysely<Tables>, email: string) {
  return db
    .selectFrom('staff_user')
    .innerJoin('staff_account', 'staff_account.user_id', 'staff_user.id')
    .select(['staff_user.id', 'staff_user.email', 'staff_user.origin', 'staff_account.password'])
    .where('staff_account.provider_id', '=', 'credential')
    .where((user) => user.or([user('email', '=', email), user('origin', '=', 'environment')]))
    .orderBy(sql`case when email = ${email} then 0 else 1 end`)
    .executeTakeFirst();
}
