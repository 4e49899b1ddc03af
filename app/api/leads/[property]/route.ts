import { tooLargePage } from '#components/page/too-large-page.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { attributionFields, readAttribution } from '#lib/attribution/read-attribution.ts';
import { checkedBody } from '#lib/lead/read-request.ts';
import { receiveLead } from '#lib/lead/receive-lead.ts';
import { visitOf } from '#lib/lead/visit.ts';
import { publishedForm } from '#lib/property/published-form.ts';
import { htmlAnswer } from './html-answer.ts';
import { problemPage } from './problem-page.ts';

/** The same fields from a plain HTML form or as JSON, through the same code as the form page. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/api/leads/[property]'>,
): Promise<Response> {
  const app = runningApp();
  const slug = (await params).property;
  const property = await publishedForm(app, slug);
  if (!property)
    return Response.json({ field_errors: {}, form_errors: [`There is no form "${slug}".`] }, { status: 404 });

  const body = await checkedBody(request);
  const json = wantsJson(request);
  if (body.problem) {
    const { status, message } = body.problem;
    const state = { values: {}, fieldErrors: {}, formErrors: [message] };
    if (json) return jsonProblem(status, state);
    return status === 413 ? htmlAnswer(413, tooLargePage) : problemPage(property, state, {}, status);
  }

  // A form's address may carry the campaign, as a link does.
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const sent = { ...Object.fromEntries(attributionFields(readAttribution(query))), ...body.sent };
  const submission = { ...body, sent };
  const received = await receiveLead(
    { ...app, now: Date.now() },
    property,
    submission,
    visitOf(request.headers),
  );
  if (received.state) {
    return json
      ? jsonProblem(received.status, received.state)
      : problemPage(property, received.state, sent, received.status);
  }
  if (received.isNew) app.worker.wake();
  const path = `/status/${received.receipt}`;
  return json
    ? Response.json({ receipt: received.receipt, status_url: app.environment.appUrl + path }, { status: 201 })
    : new Response(null, { status: 303, headers: { location: path } });
}

/** A program says so; a browser's form asks for HTML. */
function wantsJson(request: Request): boolean {
  const accept = request.headers.get('accept') ?? '';
  if (accept.includes('text/html')) return false;
  return accept.includes('application/json') || /\bjson\b/.test(request.headers.get('content-type') ?? '');
}

function jsonProblem(status: number, state: { fieldErrors: object; formErrors: string[] }): Response {
  return Response.json({ field_errors: state.fieldErrors, form_errors: state.formErrors }, { status });
}
