import type { RunningApp } from '../app/running-app.ts';
import type { Touch } from '../attribution/campaign.ts';
import { readAttribution } from '../attribution/read-attribution.ts';
import { readQuery } from '../form-page/form-request.ts';
import { readAtMost } from '../lead/read-at-most.ts';
import { publishedForm } from '../property/published-form.ts';
import { isPerson } from './is-person.ts';

type App = Pick<RunningApp, 'database' | 'log' | 'properties' | 'visits'>;

const headers = { 'cache-control': 'no-store' };
const longest = 32 * 1024;

/**
 * A frame says where its visitor came from, once the page around it has told: `query` as that page said it, `from` as the
 * frame's own address had it, under which the view was counted. Nobody waits for the answer, so nothing is an error.
 */
export async function answerCameBy(app: App, request: Request, slug: string): Promise<Response> {
  const body = await readAtMost(request, longest);
  const property = body && (await publishedForm(app, slug));
  if (property) {
    const said = new URLSearchParams(new TextDecoder().decode(body));
    const from = said.get('from') ?? '';
    if (isPerson({ url: `?${withoutMark(from)}`, headers: Object.fromEntries(request.headers) }))
      app.visits.moveView(property, touchOf(from), touchOf(said.get('query') ?? ''), 'embed');
  }
  return new Response(null, { status: 204, headers });
}

function touchOf(query: string): Touch {
  return readAttribution(readQuery(withoutMark(query)));
}

const withoutMark = (query: string) => query.replace(/^\?/, '');
