import type { Metadata } from 'next';
import Link from 'next/link';
import { textLink } from '#components/staff/buttons.ts';
import { LaneBanner } from '#components/staff/lane-banner.tsx';
import { LeadRows, NeedRows } from '#components/staff/lead-rows.tsx';
import { ListFilter } from '#components/staff/list-filter.tsx';
import { Pages } from '#components/staff/pages.tsx';
import { SourceBanner } from '#components/staff/properties/source-banner.tsx';
import { StaffFrame } from '#components/staff/staff-frame.tsx';
import { runningApp } from '#lib/app/running-app.ts';
import { checkProperties } from '#lib/property/checked-properties.ts';
import { listProperties } from '#lib/property/published-properties.ts';
import { listLeads, openLanes, pageSize } from '#lib/staff/list-leads.ts';
import { requireStaff } from '#lib/staff/session.ts';
import { signOut } from '../sign-out.ts';

export const metadata: Metadata = { title: 'Leads', robots: { index: false } };

export default async function LeadsPage({ searchParams }: PageProps<'/staff/leads'>) {
  const wanted = readQuery(await searchParams);
  const { email } = await requireStaff(addressOf(wanted, wanted.page));
  const { database, environment } = runningApp();
  const scale = environment.deliveryTimeScale;
  const { show, property, page } = wanted;
  const pageOf = (list: Wanted['show']) => (show === list || (show === 'both' && list === 'all') ? page : 1);
  const [lanes, properties, needs, spam, all] = await Promise.all([
    openLanes(database),
    listProperties(database),
    listLeads(database, scale, { show: 'needs', property, page: pageOf('needs') }),
    listLeads(database, scale, { show: 'spam', property, page: pageOf('spam') }),
    listLeads(database, scale, { show: 'all', property, page: pageOf('all') }),
  ]);
  const { checked, now } = await checkProperties(
    database,
    properties.filter(({ slug }) => !property || slug === property),
  );
  return (
    <StaffFrame email={email} signOut={signOut}>
      <h1 className="font-display text-4xl leading-tight">Leads</h1>
      {lanes.map((lane) => (
        <LaneBanner key={`${lane.reason} ${lane.properties}`} lane={lane} now={all.now} />
      ))}
      {checked.map((one) => (
        <SourceBanner key={one.property.slug} checked={one} now={now} withLink />
      ))}
      <ListFilter show={show} property={property} properties={properties} />
      {(show === 'both' || show === 'needs') && (
        <section aria-labelledby="needs" className="mt-8">
          <h2 id="needs" className="font-semibold text-xl">
            Needs a person {needs.total > 0 && <span className="text-muted">({needs.total})</span>}
          </h2>
          {needs.total === 0 ? (
            <p className="mt-3 rounded-xl border border-line bg-surface p-5 text-muted">
              Nothing needs you. Leads go to ResMan by themselves.
            </p>
          ) : (
            <NeedRows leads={needs.leads} now={needs.now} />
          )}
          {show === 'needs' ? (
            <Pages page={page} total={needs.total} size={pageSize} address={(to) => addressOf(wanted, to)} />
          ) : (
            <Pages
              page={1}
              total={needs.total}
              size={pageSize}
              address={(to) => addressOf({ ...wanted, show: 'needs' }, to)}
            />
          )}
        </section>
      )}
      {show === 'both' && spam.total > 0 && (
        <p className="mt-6">
          <Link href={addressOf({ ...wanted, show: 'spam' }, 1)} prefetch={false} className={textLink}>
            {spam.total === 1 ? 'One lead looks like spam' : `${spam.total} leads look like spam`}
          </Link>
          . They wait until somebody looks, and people may be among them: release what a person wrote.
        </p>
      )}
      {show === 'spam' && (
        <section aria-labelledby="spam" className="mt-8">
          <h2 id="spam" className="font-semibold text-xl">
            Looks like spam {spam.total > 0 && <span className="text-muted">({spam.total})</span>}
          </h2>
          {spam.total === 0 ? (
            <p className="mt-3 rounded-xl border border-line bg-surface p-5 text-muted">
              Nothing looks like spam.
            </p>
          ) : (
            <NeedRows leads={spam.leads} now={spam.now} />
          )}
          <Pages page={page} total={spam.total} size={pageSize} address={(to) => addressOf(wanted, to)} />
        </section>
      )}
      {(show === 'both' || show === 'all') && (
        <section aria-labelledby="all" className="mt-10">
          <h2 id="all" className="font-semibold text-xl">
            All leads {all.total > 0 && <span className="text-muted">({all.total})</span>}
          </h2>
          {all.total === 0 ? (
            <p className="mt-3 rounded-xl border border-line bg-surface p-5 text-muted">
              No leads yet. They appear here as soon as somebody sends a form.
            </p>
          ) : (
            <LeadRows leads={all.leads} now={all.now} scale={scale} />
          )}
          <Pages page={page} total={all.total} size={pageSize} address={(to) => addressOf(wanted, to)} />
          {all.total > 0 && (
            <p className="mt-3">
              <a
                href={`/staff/leads.csv${property ? `?property=${encodeURIComponent(property)}` : ''}`}
                download
                className={`${textLink} inline-flex min-h-11 items-center`}
              >
                Download all of them as CSV
              </a>
            </p>
          )}
        </section>
      )}
    </StaffFrame>
  );
}

interface Wanted {
  show: 'both' | 'needs' | 'spam' | 'all';
  property: string | undefined;
  page: number;
}

function readQuery(query: Record<string, string | string[] | undefined>): Wanted {
  const { show, property, page } = query;
  return {
    show: show === 'needs' || show === 'spam' || show === 'all' ? show : 'both',
    property: typeof property === 'string' && property !== '' ? property.slice(0, 64) : undefined,
    page: typeof page === 'string' && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

function addressOf({ show, property }: Wanted, page: number): string {
  const query = new URLSearchParams({
    ...(show === 'both' ? {} : { show }),
    ...(property ? { property } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  });
  return query.size > 0 ? `/staff/leads?${query}` : '/staff/leads';
}
