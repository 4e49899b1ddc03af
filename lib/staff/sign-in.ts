import { isAPIError } from 'better-auth/api';
import type { Database } from '../database/connect.ts';
import type { StaffAuth } from './staff-auth.ts';
import { countTry, forgive } from './throttle.ts';

interface Door {
  database: Database;
  staffAuth: StaffAuth;
}

type SignedIn =
  /** `Set-Cookie` headers of the new session. */
  { cookies: string[]; problem?: never } | { cookies?: never; status: 401 | 429; problem: string };

/** One answer for a wrong address and a wrong password, after the same work. */
export async function signIn(
  { database, staffAuth }: Door,
  { email, password, address }: { email: string; password: string; address: string | undefined },
): Promise<SignedIn> {
  const counted = await countTry(database, { email, address });
  if (counted.waitMs !== undefined) return { status: 429, problem: waitWords(counted.waitMs) };
  try {
    const { headers } = await staffAuth.api.signInEmail({ body: { email, password }, returnHeaders: true });
    await forgive(database, counted.id);
    return { cookies: headers.getSetCookie() };
  } catch (error) {
    // 400 is for what cannot be an address or a password at all.
    if (!isAPIError(error) || (error.statusCode !== 401 && error.statusCode !== 400)) throw error;
    return {
      status: 401,
      problem: 'The email address or the password is not right. Check both and try again.',
    };
  }
}

function waitWords(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  return `There were too many wrong tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then try again.`;
}
