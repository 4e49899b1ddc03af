import type { EmbedAttempt } from '#lib/embed/attempts.ts';
import type { Property } from '#lib/property/property.ts';
import { ago } from '#lib/staff/ago.ts';
import { CodeBox } from './code-box.tsx';
import { Section } from './section.tsx';

interface Props {
  property: Property;
  attempts: EmbedAttempt[];
  now: number;
}

/** Whose pages may show the form, and whose tried and were refused. */
export function Websites({ property: { embed_origins }, attempts, now }: Props) {
  const refused = attempts.filter(({ origin }) => !embed_origins.includes(origin));
  const named = refused.filter(({ origin }) => origin !== '' && URL.canParse(origin));
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
          <ul className="mt-2 divide-y divide-line border-line border-y">
            {refused.map(({ origin, lastAt, times }) => (
              <li key={origin} className="flex flex-wrap justify-between gap-x-6 py-2.5">
                <span className={origin ? 'min-w-0 font-mono' : 'min-w-0'}>
                  {origin || 'A website that does not say which it is'}
                </span>
                <span className="text-muted">
                  {times === 1 ? 'once' : `${times} times`}, last {ago(lastAt, now)}
                </span>
              </li>
            ))}
          </ul>
          {named.length > 0 && (
            <>
              <p className="mt-4 max-w-prose">
                Is one of them yours? Then add it to embed_origins of this property in the properties file,
                and start Guestcard again. Leave out what is not yours: on somebody else’s website your form
                could be used to mislead people.
              </p>
              <CodeBox
                id="origins-code"
                what="list of websites"
                code={listed([...embed_origins, ...named.map(({ origin }) => origin)])}
              />
            </>
          )}
        </>
      )}
    </Section>
  );
}

function listed(origins: string[]): string {
  return `"embed_origins": [\n${origins.map((origin) => `  ${JSON.stringify(origin)}`).join(',\n')}\n]`;
}
