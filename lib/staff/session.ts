import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { runningApp } from '../app/running-app.ts';

export interface Staff {
  email: string;
}

/** Whoever is signed in, by the session in the database; undefined for everybody else. */
export async function currentStaff(): Promise<Staff | undefined> {
  const session = await runningApp().staffAuth.api.getSession({ headers: new Headers(await headers()) });
  return session ? { email: session.user.email } : undefined;
}

/**
 * For the beginning of every page and action of the staff area: nothing in front of them is relied on.
 * @param returnTo the page that the person comes back to after signing in
 */
export async function requireStaff(returnTo: string): Promise<Staff> {
  const staff = await currentStaff();
  if (!staff) redirect(signInAddress(returnTo));
  return staff;
}

/** The sign-in page that leads back there. */
export function signInAddress(returnTo: string): string {
  return `/staff/sign-in?next=${encodeURIComponent(returnTo)}`;
}

/** Hands better-auth's cookies to the browser. */
export async function keepCookies(setCookies: string[]): Promise<void> {
  const jar = await cookies();
  for (const [name, cookie] of setCookies.flatMap((header) => [...parseSetCookieHeader(header)])) {
    const { maxAge, ...options } = toCookieOptions(cookie);
    // How long a session lasts is decided in the database, where every use prolongs it; the cookie ends with the browser.
    jar.set(name, cookie.value, maxAge === 0 ? { ...options, maxAge } : options);
  }
}
