import { When } from '#components/staff/when.tsx';
import type { CheckedProperty } from '#lib/property/checked-properties.ts';
import { sourceStates, whatWasCompared } from '#lib/staff/source-words.ts';
import { Chip } from './chip.tsx';
import { Section } from './section.tsx';

const tones = {
  fine: 'good',
  vanished: 'warning',
  stopped: 'warning',
  silent: 'warning',
  missed: 'plain',
  outdated: 'plain',
  unchecked: 'plain',
} as const;

/** The lead sources that leads of this property are sent with, and what ResMan has. */
export function SourceList({ checked, now }: { checked: CheckedProperty; now: number }) {
  const { property, sources, known } = checked;
  return (
    <Section id="sources" title="Lead sources">
      <p className="mt-2 max-w-prose text-muted">{whatWasCompared(known, now)}</p>
      <ul className="mt-3 divide-y divide-line border-line border-y">
        {sources.map(({ alias, name, state, seenAt }) => (
          <li
            key={alias ?? ''}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[minmax(0,3fr)_minmax(0,4fr)_auto]"
          >
            <p className="font-medium">
              {alias === undefined ? 'Default' : <span className="font-mono">{alias}</span>}
              <span className="block font-normal text-muted text-sm">{name ?? 'name not known'}</span>
            </p>
            <p className="order-last col-span-2 text-muted text-sm sm:order-none sm:col-span-1">
              {seenAt !== undefined && (
                <>
                  Last seen in ResMan <When time={seenAt} now={now} timeZone={property.time_zone} />
                </>
              )}
            </p>
            <Chip tone={tones[state]}>{sourceStates[state]}</Chip>
          </li>
        ))}
      </ul>
      {known && known.sources.length > 0 && (
        <details className="mt-3">
          <summary className="min-h-11 cursor-pointer py-2.5 font-medium">
            Everything that ResMan has for {property.name}, with the ids for the properties file
          </summary>
          <dl className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-2">
            {known.sources.toSorted(byName).map(({ id, name }) => (
              <div key={id} className="min-w-0">
                <dt>{name ?? 'Without a name'}</dt>
                <dd className="break-all font-mono text-muted text-sm">{id}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </Section>
  );
}

function byName(one: { name?: string }, other: { name?: string }): number {
  return (one.name ?? '').localeCompare(other.name ?? '');
}
