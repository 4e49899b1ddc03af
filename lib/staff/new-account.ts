import { z } from 'zod';
import { longestPassword, shortestPassword } from './password-length.ts';

export type AccountProblems = Partial<Record<'email' | 'password' | 'again' | 'form', string>>;

type Checked = { email: string; problems: AccountProblems } & (
  | { account: { email: string; password: string } }
  | { account?: undefined }
);

/** The e-mail and the password, typed twice, of a new account. */
export function checkNewAccount(sent: Record<string, unknown>): Checked {
  const text = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '');
  const email = text('email').trim().slice(0, 254);
  const password = text('password');
  const problems: AccountProblems = {};
  if (!z.email().safeParse(email).success) problems.email = 'Enter an email address like name@example.com';
  if (password.length < shortestPassword)
    problems.password = `Choose a password with at least ${shortestPassword} characters`;
  else if (password.length > longestPassword)
    problems.password = `Choose a password with at most ${longestPassword} characters`;
  else if (password !== text('again')) problems.again = 'Type the same password twice';
  return Object.keys(problems).length > 0
    ? { email, problems }
    : { email, problems, account: { email, password } };
}
