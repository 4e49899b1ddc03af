import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DoorCard } from '#components/staff/door-card.tsx';
import { SignInForm } from '#components/staff/sign-in-form.tsx';
import { runningApp } from '#lib/app/running-app.ts';
import { hasStaff } from '#lib/staff/accounts.ts';
import { returnPath } from '#lib/staff/return-path.ts';
import { currentStaff } from '#lib/staff/session.ts';
import { openDoor } from './sign-in.ts';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

export default async function SignInPage({ searchParams }: PageProps<'/staff/sign-in'>) {
  const next = returnPath((await searchParams).next);
  if (await currentStaff()) redirect(next);
  return (
    <DoorCard title="Sign in" introduction="For the leasing team.">
      {(await hasStaff(runningApp().database.db)) ? (
        <SignInForm action={openDoor} next={next} />
      ) : (
        <p className="mt-6">
          There is no account yet. Open the set-up link that the program printed when it started; starting it
          again prints a new one.
        </p>
      )}
    </DoorCard>
  );
}
