import type { ReactNode } from 'react';
import { PageTheme } from '#components/page/page-theme.tsx';

/** The pages in front of the staff area. */
export function DoorCard({
  title,
  introduction,
  children,
}: {
  title: string;
  introduction?: string;
  children: ReactNode;
}) {
  return (
    <>
      <PageTheme />
      <main className="mx-auto max-w-md px-5 py-10 sm:py-20">
        <div className="rounded-2xl border border-line bg-surface p-5 shadow-sm sm:p-8">
          <h1 className="text-balance font-display text-3xl leading-tight">{title}</h1>
          {introduction && <p className="mt-2 text-muted">{introduction}</p>}
          {children}
        </div>
      </main>
    </>
  );
}
