import { EarlyScript } from '#components/page/early-script.tsx';
import { EmbedFrame } from '#components/page/embed-frame.tsx';
import { LanguageLinks } from '#components/page/language-links.tsx';
import { NotNow } from '#components/page/not-now.tsx';
import { NothingHere } from '#components/page/nothing-here.tsx';
import { PhoneLink } from '#components/page/phone-link.tsx';
import { PropertyFrame } from '#components/page/property-frame.tsx';
import { pageSpeech } from '#lib/app/page-language.ts';
import { presentPreview } from '#lib/app/present-preview.ts';
import { setResponseStatus } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { type OwnPlace, statusPath } from '#lib/lead/form-place.ts';
import { statusOfLead } from '#lib/lead/status-of-lead.ts';
import { addressSuffix, readScheme, shownTheme } from '#lib/property/shown-theme.ts';
import { LeadStatusCard } from './lead-status.tsx';

interface Props {
  receipt: string;
  place: OwnPlace;
  query: Record<string, string | string[] | undefined>;
}

/** What became of an inquiry, on a page of its own or where its form was. */
export async function StatusContent({ receipt, place, query }: Props) {
  const { database, environment, log } = runningApp();
  const { language, texts } = await pageSpeech();
  let status: Awaited<ReturnType<typeof statusOfLead>>;
  try {
    status = await statusOfLead(database, receipt, environment.deliveryTimeScale);
  } catch (error) {
    log.error({ err: error }, 'the status of a lead could not be read');
    setResponseStatus(503);
    return <NotNow texts={texts} />;
  }
  if (!status) {
    setResponseStatus(404);
    return <NothingHere texts={texts} />;
  }
  const { slug, name, phone, time_zone, locales } = status.property;
  const scheme = readScheme(query.theme);
  const suffix = addressSuffix(scheme, place === 'embed' ? presentPreview() : undefined);
  const frame = {
    property: { name, theme: shownTheme(status.property.theme, place, scheme) },
    texts,
    languageSwitch: <LanguageLinks languages={locales} present={language} texts={texts} suffix={suffix} />,
  };
  const content = (
    <>
      {status.state !== 'delivered' && (
        <noscript>
          {/* With its address: a fragment left over from a link to a field would make it a jump within the page. */}
          <meta
            httpEquiv="refresh"
            content={`${secondsToRefresh(status.age)};url=${statusPath(receipt, place)}?lang=${language}${suffix}`}
          />
          {/* A frame in a sandbox may not do even that. */}
          {place === 'embed' && (
            <p>
              <a
                href={`${statusPath(receipt, place)}?lang=${language}${suffix}`}
                className="mb-4 inline-flex min-h-11 items-center font-medium text-accent-ink underline underline-offset-4"
              >
                {texts.embed.lookAgain}
              </a>
            </p>
          )}
        </noscript>
      )}
      <LeadStatusCard
        receipt={receipt}
        slug={slug}
        reference={place === 'embed' ? status.reference : undefined}
        place={place}
        propertyName={name}
        formPath={`/${place === 'embed' ? 'embed' : 'p'}/${slug}?lang=${language}${suffix}`}
        texts={{ locale: texts.locale, status: texts.status, embed: texts.embed }}
        timeZone={time_zone}
        initial={{ state: status.state, receivedAt: status.receivedAt, deliveredAt: status.deliveredAt }}
      />
    </>
  );
  const urgent = phone && (
    <>
      {texts.status.urgent} {texts.page.call} <PhoneLink phone={phone} />
    </>
  );
  if (place === 'embed')
    return (
      <EmbedFrame {...frame} isTitled={false} end={urgent && <p className="text-muted text-sm">{urgent}</p>}>
        {content}
        <EarlyScript framed={status.property} hasForm={false} />
      </EmbedFrame>
    );
  return (
    <PropertyFrame {...frame} introduction={urgent && <p className="mt-4 text-muted lg:mt-8">{urgent}</p>}>
      {content}
    </PropertyFrame>
  );
}

/** Without JavaScript the browser reloads: soon at first, rarely when it takes long. */
function secondsToRefresh(age: number): number {
  if (age < 60_000) return 4;
  return age < 15 * 60_000 ? 30 : 300;
}
