import type { Metadata } from 'next';
import { LeadForm } from '#components/lead-form/lead-form.tsx';
import { NothingHere } from '#components/page/nothing-here.tsx';
import { PhoneLink } from '#components/page/phone-link.tsx';
import { PropertyFrame } from '#components/page/property-frame.tsx';
import { WhatHappensNext } from '#components/page/what-happens-next.tsx';
import { setResponseStatus } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { attributionFields, readAttribution } from '#lib/attribution/read-attribution.ts';
import { dayIn } from '#lib/lead/calendar-date.ts';
import { newSubmissionId } from '#lib/lead/submission-id.ts';
import { accentRule } from '#lib/property/accent.ts';
import { publishedForm } from '#lib/property/published-form.ts';
import { submitLead } from './submit-lead.ts';

export const metadata: Metadata = { robots: { index: true } };

export default async function FormPage({ params, searchParams }: PageProps<'/p/[property]'>) {
  const app = runningApp();
  const property = await publishedForm(app, (await params).property);
  if (!property) {
    // Next's `notFound()` shows its page only with JavaScript; this one is in the answer itself.
    setResponseStatus(404);
    return <NothingHere />;
  }
  const { slug, name, phone, fields } = property;
  return (
    <PropertyFrame
      property={{ slug, name, phone }}
      accentRule={accentRule(property.theme.accent)}
      introduction={
        <>
          <h1 className="mt-6 text-balance font-display text-4xl leading-tight lg:mt-10 lg:text-5xl">
            Let’s find your next home
          </h1>
          <p className="mt-4 max-w-prose text-lg text-muted">
            Tell us how to reach you and what you are looking for. The leasing team at {name} will get back to
            you.
          </p>
          {phone && (
            <p className="mt-4 text-muted">
              Prefer to talk? Call <PhoneLink phone={phone} />
            </p>
          )}
          <WhatHappensNext />
        </>
      }
    >
      <LeadForm
        published={{ slug, name, phone, fields, today: dayIn(property.time_zone, Date.now()) }}
        submissionId={newSubmissionId()}
        attribution={attributionFields(readAttribution(await searchParams))}
        action={submitLead.bind(null, slug)}
      />
    </PropertyFrame>
  );
}
