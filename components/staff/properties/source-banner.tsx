import Link from 'next/link';
import { textLink } from '#components/staff/buttons.ts';
import { When } from '#components/staff/when.tsx';
import type { CheckedProperty } from '#lib/property/checked-properties.ts';
import { isMissing } from '#lib/property/source-check.ts';
import { settingOf, sourceName, whatIsMissing } from '#lib/staff/source-words.ts';

interface Props {
  checked: CheckedProperty;
  now: number;
  /** Not on the property's own page. */
  withLink?: boolean;
}

/** Lead sources that ResMan has no longer: said before it refuses leads with them. */
export function SourceBanner({ checked: { property, sources }, now, withLink = false }: Props) {
  const missing = sources.filter(isMissing);
  const [first] = missing;
  if (!first) return null;
  const isSilent = missing.some(({ state }) => state === 'silent');
  return (
    <section
      aria-label={`Lead sources of ${property.name}`}
      className="mt-5 rounded-xl border-2 border-notice bg-notice-wash p-4 text-notice"
    >
      <p className="font-semibold">
        {missing.length === 1
          ? `A lead source of ${property.name} ${isSilent ? 'may not be in ResMan any more' : 'is not in ResMan any more'}`
          : `${missing.length} lead sources of ${property.name} ${isSilent ? 'may not be in ResMan any more' : 'are not in ResMan any more'}`}
      </p>
      <ul className="mt-2 list-disc space-y-1 ps-5">
        {missing.slice(0, mostNamed).map((source) => (
          <li key={sourceName(source)}>
            <strong className="font-semibold">{sourceName(source)}</strong>
            {whatIsMissing(source)}
            {source.seenAt !== undefined && (
              <>
                {source.state === 'silent' ? ' since ' : ' (last seen '}
                <When time={source.seenAt} now={now} timeZone={property.time_zone} />
                {source.state !== 'silent' && ')'}
              </>
            )}
          </li>
        ))}
        {missing.length > mostNamed && <li>and {missing.length - mostNamed} more</li>}
      </ul>
      <p className="mt-2">
        {isSilent && 'Perhaps Propexo does not read ResMan at all: look there first. '}
        Leads with {missing.length === 1 ? 'it' : 'them'} are still accepted, but ResMan is likely to refuse
        them: they then wait here under “Needs a person”, and nothing is lost.
      </p>
      <p className="mt-2">
        What to do: have the lead source added to the property in ResMan again, then whoever runs Guestcard
        puts its new id into the properties file ({settingOf(property, first)}) and starts Guestcard again. Or
        put another source’s id there.
      </p>
      {withLink && (
        <p className="mt-2">
          <Link href={`/staff/properties/${property.slug}#sources`} prefetch={false} className={link}>
            The lead sources that ResMan has for {property.name}
          </Link>
        </p>
      )}
    </section>
  );
}

const mostNamed = 10;
const link = `${textLink.replace('text-accent-ink', 'text-notice')} inline-block py-2`;
