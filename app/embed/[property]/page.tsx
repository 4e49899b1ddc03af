import type { Metadata } from 'next';
import { LanguageSwitch } from '#components/lead-form/language-switch.tsx';
import { PropertyForm } from '#components/lead-form/property-form.tsx';
import { WayOut } from '#components/lead-form/way-out.tsx';
import { EmbedFrame } from '#components/page/embed-frame.tsx';
import { NothingHere } from '#components/page/nothing-here.tsx';
import { pageSpeech } from '#lib/app/page-language.ts';
import { presentPreview } from '#lib/app/present-preview.ts';
import { presentRequest, setResponseStatus } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { fieldsOfVisit } from '#lib/embed/fields-of-visit.ts';
import { publishedForm } from '#lib/property/published-form.ts';
import { addressSuffix, readScheme, shownTheme } from '#lib/property/shown-theme.ts';
import { submitEmbeddedLead } from './submit-embedded-lead.ts';

export const metadata: Metadata = { robots: { index: false } };

/** The form as a part of somebody's website. */
export default async function EmbedPage({ params, searchParams }: PageProps<'/embed/[property]'>) {
  const app = runningApp();
  const property = await publishedForm(app, (await params).property);
  const speech = await pageSpeech();
  if (!property) {
    setResponseStatus(404);
    return <NothingHere texts={speech.texts} />;
  }
  const { slug, name, locales } = property;
  const query = await searchParams;
  const scheme = readScheme(query.theme);
  const suffix = addressSuffix(scheme, presentPreview());
  return (
    <EmbedFrame
      property={{ name, theme: shownTheme(property.theme, 'embed', scheme) }}
      texts={speech.texts}
      isTitled
      languageSwitch={<LanguageSwitch languages={locales} speech={speech} suffix={suffix} />}
      end={
        <WayOut
          property={property}
          query={`?lang=${speech.language}${addressSuffix(scheme)}`}
          texts={speech.texts}
        />
      }
    >
      <PropertyForm
        app={app}
        property={property}
        place="embed"
        scheme={scheme}
        speech={speech}
        attribution={fieldsOfVisit(property, { place: 'embed', query, ...presentRequest() })}
        action={submitEmbeddedLead.bind(null, slug)}
      />
    </EmbedFrame>
  );
}
