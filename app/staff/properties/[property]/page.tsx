import type { Metadata } from 'next';
import Link from 'next/link';
import { textLink } from '#components/staff/buttons.ts';
import { PageCheck } from '#components/staff/properties/page-check.tsx';
import { Preview } from '#components/staff/properties/preview.tsx';
import { Snippet } from '#components/staff/properties/snippet.tsx';
import { SourceBanner } from '#components/staff/properties/source-banner.tsx';
import { SourceList } from '#components/staff/properties/source-list.tsx';
import { Websites } from '#components/staff/properties/websites.tsx';
import { StaffFrame } from '#components/staff/staff-frame.tsx';
import { presentRequest, setResponseStatus } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { listEmbedAttempts } from '#lib/embed/attempts.ts';
import { checkPage } from '#lib/embed/check/check-page.ts';
import { previewParameter, previewToken } from '#lib/embed/preview-token.ts';
import { queryOf, readChoices } from '#lib/embed/snippet.ts';
import { checkProperties } from '#lib/property/checked-properties.ts';
import { findProperty } from '#lib/property/published-properties.ts';
import { requireStaff } from '#lib/staff/session.ts';
import { signOut } from '../../sign-out.ts';

export const metadata: Metadata = { title: 'Property', robots: { index: false } };

export default async function PropertyPage({
  params,
  searchParams,
}: PageProps<'/staff/properties/[property]'>) {
  const { property: slug } = await params;
  const { email } = await requireStaff(`/staff/properties/${slug}${presentRequest()?.url.search ?? ''}`);
  const { database, environment, secret } = runningApp();
  const { appUrl } = environment;
  const property = await findProperty(database, slug);
  if (!property) {
    setResponseStatus(404);
    return (
      <StaffFrame email={email} signOut={signOut}>
        <h1 className="font-display text-4xl leading-tight">There is no such property</h1>
        <p className="mt-4 text-lg text-muted">
          Its form may have been taken down.{' '}
          <Link href="/staff/properties" prefetch={false} className={textLink}>
            See all properties
          </Link>
        </p>
      </StaffFrame>
    );
  }
  const query = await searchParams;
  const choices = readChoices(property, query);
  const { kind, language, scheme, source } = choices;
  const asked = typeof query.check === 'string' && query.check.trim() !== '' ? query.check : undefined;
  const [{ now, checked }, attempts, report] = await Promise.all([
    checkProperties(database, [property]),
    listEmbedAttempts(database, slug),
    asked === undefined ? undefined : checkPage(asked, { property, appUrl, fetch }),
  ]);
  const preview = { [previewParameter]: previewToken(secret, slug, Date.now()) };
  return (
    <StaffFrame email={email} signOut={signOut}>
      <p>
        <Link
          href="/staff/properties"
          prefetch={false}
          className={`${textLink} inline-flex min-h-11 items-center`}
        >
          ← All properties
        </Link>
      </p>
      <h1 className="mt-1 text-balance break-words font-display text-4xl leading-tight">{property.name}</h1>
      <p className="mt-1">
        <a href={`${appUrl}/p/${slug}`} className={`${textLink} inline-block py-2.5`}>
          {`${appUrl}/p/${slug}`}
        </a>
      </p>
      {checked.map((one) => (
        <SourceBanner key={slug} checked={one} now={now} />
      ))}
      <div className="mt-6 space-y-6">
        <Snippet property={property} appUrl={appUrl} choices={choices} />
        <Preview address={`/embed/${slug}${queryOf(choices, preview)}`} name={property.name} />
        <PageCheck
          slug={slug}
          kept={{ kind, lang: language, theme: scheme, source }}
          now={now}
          asked={asked}
          report={report}
        />
        <Websites property={property} attempts={attempts} now={now} />
        {checked.map((one) => (
          <SourceList key={slug} checked={one} now={now} />
        ))}
      </div>
    </StaffFrame>
  );
}
