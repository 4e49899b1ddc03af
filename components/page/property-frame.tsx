import type { ReactNode } from 'react';
import { fill, type Texts } from '#lib/language/texts.ts';

/** What a visitor may know of a property: none of its ids. */
interface PublicProperty {
  slug: string;
  name: string;
  phone?: string | undefined;
}

interface Props {
  property: PublicProperty;
  accentRule: string;
  texts: Pick<Texts, 'consent'>;
  languageSwitch?: ReactNode;
  /** Beside the card on wide screens, above it on narrow ones. */
  introduction: ReactNode;
  children: ReactNode;
}

/** A property's page: who is speaking on one side, the form or its status on the other. */
export function PropertyFrame({
  property,
  accentRule,
  texts,
  languageSwitch,
  introduction,
  children,
}: Props) {
  return (
    <>
      <style>{accentRule}</style>
      <div className="mx-auto grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-x-16 px-5 pt-8 pb-12 sm:px-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:pt-16">
        <header className="lg:sticky lg:top-16 lg:self-start">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
            <p className="flex items-center gap-3 font-semibold">
              <Monogram name={property.name} />
              <span className="min-w-0 text-lg">{property.name}</span>
            </p>
            {languageSwitch}
          </div>
          {introduction}
        </header>
        <main className="mt-8 lg:mt-0">{children}</main>
        <footer className="mt-10 text-muted text-sm lg:col-start-2">
          {fill(texts.consent.equalHousing, { property: property.name })}
        </footer>
      </div>
    </>
  );
}

function Monogram({ name }: { name: string }) {
  const initials = name
    .replace(/^the\s+/i, '')
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
  return (
    <span
      aria-hidden="true"
      className="grid size-11 shrink-0 place-items-center rounded-xl bg-accent font-display text-lg text-on-accent"
    >
      {initials}
    </span>
  );
}
