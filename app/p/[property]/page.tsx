import type { Metadata } from 'next';
import { LanguageSwitch } from '#components/lead-form/language-switch.tsx';
import { PropertyForm } from '#components/lead-form/property-form.tsx';
import { NothingHere } from '#components/page/nothing-here.tsx';
import { PhoneLink } from '#components/page/phone-link.tsx';
import { PropertyFrame } from '#components/page/property-frame.tsx';
import { WhatHappensNext } from '#components/page/what-happens-next.tsx';
import { pageSpeech } from '#lib/app/page-language.ts';
import { presentRequest, setResponseStatus } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { fieldsOfVisit } from '#lib/embed/fields-of-visit.ts';
import { fill } from '#lib/language/texts.ts';
import { publishedForm } from '#lib/property/published-form.ts';
import { addressSuffix, readScheme, shownTheme } from '#lib/property/shown-theme.ts';
import { submitLead } from './submit-lead.ts';

export const metadata: Metadata = { robots: { index: true } };

export default async function FormPage({ params, searchParams }: PageProps<'/p/[property]'>) {
  const app = runningApp();
  const property = await publishedForm(app, (await params).property);
  const speech = await pageSpeech();
  const { texts } = speech;
  if (!property) {
    // Next's `notFound()` shows its page only with JavaScript; this one is in the answer itself.
    setResponseStatus(404);
    return <NothingHere texts={texts} />;
  }
  const { slug, name, phone, locales } = property;
  const query = await searchParams;
  const scheme = readScheme(query.theme);
  return (
    <PropertyFrame
      property={{ name, theme: shownTheme(property.theme, 'page', scheme) }}
      texts={texts}
      languageSwitch={<LanguageSwitch languages={locales} speech={speech} suffix={addressSuffix(scheme)} />}
      introduction={
        <>
          <h1 className="mt-6 text-balance font-display text-4xl leading-tight lg:mt-10 lg:text-5xl">
            {texts.page.heading}
          </h1>
          <p className="mt-4 max-w-prose text-lg text-muted">
            {fill(texts.page.introduction, { property: name })}
          </p>
          {phone && (
            <p className="mt-4 text-muted">
              {texts.page.preferToTalk} {texts.page.call} <PhoneLink phone={phone} />
            </p>
          )}
          <WhatHappensNext texts={texts.page} />
        </>
      }
    >
      <PropertyForm
        app={app}
        property={property}
        place="page"
        scheme={scheme}
        speech={speech}
        attribution={fieldsOfVisit(property, { place: 'page', query, ...presentRequest() })}
        action={submitLead.bind(null, slug)}
      />
    </PropertyFrame>
  );
}
