import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { pageSpeech } from '#lib/app/page-language.ts';
import { setResponseStatus, socketAddress } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { chooseLanguage } from '#lib/language/choose-language.ts';
import { speech } from '#lib/language/languages.ts';
import { statusAddress } from '#lib/lead/form-place.ts';
import { type LeadFormState, languageButton } from '#lib/lead/form-state.ts';
import { readFormData } from '#lib/lead/read-submission.ts';
import { handBack, receiveLead } from '#lib/lead/receive-lead.ts';
import { visitOf } from '#lib/lead/visit.ts';
import { publishedForm } from '#lib/property/published-form.ts';

/**
 * Accepts a form that came by a server action and leads to its status page, or hands back what was typed with what is
 * wrong.
 */
export async function answerForm(slug: string, form: FormData): Promise<LeadFormState> {
  const app = runningApp();
  // Bound arguments come back from the browser like everything else.
  const property = await publishedForm(app, String(slug));
  const submission = readFormData(form);
  const { sent } = submission;
  if (!property) {
    setResponseStatus(404);
    const { problems } = (await pageSpeech()).texts;
    return { ...handBack(sent), formErrors: [problems.takenDown] };
  }
  if (sent[languageButton]) return handBackForOtherLanguage(sent);
  const request = await headers();
  const visit = visitOf(request, app.environment.trustedProxyHops, socketAddress());
  const language = chooseLanguage(property.locales, sent.lang, request.get('accept-language'));
  const received = await receiveLead(
    { ...app, timeScale: app.environment.deliveryTimeScale, now: Date.now() },
    property,
    submission,
    visit,
    speech(language),
  );
  if (received.state) {
    setResponseStatus(received.status);
    return received.state;
  }
  if (received.isNew) app.worker.wake();
  redirect(statusAddress(received.receipt, sent));
}

/** A consent is given to the words that were read; in other words it has to be given again. */
function handBackForOtherLanguage(sent: Record<string, string>): LeadFormState {
  const { sms_consent: _, ...others } = sent;
  return handBack(others);
}
