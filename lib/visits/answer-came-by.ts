import type { RunningApp } from '../app/running-app.ts';
import type { Touch } from '../attribution/campaign.ts';
import { readAttribution } from '../attribution/read-attribution.ts';
import { readQuery } from '../form-page/form-request.ts';
import { readAtMost } from '../lead/read-at-most.ts';
import { sinceRendering } from '../lead/submission-id.ts';
import { publishedForm } from '../property/published-form.ts';
import { searchOf } from './answer-first-focus.ts';
import { isFrom, isPerson } from './is-person.ts';

type App = Pick<RunningApp, 'database' | 'log' | 'properties' | 'secret' | 'visits'>;

const headers = { 'cache-control': 'no-store' };
const longest = 32 * 1024;

/**
 * A frame says where its visitor came from, once the page around it has told: `query` as that page said it; the address of
 * the frame, which is in the Referer, is what its view was counted under. `submission_id` is that of its form: each form
 * that we rendered moves one view, or strangers could take away what was counted. Nobody waits for the answer, so nothing is an error.
 */
export async function answerCameBy(app: App, request: Request, slug: string): Promise<Response> {
  const body = await readAtMost(request, longest);
  const property = body && (await publishedForm(app, slug));
  if (property) {
    const said = new URLSearchParams(new TextDecoder().decode(body));
    const frame = request.headers.get('referer') ?? '';
    const asked = { url: frame, headers: Object.fromEntries(request.headers) };
    const rendering = said.get('submission_id') ?? '';
    const isOurs = sinceRendering(rendering, app.secret, Date.now()) !== undefined;
    if (isOurs && isPerson(asked) && isFrom(`/embed/${slug}`, asked.headers))
      app.visits.moveView(
        property,
        touchOf(searchOf(frame)),
        touchOf((said.get('query') ?? '').replace(/^\?/, '')),
        rendering,
      );
  }
  return new Response(null, { status: 204, headers });
}

function touchOf(query: string): Touch {
  return readAttribution(readQuery(query));
}
