'use server';

import { redirect } from 'next/navigation';
import type { SetUpState } from '#components/staff/set-up-form.tsx';
import { setResponseStatus } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { checkNewAccount } from '#lib/staff/new-account.ts';
import { keepCookies } from '#lib/staff/session.ts';
import { setUp } from '#lib/staff/set-up-link.ts';

/** The token is the permission: it was printed for whoever started the program. */
export async function makeFirstAccount(_previous: SetUpState, form: FormData): Promise<SetUpState> {
  const { database, staffAuth } = runningApp();
  const { account, email, problems } = checkNewAccount(Object.fromEntries(form));
  if (!account) {
    setResponseStatus(422);
    return { email, problems };
  }
  if (!(await setUp(database, { token: String(form.get('token')), ...account }))) {
    setResponseStatus(410);
    return {
      email,
      problems: { form: 'This link was used meanwhile, or it has expired. No account was made.' },
    };
  }
  const signedIn = await staffAuth.api.signInEmail({ body: account, returnHeaders: true });
  await keepCookies(signedIn.headers.getSetCookie());
  redirect('/staff/leads');
}
