import Link from 'next/link';
import { daysAfter } from '#lib/lead/calendar-date.ts';
import { presets } from '#lib/visits/read-days.ts';
import { sourcesAddress, type WantedSources } from '#lib/visits/wanted-sources.ts';
import { plainButton } from '../buttons.ts';

/** A plain form that asks for another address of the same page, and the ranges that are asked for most. */
export function SourceFilter({ wanted }: { wanted: WantedSources }) {
  const { choices, chosen, days, today } = wanted;
  return (
    <>
      <form method="get" action="/staff/sources" className="mt-5 flex flex-wrap items-end gap-3">
        {choices.length > 1 && (
          <div className="min-w-0 basis-full sm:basis-60">
            <label htmlFor="property" className="font-medium text-sm">
              Property
            </label>
            <select id="property" name="property" defaultValue={chosen ?? ''} className="control mt-1">
              <option value="">All properties</option>
              {choices.map(({ slug, name, isPublished }) => (
                <option key={slug} value={slug}>
                  {name + (isPublished ? '' : ' (taken down)')}
                </option>
              ))}
            </select>
          </div>
        )}
        <Day name="from" label="First day" value={days.from} />
        <Day name="to" label="Last day" value={days.to} />
        <button type="submit" className={plainButton}>
          Show
        </button>
      </form>
      <nav aria-label="Days" className="mt-2 -ms-3 flex flex-wrap">
        {presets.map((count) => {
          const isPresent = days.to === today && days.from === daysAfter(today, 1 - count);
          return (
            <Link
              key={count}
              href={sourcesAddress('/staff/sources', { property: chosen, days: String(count) })}
              prefetch={false}
              aria-current={isPresent ? 'true' : undefined}
              className={`flex min-h-11 items-center rounded-xl px-3 ${isPresent ? 'font-semibold text-ink' : 'font-medium text-accent-ink underline decoration-1 underline-offset-4 hover:decoration-2'}`}
            >
              Last {count} days
            </Link>
          );
        })}
      </nav>
    </>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div className="min-w-0 grow basis-36 sm:grow-0">
      <label htmlFor={name} className="font-medium text-sm">
        {label}
      </label>
      <input id={name} name={name} type="date" defaultValue={value} className="control mt-1" />
    </div>
  );
}
