'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { runningApp } from '#lib/app/running-app.ts';
import { keepCookies } from '#lib/staff/session.ts';

/** Ends the session in the database; without one there is nothing to end. */
export async function signOut(): Promise<void> {
  const ended = await runningApp().staffAuth.api.signOut({
    headers: new Headers(await headers()),
    returnHeaders: true,
  });
  await keepCookies(ended.headers.getSetCookie());
  redirect('/staff/sign-in');
}
