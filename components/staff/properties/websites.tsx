import type { EmbedAttempt } from '#lib/embed/attempts.ts';
import type { Property } from '#lib/property/property.ts';
import { ago } from '#lib/staff/ago.ts';
import { Section } from './section.tsx';

interface Props {
  property: Property;
  attempts: EmbedAttempt[];
  now: number;
}

/** Whose pages may show the form, and whose tried and were refused. */
export function Websites({ property: { embed_origins }, attempts, now }: Props) {
  const refused = attempts.filter(({ origin }) => URL.canParse(origin) && !embed_origins.includes(origin));
  return (
    <Section id="websites" title="Websites that may show it">
      {embed_origins.length === 0 ? (
        <p className="mt-2 max-w-prose">
          None yet: browsers refuse to show the form on any website. Whoever runs Guestcard names them in the
          properties file, as embed_origins.
        </p>
      ) : (
        <ul className="mt-3 space-y-1">
          {embed_origins.map((origin) => (
            <li key={origin} className="font-mono">
              {origin}
            </li>
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <>
          <h3 className="mt-6 font-semibold">Websites that tried and were refused</h3>
          <p className="mt-2 max-w-prose">
            Anybody can make a website that is listed here. Add only what is yours, one by one, and start
            Guestcard again: on somebody else’s website your form could be used to mislead people.
          </p>
          <ul className="mt-3 divide-y divide-line border-line border-y">
            {refused.map(({ origin, lastAt, times }) => (
              <li key={origin} className="py-2.5">
                <p className="flex flex-wrap justify-between gap-x-6">
                  <span className="wrap-anywhere min-w-0 font-mono">{origin}</span>
                  <span className="text-muted">
                    {times === 1 ? 'once' : `${times} times`}, last {ago(lastAt, now)}
                  </span>
                </p>
                <p className="mt-1 text-muted text-sm">
                  If this is your website, add{' '}
                  <code className="wrap-anywhere select-all font-mono text-ink">
                    {JSON.stringify(origin)}
                  </code>{' '}
                  to embed_origins of this property in the properties file.
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
