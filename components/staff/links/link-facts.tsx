import { utmKeys } from '#lib/attribution/campaign.ts';
import type { Link } from '#lib/links/link.ts';
import { resolveLeadSource } from '#lib/property/lead-source.ts';
import type { Property } from '#lib/property/property.ts';
import { timeIn } from '#lib/staff/ago.ts';
import { When } from '../when.tsx';

interface Props {
  link: Link;
  property: Property | undefined;
  now: number;
}

/** What the link says, and who made it. */
export function LinkFacts({ link, property, now }: Props) {
  const { touch, destination, expiresAt, createdAt, createdBy } = link;
  const timeZone = property?.time_zone ?? 'UTC';
  const unknown = property && resolveLeadSource(property, touch).unknownSource;
  const facts = [
    ['Source', touch.source],
    ...utmKeys.map((key) => [key === 'utm_campaign' ? 'Campaign' : key, touch.campaign[key]] as const),
    ['Leads to', destination ?? 'Our page with the form'],
    ['Until', expiresAt === undefined ? undefined : timeIn(timeZone, expiresAt)],
  ] as const;
  return (
    <section
      aria-labelledby="says"
      className="rounded-2xl border border-line bg-surface p-5 shadow-sm sm:p-6"
    >
      <h2 id="says" className="font-semibold text-xl">
        What it says
      </h2>
      {unknown && (
        <p className="mt-3 rounded-xl bg-notice-wash p-4 text-notice">
          {property.name} has no source called “{unknown}”: in ResMan its leads get the default lead source.
        </p>
      )}
      <dl className="mt-3 grid gap-x-6 gap-y-2 sm:grid-cols-[auto_minmax(0,1fr)]">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="mb-2 min-w-0 break-words sm:mb-0">{value}</dd>
            </div>
          ) : null,
        )}
        <dt className="text-muted">Made</dt>
        <dd className="min-w-0">
          <When time={createdAt} now={now} timeZone={timeZone} /> by {createdBy}
        </dd>
      </dl>
    </section>
  );
}
