import type { Metadata } from 'next';
import { plainButton } from '#components/staff/buttons.ts';
import { CannotKnow } from '#components/staff/sources/cannot-know.tsx';
import { SourceFilter } from '#components/staff/sources/source-filter.tsx';
import { SourcePicture } from '#components/staff/sources/source-picture.tsx';
import { SourceTable } from '#components/staff/sources/source-table.tsx';
import { SourceTotals } from '#components/staff/sources/source-totals.tsx';
import { UnknownSources } from '#components/staff/sources/unknown-sources.tsx';
import { StaffFrame } from '#components/staff/staff-frame.tsx';
import { runningApp } from '#lib/app/running-app.ts';
import { requireStaff } from '#lib/staff/session.ts';
import { sourceReport } from '#lib/visits/source-report.ts';
import { sourcesAddress, wantedSources } from '#lib/visits/wanted-sources.ts';
import { signOut } from '../sign-out.ts';

export const metadata: Metadata = { title: 'Sources', robots: { index: false } };

export default async function SourcesPage({ searchParams }: PageProps<'/staff/sources'>) {
  const query = await searchParams;
  const { email } = await requireStaff(sourcesAddress('/staff/sources', query));
  const { database } = runningApp();
  const wanted = await wantedSources(database, query, Date.now());
  const { properties, days } = wanted;
  const { rows, totals } = await sourceReport(database, properties, days);
  const names = new Map(properties.map(({ slug, name }) => [slug, name]));
  return (
    <StaffFrame email={email} signOut={signOut}>
      <h1 className="font-display text-4xl leading-tight">Sources</h1>
      <p className="mt-2 max-w-prose text-muted">
        Where the people came from who opened, began and sent a form, and what became of their leads.
      </p>
      <SourceFilter wanted={wanted} />
      {rows.length === 0 ? (
        <div className="mt-8 rounded-2xl border border-line bg-surface p-6 shadow-sm">
          <h2 className="font-semibold text-xl">Nothing in these days</h2>
          <p className="mt-2 max-w-prose text-muted">
            Nobody opened a form, and no lead came in. Choose other days, or share a link that says where it
            is: with <code>?source=zillow&amp;utm_campaign=spring</code> at its end, its visits are counted
            here under that name.
          </p>
        </div>
      ) : (
        <>
          <SourceTotals totals={totals} />
          <UnknownSources rows={rows} names={names} />
          <SourcePicture rows={rows} />
          <section aria-labelledby="table" className="mt-10">
            <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
              <h2 id="table" className="font-semibold text-xl">
                Every source and campaign
              </h2>
              <a
                href={sourcesAddress('/staff/sources.csv', query)}
                className={`${plainButton} inline-flex items-center`}
              >
                Download as CSV
              </a>
            </div>
            <SourceTable rows={rows} totals={totals} names={names} />
          </section>
        </>
      )}
      <CannotKnow />
    </StaffFrame>
  );
}
