import type { Metadata } from 'next';
import Link from 'next/link';
import { mainButton } from '#components/staff/buttons.ts';
import { LinkRows } from '#components/staff/links/link-rows.tsx';
import { PropertyFilter } from '#components/staff/links/property-filter.tsx';
import { Pages } from '#components/staff/pages.tsx';
import { StaffFrame } from '#components/staff/staff-frame.tsx';
import { runningApp } from '#lib/app/running-app.ts';
import { listLinks, pageSize } from '#lib/links/list-links.ts';
import { listProperties } from '#lib/property/published-properties.ts';
import { requireStaff } from '#lib/staff/session.ts';
import { signOut } from '../sign-out.ts';

export const metadata: Metadata = { title: 'Links', robots: { index: false } };

export default async function LinksPage({ searchParams }: PageProps<'/staff/links'>) {
  const wanted = readQuery(await searchParams);
  const { email } = await requireStaff(addressOf(wanted, wanted.page));
  const { database, environment } = runningApp();
  const [properties, { links, total, now }] = await Promise.all([
    listProperties(database),
    listLinks(database, wanted),
  ]);
  const { property, page } = wanted;
  return (
    <StaffFrame email={email} signOut={signOut}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 className="font-display text-4xl leading-tight">Links</h1>
        <Link
          href={property ? `/staff/links/new?property=${encodeURIComponent(property)}` : '/staff/links/new'}
          prefetch={false}
          className={`${mainButton} inline-flex items-center`}
        >
          Make a link
        </Link>
      </div>
      {properties.length > 1 && <PropertyFilter property={property} properties={properties} />}
      {links.length === 0 ? (
        <p className="mt-6 rounded-xl border border-line bg-surface p-5 text-muted">
          No links yet. Make one for each place where people find you: an advertisement, a newsletter, the
          flyer in the window. Then you see which of them brings leads.
        </p>
      ) : (
        <>
          <LinkRows
            links={links}
            properties={new Map(properties.map(({ slug, name }) => [slug, name]))}
            appUrl={environment.appUrl}
            now={now}
          />
          <p className="mt-3 max-w-prose text-muted text-sm">
            Visits are counted when somebody follows the short address, without programs as far as they can be
            told. Leads say by which link they came.
          </p>
        </>
      )}
      <Pages page={page} total={total} size={pageSize} address={(to) => addressOf(wanted, to)} />
    </StaffFrame>
  );
}

interface Wanted {
  property: string | undefined;
  page: number;
}

function readQuery({ property, page }: Record<string, string | string[] | undefined>): Wanted {
  return {
    property: typeof property === 'string' && property !== '' ? property.slice(0, 64) : undefined,
    page: typeof page === 'string' && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

function addressOf({ property }: Wanted, page: number): string {
  const query = new URLSearchParams({
    ...(property ? { property } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  });
  return query.size > 0 ? `/staff/links?${query}` : '/staff/links';
}
