import type { Metadata } from 'next';
import { LeadStatusCard } from '#components/lead-status/lead-status.tsx';
import { LanguageLinks } from '#components/page/language-links.tsx';
import { NotNow } from '#components/page/not-now.tsx';
import { NothingHere } from '#components/page/nothing-here.tsx';
import { PhoneLink } from '#components/page/phone-link.tsx';
import { PropertyFrame } from '#components/page/property-frame.tsx';
import { pageSpeech } from '#lib/app/page-language.ts';
import { setResponseStatus } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { statusOfLead } from '#lib/lead/status-of-lead.ts';

export const metadata: Metadata = { robots: { index: false } };

export default async function StatusPage({ params }: PageProps<'/status/[receipt]'>) {
  const { database, environment, log } = runningApp();
  const { receipt } = await params;
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
  const { slug, name, phone, time_zone } = status.property;
  return (
    <PropertyFrame
      property={{ name, theme: status.property.theme }}
      texts={texts}
      languageSwitch={<LanguageLinks languages={status.property.locales} present={language} texts={texts} />}
      introduction={
        phone && (
          <p className="mt-4 text-muted lg:mt-8">
            {texts.status.urgent} {texts.page.call} <PhoneLink phone={phone} />
          </p>
        )
      }
    >
      {status.state !== 'delivered' && (
        <noscript>
          {/* With its address: a fragment left over from a link to a field would make it a jump within the page. */}
          <meta
            httpEquiv="refresh"
            content={`${secondsToRefresh(status.age)};url=/status/${receipt}?lang=${language}`}
          />
        </noscript>
      )}
      <LeadStatusCard
        receipt={receipt}
        slug={slug}
        propertyName={name}
        formPath={`/p/${slug}?lang=${language}`}
        texts={{ locale: texts.locale, status: texts.status }}
        timeZone={time_zone}
        initial={{ state: status.state, receivedAt: status.receivedAt, deliveredAt: status.deliveredAt }}
      />
    </PropertyFrame>
  );
}

/** Without JavaScript the browser reloads: soon at first, rarely when it takes long. */
function secondsToRefresh(age: number): number {
  if (age < 60_000) return 4;
  return age < 15 * 60_000 ? 30 : 300;
}
