'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { SignInState } from '#components/staff/sign-in-form.tsx';
import { setResponseStatus, socketAddress } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { visitOf } from '#lib/lead/visit.ts';
import { returnPath } from '#lib/staff/return-path.ts';
import { keepCookies } from '#lib/staff/session.ts';
import { signIn } from '#lib/staff/sign-in.ts';

/** Leads to the page that was asked for, or says why not. */
export async function openDoor(_previous: SignInState, form: FormData): Promise<SignInState> {
  const app = runningApp();
  const email = textOf(form, 'email').trim();
  const { address } = visitOf(await headers(), app.environment.trustedProxyHops, socketAddress());
  const answer = await signIn(app, { email, password: textOf(form, 'password'), address });
  if (!answer.cookies) {
    setResponseStatus(answer.status);
    return { email, problem: answer.problem };
  }
  await keepCookies(answer.cookies);
  redirect(returnPath(form.get('next')));
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, 1_000) : '';
}
