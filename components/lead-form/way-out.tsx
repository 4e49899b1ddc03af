import type { Texts } from '#lib/language/texts.ts';
import type { Property } from '#lib/property/property.ts';
import { PhoneLink } from '../page/phone-link.tsx';

interface Props {
  property: Pick<Property, 'slug' | 'phone'>;
  /** What its address says, as `?lang=…`. */
  query: string;
  texts: Pick<Texts, 'embed' | 'page'>;
}

/** From a frame that does not work to a page that does: a website can forbid its frames what a form needs. */
export function WayOut({ property: { slug, phone }, query, texts: { embed, page } }: Props) {
  return (
    <>
      <div role="alert">
        {/* Shown by lib/form-page/say-when-blocked.ts. */}
        <p hidden data-blocked suppressHydrationWarning className="font-semibold">
          {embed.blocked}{' '}
          {phone && (
            <>
              {page.call} <PhoneLink phone={phone} />
            </>
          )}
        </p>
      </div>
      <p className="text-sm">
        <a
          href={`/p/${slug}${query}`}
          target="_blank"
          rel="noopener"
          className="inline-flex min-h-11 items-center text-accent-ink underline underline-offset-4"
        >
          {embed.newTab}
        </a>
      </p>
    </>
  );
}
