import type { ReactNode } from 'react';
import { fill, type Texts } from '#lib/language/texts.ts';
import type { Property } from '#lib/property/property.ts';
import { EqualHousing } from './equal-housing.tsx';
import { PageTheme } from './page-theme.tsx';
import { PropertyBrand } from './property-brand.tsx';

interface Props {
  property: Pick<Property, 'name' | 'theme'>;
  texts: Pick<Texts, 'consent'>;
  languageSwitch?: ReactNode;
  /** Beside the card on wide screens, above it on narrow ones. */
  introduction: ReactNode;
  children: ReactNode;
}

/** A property's page: who is speaking on one side, the form or its status on the other. */
export function PropertyFrame({ property, texts, languageSwitch, introduction, children }: Props) {
  return (
    <>
      <PageTheme theme={property.theme} />
      <div className="mx-auto grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-x-16 px-5 pt-8 pb-12 sm:px-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:pt-16">
        <header className="lg:sticky lg:top-16 lg:self-start">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
            <p>
              <PropertyBrand name={property.name} theme={property.theme} />
            </p>
            {languageSwitch}
          </div>
          {introduction}
        </header>
        <main className="mt-8 lg:mt-0">{children}</main>
        <footer className="mt-10 lg:col-start-2">
          <EqualHousing mark={texts.consent.equalHousingMark}>
            {fill(texts.consent.equalHousing, { property: property.name })}
          </EqualHousing>
        </footer>
      </div>
    </>
  );
}
