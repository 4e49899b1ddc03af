import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { runningApp } from '#lib/app/running-app.ts';
import { accentRule } from '#lib/property/accent.ts';
import { listProperties } from '#lib/property/published-properties.ts';

export const metadata: Metadata = { title: 'Contact us' };

export default async function Home() {
  await connection();
  const { database, environment } = runningApp();
  const properties = await listProperties(database);
  const [only, ...others] = properties;
  if (only && others.length === 0 && !environment.demo) redirect(`/p/${only.slug}`);
  return (
    <>
      <style>{accentRule()}</style>
      <main className="mx-auto max-w-3xl px-5 pt-10 pb-16 sm:px-8 sm:pt-16">
        <h1 className="text-balance font-display text-4xl leading-tight">
          {properties.length === 0 ? 'No forms yet' : 'Which community are you interested in?'}
        </h1>
        {properties.length === 0 && (
          <p className="mt-4 text-lg text-muted">
            List your properties in a JSON file and start again with PROPERTIES_FILE set to it. The format is
            in the README.
          </p>
        )}
        <ul className="mt-8 space-y-3">
          {properties.map(({ slug, name, phone }) => (
            <li key={slug}>
              <Link
                href={`/p/${slug}`}
                prefetch={false}
                className="flex items-center justify-between gap-4 rounded-xl border border-line bg-surface p-5 shadow-sm hover:border-edge"
              >
                <span>
                  <span className="block font-semibold text-lg">{name}</span>
                  {phone && <span className="block text-muted text-sm">{phone}</span>}
                </span>
                <span aria-hidden="true" className="text-accent-ink text-xl">
                  →
                </span>
              </Link>
            </li>
          ))}
        </ul>
        {environment.demo && (
          <p className="mt-8 text-muted">
            Working here?{' '}
            <Link
              href="/staff"
              prefetch={false}
              className="font-semibold text-accent-ink underline underline-offset-4"
            >
              The staff door
            </Link>{' '}
            shows where every lead is. The first account is made with the link that the program printed when
            it started.
          </p>
        )}
      </main>
    </>
  );
}
