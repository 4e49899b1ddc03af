import { createHash, randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { type Database, readClock } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';

export const windowMs = 15 * 60_000;

/**
 * How many wrong passwords within the window. The narrow limit is for one account from one address, so that a stranger
 * elsewhere cannot lock a leasing team out; the wide ones stop who tries many accounts, or comes from many addresses.
 */
export const mostWrong = { together: 5, address: 20, account: 50 };

type Try = { id: string; waitMs?: never } | { id?: never; waitMs: number };

/**
 * Counts a try to sign in before its password is looked at, so that many at once are not more than one after the other.
 * The count is in the database: all replicas share it.
 * @returns the try, to be forgiven when the password was right; or how long to wait first, in milliseconds.
 */
export async function countTry(
  database: Database,
  who: { email: string; address: string | undefined },
): Promise<Try> {
  const address = who.address ?? 'unknown';
  // People sometimes type a password here: not kept readable.
  const account = createHash('sha256').update(who.email.toLowerCase()).digest('hex');
  return database.db.transaction().execute(async (trx) => {
    if (database.engine === 'postgres') await sql`select pg_advisory_xact_lock(7031984)`.execute(trx);
    const now = await readClock({ ...database, db: trx });
    await trx
      .deleteFrom('staff_wrong_try')
      .where('at', '<=', now - windowMs)
      .execute();
    const waits = [
      await waitFor(trx, { account, address }, mostWrong.together, now),
      await waitFor(trx, { address }, mostWrong.address, now),
      await waitFor(trx, { account }, mostWrong.account, now),
    ];
    const waitMs = Math.max(...waits);
    if (waitMs > 0) return { waitMs };
    const id = randomUUID();
    await trx.insertInto('staff_wrong_try').values({ id, account, address, at: now }).execute();
    return { id };
  });
}

/** Until the oldest of the last `most` wrong tries leaves the window. */
async function waitFor(
  trx: Kysely<Tables>,
  same: { account?: string; address?: string },
  most: number,
  now: number,
): Promise<number> {
  let tries = trx.selectFrom('staff_wrong_try').select('at');
  if (same.account) tries = tries.where('account', '=', same.account);
  if (same.address) tries = tries.where('address', '=', same.address);
  const last = await tries
    .orderBy('at', 'desc')
    .offset(most - 1)
    .limit(1)
    .executeTakeFirst();
  return last ? last.at + windowMs - now : 0;
}

/** The password was right: the wrong tries before it, of the same account from the same address, are forgotten. */
export async function forgive(database: Database, id: string): Promise<void> {
  const counted = (column: 'account' | 'address') =>
    database.db.selectFrom('staff_wrong_try as right_try').select(`right_try.${column}`).where('id', '=', id);
  await database.db
    .deleteFrom('staff_wrong_try')
    .where('account', 'in', counted('account'))
    .where('address', 'in', counted('address'))
    .execute();
}
