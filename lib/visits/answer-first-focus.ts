import type { RunningApp } from '../app/running-app.ts';
import { readAttribution } from '../attribution/read-attribution.ts';
import { readQuery } from '../form-page/form-request.ts';
import type { OwnPlace } from '../lead/form-place.ts';
import { publishedForm } from '../property/published-form.ts';
import { isPerson } from './is-person.ts';

type App = Pick<RunningApp, 'database' | 'log' | 'properties' | 'visits'>;

const headers = { 'cache-control': 'no-store' };

/**
 * Counts that somebody began with a form: its style asks for this as for a picture, which needs no script. Where they came
 * from stands in the address of the form, which browsers name in the Referer.
 */
export async function answerFirstFocus(
  app: App,
  request: Request,
  slug: string,
  place: OwnPlace,
): Promise<Response> {
  const property = await publishedForm(app, slug);
  if (!property) return new Response(null, { status: 404, headers });
  const form = request.headers.get('referer') ?? '';
  if (isPerson({ method: request.method, url: form, headers: Object.fromEntries(request.headers) }))
    app.visits.start(property, readAttribution(readQuery(searchOf(form))), place);
  return new Response(null, { status: 204, headers });
}

/** Of an address, what stands behind its question mark. */
export function searchOf(address: string): string {
  return /^[^?#]*\?([^#]*)/.exec(address)?.[1] ?? '';
}
