import type { ReactNode } from 'react';

/** A page with one thing to say. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto max-w-xl px-5 py-16 sm:px-8 sm:py-24">
      <title>{title}</title>
      <h1 className="text-balance font-display text-4xl leading-tight">{title}</h1>
      <p className="mt-4 text-lg text-muted [&_a]:font-semibold [&_a]:text-accent-ink [&_a]:underline [&_a]:underline-offset-4">
        {children}
      </p>
    </main>
  );
}
