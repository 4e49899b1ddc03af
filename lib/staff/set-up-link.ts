import { createHash, randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { Kysely } from 'kysely';
import { type Database, readClock } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import { changeAccounts, hasStaff, insertAccount } from './accounts.ts';

const lifetimeMs = 24 * 60 * 60_000;

/**
 * A token for `/staff/set-up`, with which the first account is made; undefined when there is one already. Each replica
 * makes its own, and all of them end with the first that is used. The database keeps only its hash.
 */
export async function newSetUpToken(database: Database): Promise<string | undefined> {
  const token = randomBytes(24).toString('base64url');
  return changeAccounts(database, async (trx) => {
    if (await hasStaff(trx)) return undefined;
    const now = await readClock({ ...database, db: trx });
    await trx.deleteFrom('staff_set_up').where('expires_at', '<=', now).execute();
    await trx
      .insertInto('staff_set_up')
      .values({ token_hash: hashOf(token), expires_at: now + lifetimeMs })
      .execute();
    return token;
  });
}

/** Whether this token may still make the first account. */
export async function isSetUpOpen(
  database: Database,
  token: string,
  db: Kysely<Tables> = database.db,
): Promise<boolean> {
  const row = await db
    .selectFrom('staff_set_up')
    .select('token_hash')
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', database.now())
    .executeTakeFirst();
  return row !== undefined && !(await hasStaff(db));
}

/** Makes the first account. @returns false when the link has expired or was used, also by somebody at this moment. */
export async function setUp(
  database: Database,
  { token, email, password }: { token: string; email: string; password: string },
): Promise<boolean> {
  if (!(await isSetUpOpen(database, token))) return false;
  const passwordHash = await hashPassword(password);
  return changeAccounts(database, async (trx) => {
    if (!(await isSetUpOpen(database, token, trx))) return false;
    await trx.deleteFrom('staff_set_up').execute();
    await insertAccount(trx, { email, passwordHash, origin: 'set_up' });
    return true;
  });
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
