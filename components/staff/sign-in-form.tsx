'use client';

import { useActionState } from 'react';
import { Box } from './box.tsx';
import { mainButton } from './buttons.ts';
import { Problem } from './problem.tsx';

export interface SignInState {
  email: string;
  problem?: string;
}

interface Props {
  action: (previous: SignInState, form: FormData) => Promise<SignInState>;
  /** The page that was asked for. */
  next: string;
}

export function SignInForm({ action, next }: Props) {
  const [state, submit, pending] = useActionState(action, { email: '' });
  return (
    <form action={submit} className="mt-6 space-y-5">
      {state.problem && <Problem answer={state}>{state.problem}</Problem>}
      <input type="hidden" name="next" value={next} />
      <Box
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={state.email}
      />
      <Box name="password" label="Password" type="password" autoComplete="current-password" required />
      <button type="submit" aria-disabled={pending} className={`${mainButton} w-full`}>
        {pending ? 'Signing in…' : 'Sign in'}
      </button>
    </form>
  );
}
