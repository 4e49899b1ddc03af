import Link from 'next/link';
import type { ReactNode } from 'react';
import { PageTheme } from '#components/page/page-theme.tsx';
import { textLink } from './buttons.ts';
import { StaffNav } from './staff-nav.tsx';

interface Props {
  email: string;
  signOut: () => Promise<void>;
  children: ReactNode;
}

/** Every page of the staff area: where one is, and who one is. */
export function StaffFrame({ email, signOut, children }: Props) {
  return (
    <>
      <PageTheme />
      <header className="border-line border-b bg-surface">
        <div className="mx-auto flex max-w-5xl flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 pt-2 sm:px-8">
          <Link
            href="/staff/leads"
            prefetch={false}
            className="flex min-h-11 items-center font-display text-xl"
          >
            Guestcard <span className="ms-2 text-muted">staff</span>
          </Link>
          <div className="flex min-w-0 flex-wrap items-center gap-x-4 text-sm">
            <span className="min-w-0 text-muted">{email}</span>
            <form action={signOut}>
              <button type="submit" className={`${textLink} min-h-11 shrink-0 text-sm`}>
                Sign out
              </button>
            </form>
          </div>
        </div>
        <StaffNav />
      </header>
      <main className="mx-auto max-w-5xl px-5 pt-6 pb-16 sm:px-8 sm:pt-10">{children}</main>
    </>
  );
}
