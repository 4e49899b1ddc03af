import type { Metadata } from 'next';
import Link from 'next/link';
import { plainButton, textLink } from '#components/staff/buttons.ts';
import { AddressBox } from '#components/staff/links/address-box.tsx';
import { LinkFacts } from '#components/staff/links/link-facts.tsx';
import { Counts } from '#components/staff/links/link-rows.tsx';
import { LinkState } from '#components/staff/links/link-state.tsx';
import { Problem } from '#components/staff/problem.tsx';
import { StaffFrame } from '#components/staff/staff-frame.tsx';
import { setResponseStatus } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { isInUse } from '#lib/links/link.ts';
import { findCountedLink } from '#lib/links/list-links.ts';
import { longLink, shortLink } from '#lib/links/where-links-lead.ts';
import { publishedForm } from '#lib/property/published-form.ts';
import { requireStaff } from '#lib/staff/session.ts';
import { signOut } from '../../sign-out.ts';
import { restore, retire } from './acts.ts';

export const metadata: Metadata = { title: 'Link', robots: { index: false } };

const told: Record<string, (inUse: boolean, retired: boolean) => string | undefined> = {
  made: (inUse) => (inUse ? 'The link is ready.' : undefined),
  retired: (_, retired) => (retired ? 'Retired. Whoever follows it gets the plain form.' : undefined),
  restored: (inUse) => (inUse ? 'Restored. It brings its source along again.' : undefined),
};

export default async function LinkPage({ params, searchParams }: PageProps<'/staff/links/[code]'>) {
  const { code } = await params;
  const { email } = await requireStaff(`/staff/links/${code}`);
  const app = runningApp();
  const { secret, environment } = app;
  const found = await findCountedLink(app.database, code);
  const property = found && (await publishedForm(app, found.link.property));
  if (!found) {
    setResponseStatus(404);
    return (
      <StaffFrame email={email} signOut={signOut}>
        <h1 className="font-display text-4xl leading-tight">There is no such link</h1>
        <p className="mt-4 text-lg text-muted">
          <Link href="/staff/links" prefetch={false} className={textLink}>
            See all links
          </Link>
        </p>
      </StaffFrame>
    );
  }
  const { link, now } = found;
  const retired = link.retiredAt !== undefined;
  const news = told[String((await searchParams).told)]?.(isInUse(link, now), retired);
  const picture = `/staff/links/${link.code}/qr`;
  return (
    <StaffFrame email={email} signOut={signOut}>
      <p>
        <Link
          href="/staff/links"
          prefetch={false}
          className={`${textLink} inline-flex min-h-11 items-center`}
        >
          ← All links
        </Link>
      </p>
      <h1 className="mt-1 text-balance break-words font-display text-4xl leading-tight">{link.label}</h1>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
        {property?.name ?? link.property} <LinkState link={link} now={now} />
      </p>
      {news && (
        <div className="mt-4">
          <Problem calm>{news}</Problem>
        </div>
      )}
      <div className="mt-6 grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        <div className="min-w-0 space-y-6">
          <section
            aria-label="Addresses"
            className="space-y-5 rounded-2xl border border-line bg-surface p-5 shadow-sm sm:p-6"
          >
            <AddressBox
              id="short"
              label="Short address"
              hint="For print and for messages. It counts its visits, and can be retired"
              address={shortLink(link.code, environment.appUrl)}
            />
            {property && (
              <AddressBox
                id="long"
                label="Long address"
                hint="Where a short one is not allowed, as in some advertisements. It cannot be retired, and its visits are not counted here"
                address={longLink(link, property, { secret, appUrl: environment.appUrl })}
              />
            )}
          </section>
          <section
            aria-labelledby="came"
            className="rounded-2xl border border-line bg-surface p-5 shadow-sm sm:p-6"
          >
            <h2 id="came" className="mb-3 font-semibold text-xl">
              What came of it
            </h2>
            <Counts link={link} />
          </section>
          <LinkFacts link={link} property={property} now={now} />
        </div>
        <section
          aria-labelledby="qr"
          className="rounded-2xl border border-line bg-surface p-5 shadow-sm sm:p-6"
        >
          <h2 id="qr" className="font-semibold text-xl">
            QR code
          </h2>
          {property && (
            <>
              <img
                src={`${picture}.svg`}
                alt={`QR code of ${shortLink(link.code, environment.appUrl)}`}
                className="mt-3 w-full rounded-lg border border-line bg-white"
              />
              <p className="mt-4 flex flex-wrap gap-3">
                <a href={`${picture}.svg`} download className={`${plainButton} inline-flex items-center`}>
                  Download SVG
                </a>
                <a href={`${picture}.png`} download className={`${plainButton} inline-flex items-center`}>
                  Download PNG
                </a>
              </p>
              <p className="mt-3 text-muted text-sm">Print it at least 3 cm (1¼ in) wide.</p>
            </>
          )}
        </section>
      </div>
      <form action={(retired ? restore : retire).bind(null, link.code)} className="mt-8">
        <button type="submit" className={plainButton}>
          {retired ? 'Restore this link' : 'Retire this link'}
        </button>
        <p className="mt-2 max-w-prose text-muted text-sm">
          {retired
            ? 'It then leads on with its source and campaign again.'
            : 'The short address then leads to the plain form. Nothing that was counted is lost, and it can be restored.'}
        </p>
      </form>
    </StaffFrame>
  );
}
