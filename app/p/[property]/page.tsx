import type { Metadata } from 'next';
import { formTexts } from '#components/lead-form/form-props.ts';
import { LanguageSwitch } from '#components/lead-form/language-switch.tsx';
import { LeadForm } from '#components/lead-form/lead-form.tsx';
import { PrivacyNotice } from '#components/lead-form/privacy-notice.tsx';
import { EarlyScript } from '#components/page/early-script.tsx';
import { NothingHere } from '#components/page/nothing-here.tsx';
import { PhoneLink } from '#components/page/phone-link.tsx';
import { PropertyFrame } from '#components/page/property-frame.tsx';
import { WhatHappensNext } from '#components/page/what-happens-next.tsx';
import { pageSpeech } from '#lib/app/page-language.ts';
import { setResponseStatus } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { attributionFields, readAttribution } from '#lib/attribution/read-attribution.ts';
import { textsIn } from '#lib/language/languages.ts';
import { fill } from '#lib/language/texts.ts';
import { dayIn } from '#lib/lead/calendar-date.ts';
import { newSubmissionId } from '#lib/lead/submission-id.ts';
import { asksConsent, smsWording } from '#lib/property/consent-wording.ts';
import { formLayout } from '#lib/property/form-layout.ts';
import { askedHomes } from '#lib/property/homes/asked-homes.ts';
import { publishedHomes } from '#lib/property/homes/published-homes.ts';
import { showHomes } from '#lib/property/homes/shown-homes.ts';
import { publishedForm } from '#lib/property/published-form.ts';
import { submitLead } from './submit-lead.ts';

export const metadata: Metadata = { robots: { index: true } };

export default async function FormPage({ params, searchParams }: PageProps<'/p/[property]'>) {
  const app = runningApp();
  const property = await publishedForm(app, (await params).property);
  if (!property) {
    // Next's `notFound()` shows its page only with JavaScript; this one is in the answer itself.
    setResponseStatus(404);
    return <NothingHere texts={(await pageSpeech()).texts} />;
  }
  const { slug, name, phone, locales } = property;
  const { language, texts } = await pageSpeech();
  const consent = asksConsent(property) ? smsWording(property, language) : undefined;
  const now = Date.now();
  const offered = await publishedHomes(app, property, now);
  const homes =
    offered && showHomes(offered, texts, { timeZone: property.time_zone, units: askedHomes(property).units });
  return (
    <PropertyFrame
      property={{ name, theme: property.theme }}
      texts={texts}
      languageSwitch={
        <LanguageSwitch
          label={texts.page.chooseLanguage}
          languages={locales.map((code) => ({ code, name: textsIn(code).name }))}
          present={language}
        />
      }
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
      <LeadForm
        published={{
          slug,
          name,
          phone,
          layout: formLayout(property.fields, language, { homes: homes !== undefined }),
          homes,
          today: dayIn(property.time_zone, now),
          language,
          texts: formTexts(texts),
          consentWords: consent?.words,
        }}
        privacyNotice={<PrivacyNotice property={property} asksConsent={Boolean(consent)} texts={texts} />}
        submissionId={newSubmissionId(app.secret, Date.now())}
        attribution={attributionFields(readAttribution(await searchParams))}
        action={submitLead.bind(null, slug)}
      />
      <EarlyScript />
    </PropertyFrame>
  );
}
