import type { Metadata } from 'next';
import Link from 'next/link';
import { DoorCard } from '#components/staff/door-card.tsx';
import { SetUpForm } from '#components/staff/set-up-form.tsx';
import { setResponseStatus } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { isSetUpOpen } from '#lib/staff/set-up-link.ts';
import { makeFirstAccount } from './make-first-account.ts';

export const metadata: Metadata = { title: 'Make the first account', robots: { index: false } };

export default async function SetUpPage({ searchParams }: PageProps<'/staff/set-up'>) {
  const { token } = await searchParams;
  if (typeof token === 'string' && (await isSetUpOpen(runningApp().database, token)))
    return (
      <DoorCard
        title="Make the first account"
        introduction="It can see every lead and settle those that need a person."
      >
        <SetUpForm action={makeFirstAccount} token={token} />
      </DoorCard>
    );
  setResponseStatus(410);
  return (
    <DoorCard title="This link does not work any more">
      <p className="mt-6">
        It works once and for 24 hours. If nobody has made an account yet, start the program again: it prints
        a new link. Otherwise{' '}
        <Link href="/staff/sign-in" className="font-semibold text-accent-ink underline underline-offset-4">
          sign in
        </Link>
        .
      </p>
    </DoorCard>
  );
}
