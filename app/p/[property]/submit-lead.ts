'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { setResponseStatus, socketAddress } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { formTakenDown, type LeadFormState, pickValues } from '#lib/lead/form-state.ts';
import { readFormData } from '#lib/lead/read-submission.ts';
import { receiveLead } from '#lib/lead/receive-lead.ts';
import { visitOf } from '#lib/lead/visit.ts';
import { publishedForm } from '#lib/property/published-form.ts';

/** Accepts the form and leads to its status page, or hands back what was typed with what is wrong. */
export async function submitLead(
  slug: string,
  _previous: LeadFormState,
  form: FormData,
): Promise<LeadFormState> {
  const app = runningApp();
  // Bound arguments come back from the browser like everything else.
  const property = await publishedForm(app, String(slug));
  if (!property) {
    setResponseStatus(404);
    return { values: pickValues(readFormData(form).sent), fieldErrors: {}, formErrors: [formTakenDown] };
  }
  const visit = visitOf(await headers(), app.environment.trustedProxyHops, socketAddress());
  const received = await receiveLead({ ...app, now: Date.now() }, property, readFormData(form), visit);
  if (received.state) {
    setResponseStatus(received.status);
    return received.state;
  }
  if (received.isNew) app.worker.wake();
  redirect(`/status/${received.receipt}`);
}
