import { plainPage, tooLargePage } from '#components/page/plain-page.ts';
import { endConnectionAfterAnswer, socketAddress } from '#lib/app/response-status.ts';
import { type RunningApp, runningApp } from '#lib/app/running-app.ts';
import { attributionFields, readAttribution } from '#lib/attribution/read-attribution.ts';
import { chooseLanguage } from '#lib/language/choose-language.ts';
import { defaultLanguage, type Language, languages, type Speech, speech } from '#lib/language/languages.ts';
import { wordingField } from '#lib/lead/consent.ts';
import { placeField, statusAddress } from '#lib/lead/form-place.ts';
import { type LeadFormState, languageButton } from '#lib/lead/form-state.ts';
import { checkedBody } from '#lib/lead/read-request.ts';
import { handBack, receiveLead } from '#lib/lead/receive-lead.ts';
import { visitOf } from '#lib/lead/visit.ts';
import type { Property } from '#lib/property/property.ts';
import { publishedForm } from '#lib/property/published-form.ts';
import { htmlAnswer } from './html-answer.ts';
import { problemPage } from './problem-page.ts';

/** The same fields from a plain HTML form or as JSON, through the same code as the form page. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/api/leads/[property]'>,
): Promise<Response> {
  const app = runningApp();
  const { property } = await params;
  const answer = await (wantsJson(request)
    ? answerJson(app, request, property)
    : answerHtml(app, request, property));
  if (answer.status === 413 || answer.status === 404) endConnectionAfterAnswer();
  return answer;
}

/** A program says so; a browser's form asks for HTML. */
function wantsJson(request: Request): boolean {
  const accept = request.headers.get('accept') ?? '';
  if (accept.includes('text/html')) return false;
  return accept.includes('application/json') || /\bjson\b/.test(request.headers.get('content-type') ?? '');
}

async function answerJson(app: RunningApp, request: Request, slug: string): Promise<Response> {
  const refuse = (
    status: number,
    formErrors: string[],
    fieldErrors: LeadFormState['fieldErrors'] = {},
    challenge?: LeadFormState['challenge'],
  ) =>
    Response.json(
      { field_errors: fieldErrors, form_errors: formErrors, challenge },
      { status, headers: status === 429 ? { 'retry-after': '600' } : {} },
    );
  const property = await publishedForm(app, slug);
  if (!property) return refuse(404, [`There is no form "${slug}", so nothing was sent.`]);
  const body = await checkedBody(request);
  if (body.problem) return refuse(body.problem.status, [body.problem.message]);
  const sent = withCampaign(request, body.sent);
  const received = await receive(app, request, property, { ...body, sent });
  if (received.state) {
    const { formErrors, fieldErrors, challenge } = received.state;
    return refuse(received.status, formErrors, fieldErrors, challenge);
  }
  const { receipt } = received;
  return Response.json(
    { receipt, status_url: app.environment.appUrl + statusAddress(receipt, sent) },
    { status: 201, headers: { 'cache-control': 'no-store' } },
  );
}

async function answerHtml(app: RunningApp, request: Request, slug: string): Promise<Response> {
  const { demo } = app.environment;
  const property = await publishedForm(app, slug);
  if (!property) {
    const spoken = speechFor(request, [defaultLanguage, ...languages.keys()]);
    const { noForm, noFormText } = spoken.texts.notices;
    return htmlAnswer(404, plainPage(noForm, noFormText, spoken, demo));
  }
  const body = await checkedBody(request);
  const switchTo = body.sent?.[languageButton];
  const spoken = speechFor(request, property.locales, switchTo ?? body.sent?.lang);
  if (body.problem?.status === 413) return htmlAnswer(413, tooLargePage(spoken, demo));
  if (body.problem) {
    const { status, message } = body.problem;
    return htmlAnswer(
      status,
      problemPage(property, { values: {}, fieldErrors: {}, formErrors: [message] }, {}, spoken, demo),
    );
  }
  const sent = withCampaign(request, body.sent);
  // A form page from before a deploy, asked to speak another language: nothing is sent yet.
  if (switchTo) {
    // A consent is given to the words that were read.
    const { sms_consent: _, [wordingField]: __, ...others } = sent;
    const inLanguage = { ...others, lang: spoken.language };
    return htmlAnswer(200, problemPage(property, handBack(others), inLanguage, spoken, demo));
  }
  const received = await receive(app, request, property, { ...body, sent });
  if (received.state) {
    return htmlAnswer(received.status, problemPage(property, received.state, sent, spoken, demo));
  }
  return new Response(null, { status: 303, headers: { location: statusAddress(received.receipt, sent) } });
}

/** A form's address may carry the campaign, as a link does, and its place; what the form itself says comes first. */
function withCampaign(request: Request, sent: Record<string, string>): Record<string, string> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const said = Object.entries(sent).filter(([, value]) => value !== '');
  const { [placeField]: place } = query;
  return {
    ...Object.fromEntries(attributionFields(readAttribution(query))),
    ...(place ? { [placeField]: place } : {}),
    ...Object.fromEntries(said),
  };
}

/** What the form says it was read in comes first, then the address, then the browser. */
function speechFor(request: Request, offered: readonly Language[], said?: string): Speech {
  const asked = said || new URL(request.url).searchParams.get('lang');
  return speech(chooseLanguage(offered, asked, request.headers.get('accept-language')));
}

async function receive(
  app: RunningApp,
  request: Request,
  property: Property,
  submission: { sent: Record<string, string>; tooLarge: boolean },
): ReturnType<typeof receiveLead> {
  const visit = visitOf(request.headers, app.environment.trustedProxyHops, socketAddress());
  const spoken = speechFor(request, property.locales, submission.sent.lang);
  const received = await receiveLead(
    { ...app, timeScale: app.environment.deliveryTimeScale, now: Date.now() },
    property,
    submission,
    visit,
    spoken,
  );
  if (!received.state && received.isNew) app.worker.wake();
  return received;
}
