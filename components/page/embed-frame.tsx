import type { ReactNode } from 'react';
import { fill, type Texts } from '#lib/language/texts.ts';
import type { Property } from '#lib/property/property.ts';
import { EqualHousing } from './equal-housing.tsx';
import { PageTheme } from './page-theme.tsx';
import { PropertyBrand } from './property-brand.tsx';

interface Props {
  property: Pick<Property, 'name' | 'theme'>;
  texts: Pick<Texts, 'consent'>;
  /** Whether the name of the property is the page's own heading. */
  isTitled: boolean;
  languageSwitch?: ReactNode;
  children: ReactNode;
  /** After the form. */
  end?: ReactNode;
}

/**
 * A property's form or status as a part of somebody's website. Everything is on one card with a colour of its own:
 * around it the website shows through, whose colours nobody here knows. Its height is that of its contents.
 */
export function EmbedFrame({ property, texts, isTitled, languageSwitch, children, end }: Props) {
  const brand = <PropertyBrand name={property.name} theme={property.theme} />;
  return (
    <>
      <PageTheme theme={property.theme} isFramed />
      <div className="rounded-2xl border border-line bg-surface p-5 sm:p-8">
        <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
          {isTitled ? <h1>{brand}</h1> : <p>{brand}</p>}
          {languageSwitch}
        </header>
        <main className="mt-6">{children}</main>
        <footer className="mt-8 space-y-3 border-line border-t pt-5">
          <EqualHousing mark={texts.consent.equalHousingMark}>
            {fill(texts.consent.equalHousing, { property: property.name })}
          </EqualHousing>
          {end}
        </footer>
      </div>
    </>
  );
}
