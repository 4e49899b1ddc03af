import Link from 'next/link';
import type { CheckedProperty } from '#lib/property/checked-properties.ts';
import { isMissing } from '#lib/property/source-check.ts';
import { Chip } from './chip.tsx';

/** All properties: where the form of each is, and what is wrong with it. */
export function PropertyRows({ checked, appUrl }: { checked: CheckedProperty[]; appUrl: string }) {
  return (
    <ul className="mt-6 divide-y divide-line rounded-xl border border-line bg-surface shadow-sm">
      {checked.map(({ property, sources }) => {
        const missing = sources.filter(isMissing).length;
        return (
          <li
            key={property.slug}
            className="relative flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-4 hover:bg-canvas sm:px-5"
          >
            <div className="min-w-0">
              <p className="font-semibold text-lg">
                <Link
                  href={`/staff/properties/${property.slug}`}
                  prefetch={false}
                  className="underline decoration-1 decoration-edge underline-offset-4 after:absolute after:inset-0 hover:decoration-2"
                >
                  {property.name}
                </Link>
              </p>
              <p className="text-muted text-sm">{`${appUrl}/p/${property.slug}`}</p>
              <p className="text-muted text-sm">
                {counted(sources.length, 'lead source')}, {counted(property.embed_origins.length, 'website')}
              </p>
            </div>
            {missing > 0 && (
              <Chip tone="warning">{`${counted(missing, 'lead source')} not seen in ResMan`}</Chip>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function counted(count: number, what: string): string {
  return `${count === 0 ? 'no' : count} ${what}${count === 1 ? '' : 's'}`;
}
