import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { EqualHousing } from '#components/page/equal-housing.tsx';
import { LanguageLinks } from '#components/page/language-links.tsx';
import { PageTheme } from '#components/page/page-theme.tsx';
import { pageSpeech } from '#lib/app/page-language.ts';
import { presentRequest } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { languages } from '#lib/language/languages.ts';
import { listProperties } from '#lib/property/published-properties.ts';

export async function generateMetadata(): Promise<Metadata> {
  await connection();
  return { title: (await pageSpeech()).texts.home.title };
}

export default async function Home() {
  await connection();
  const { database, environment } = runningApp();
  const properties = await listProperties(database);
  const [only, ...others] = properties;
  const asked = presentRequest()?.url.searchParams.get('lang');
  const search = asked ? `?lang=${encodeURIComponent(asked)}` : '';
  if (only && others.length === 0 && !environment.demo) redirect(`/p/${only.slug}${search}`);
  const { language, texts } = await pageSpeech();
  return (
    <>
      <PageTheme />
      <main className="mx-auto max-w-3xl px-5 pt-10 pb-16 sm:px-8 sm:pt-16">
        <LanguageLinks languages={[...languages.keys()]} present={language} texts={texts} />
        <h1 className="text-balance font-display text-4xl leading-tight">
          {properties.length === 0 ? texts.home.noForms : texts.home.heading}
        </h1>
        {properties.length === 0 && <p className="mt-4 text-lg text-muted">{texts.home.noFormsText}</p>}
        <ul className="mt-8 space-y-3">
          {properties.map(({ slug, name, phone }) => (
            <li key={slug}>
              <a
                href={`/p/${slug}${search}`}
                className="flex items-center justify-between gap-4 rounded-xl border border-line bg-surface p-5 shadow-sm hover:border-edge"
              >
                <span>
                  <span className="block font-semibold text-lg">{name}</span>
                  {phone && <span className="block text-muted text-sm">{phone}</span>}
                </span>
                <span aria-hidden="true" className="text-accent-ink text-xl">
                  →
                </span>
              </a>
            </li>
          ))}
        </ul>
        {environment.demo && (
          <p className="mt-8 text-muted">
            <a
              href={`/demo/website${search}`}
              className="font-semibold text-accent-ink underline underline-offset-4"
            >
              {texts.home.website}
            </a>
            <span className="block">{texts.home.websitePurpose}</span>
          </p>
        )}
        {environment.demo && (
          <p className="mt-5 text-muted">
            {texts.home.staff}{' '}
            <Link
              href="/staff"
              prefetch={false}
              className="font-semibold text-accent-ink underline underline-offset-4"
            >
              {texts.home.staffDoor}
            </Link>{' '}
            {texts.home.staffPurpose}
          </p>
        )}
        {properties.length > 0 && (
          <footer className="mt-10 border-line border-t pt-6">
            <EqualHousing mark={texts.consent.equalHousingMark}>{texts.consent.equalHousingAll}</EqualHousing>
          </footer>
        )}
      </main>
    </>
  );
}
