import { presentRequest } from '#lib/app/response-status.ts';
import type { RunningApp } from '#lib/app/running-app.ts';
import { readPrefill } from '#lib/attribution/read-prefill.ts';
import type { Speech } from '#lib/language/languages.ts';
import { dayIn } from '#lib/lead/calendar-date.ts';
import type { OwnPlace } from '#lib/lead/form-place.ts';
import { prefilledValues } from '#lib/lead/prefilled-values.ts';
import { newSubmissionId } from '#lib/lead/submission-id.ts';
import { asksConsent, smsWording } from '#lib/property/consent-wording.ts';
import { formLayout } from '#lib/property/form-layout.ts';
import { askedHomes } from '#lib/property/homes/asked-homes.ts';
import { publishedHomes } from '#lib/property/homes/published-homes.ts';
import { showHomes } from '#lib/property/homes/shown-homes.ts';
import type { Property } from '#lib/property/property.ts';
import type { AskedScheme } from '#lib/property/shown-theme.ts';
import { EarlyScript } from '../page/early-script.tsx';
import { formTexts, type LeadAction } from './form-props.ts';
import { LeadForm } from './lead-form.tsx';
import { PrivacyNotice } from './privacy-notice.tsx';

interface Props {
  app: RunningApp;
  property: Property;
  place: OwnPlace;
  scheme: AskedScheme;
  speech: Speech;
  /** Where the person came from, as hidden fields. */
  attribution: [name: string, value: string][];
  action: LeadAction;
}

/** A property's form, the same wherever it stands. */
export async function PropertyForm({ app, property, place, scheme, speech, attribution, action }: Props) {
  const { slug, name, phone } = property;
  const { language, texts } = speech;
  const consent = asksConsent(property) ? smsWording(property, language) : undefined;
  const now = Date.now();
  const offered = await publishedHomes(app, property, now);
  const homes =
    offered && showHomes(offered, texts, { timeZone: property.time_zone, units: askedHomes(property).units });
  const layout = formLayout(property.fields, language, { homes: homes !== undefined });
  const today = dayIn(property.time_zone, now);
  const said = readPrefill(presentRequest()?.url.search.slice(1) ?? '');
  return (
    <>
      <LeadForm
        published={{
          slug,
          name,
          phone,
          place,
          scheme,
          layout,
          homes,
          today,
          language,
          texts: formTexts(texts),
          consentWords: consent?.words,
        }}
        privacyNotice={<PrivacyNotice property={property} asksConsent={Boolean(consent)} texts={texts} />}
        submissionId={newSubmissionId(app.secret, now)}
        prefilled={prefilledValues(said, { layout, homes, today })}
        attribution={attribution}
        action={action}
      />
      <EarlyScript framed={place === 'embed' ? property : undefined} />
    </>
  );
}
