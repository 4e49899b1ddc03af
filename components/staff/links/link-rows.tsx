import Link from 'next/link';
import type { CountedLink } from '#lib/links/list-links.ts';
import { shortLink } from '#lib/links/where-links-lead.ts';
import { ago } from '#lib/staff/ago.ts';
import { LinkState } from './link-state.tsx';

interface Props {
  links: CountedLink[];
  /** Their names by their slugs. */
  properties: Map<string, string>;
  appUrl: string;
  now: number;
}

/** All links with what came of them, a row each. */
export function LinkRows({ links, properties, appUrl, now }: Props) {
  return (
    <ul className="mt-4 divide-y divide-line rounded-xl border border-line bg-surface shadow-sm">
      {links.map((link) => (
        <li
          key={link.code}
          className="relative grid gap-x-6 gap-y-3 px-4 py-4 hover:bg-canvas sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center sm:px-5"
        >
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link
                href={`/staff/links/${link.code}`}
                prefetch={false}
                className="font-semibold underline decoration-1 decoration-edge underline-offset-4 after:absolute after:inset-0 hover:decoration-2"
              >
                {link.label}
              </Link>
              <LinkState link={link} now={now} />
            </p>
            <p className="mt-0.5 break-all font-mono text-sm">
              {shortLink(link.code, appUrl).replace(/^https?:\/\//, '')}
            </p>
            <p className="mt-0.5 text-muted text-sm">
              {[
                properties.get(link.property) ?? link.property,
                saysOf(link),
                `made ${ago(link.createdAt, now)}`,
              ].join(' · ')}
            </p>
          </div>
          <Counts link={link} className="sm:text-end [&>div]:sm:w-20" />
        </li>
      ))}
    </ul>
  );
}

/** "zillow, spring". */
function saysOf({ touch: { source, campaign } }: CountedLink): string {
  return [source, campaign.utm_campaign].filter(Boolean).join(', ');
}

export function Counts({
  link: { visits, leads, delivered },
  className = '',
}: {
  link: CountedLink;
  className?: string;
}) {
  const counts = [
    ['Visits', visits],
    ['Leads', leads],
    ['In ResMan', delivered],
  ] as const;
  return (
    <dl className={`grid grid-cols-3 gap-x-5 ${className}`}>
      {counts.map(([name, count]) => (
        <div key={name} className="flex flex-col-reverse">
          <dt className="text-muted text-sm">{name}</dt>
          <dd className="font-semibold text-xl tabular-nums">{count.toLocaleString('en-US')}</dd>
        </div>
      ))}
    </dl>
  );
}
