'use client';

import { useActionState } from 'react';
import type { AccountProblems } from '#lib/staff/new-account.ts';
import { Box } from './box.tsx';
import { mainButton } from './buttons.ts';
import { Problem } from './problem.tsx';

export interface SetUpState {
  email: string;
  problems: AccountProblems;
}

interface Props {
  action: (previous: SetUpState, form: FormData) => Promise<SetUpState>;
  token: string;
}

export function SetUpForm({ action, token }: Props) {
  const [{ email, problems }, submit, pending] = useActionState(action, { email: '', problems: {} });
  const [first] = Object.keys(problems);
  return (
    <form action={submit} noValidate className="mt-6 space-y-5">
      {problems.form && <Problem>{problems.form}</Problem>}
      <input type="hidden" name="token" value={token} />
      <Box
        name="email"
        label="Your email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={email}
        error={problems.email}
        autoFocus={first === 'email'}
      />
      <Box
        name="password"
        label="Password"
        hint="At least 12 characters. A few words in a row are easy to remember."
        type="password"
        autoComplete="new-password"
        error={problems.password}
        autoFocus={first === 'password'}
      />
      <Box
        name="again"
        label="The same password again"
        type="password"
        autoComplete="new-password"
        error={problems.again}
        autoFocus={first === 'again'}
      />
      <button type="submit" aria-disabled={pending} className={`${mainButton} w-full`}>
        {pending ? 'One moment…' : 'Make the account'}
      </button>
    </form>
  );
}
