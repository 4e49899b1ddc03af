import type { Doorkeeper } from '../app/front-door.ts';
import type { RunningApp } from '../app/running-app.ts';
import { readAttribution } from '../attribution/read-attribution.ts';
import { foreignFrame } from '../embed/foreign-frame.ts';
import { isNexts, readQuery } from '../form-page/form-request.ts';
import type { OwnPlace } from '../lead/form-place.ts';
import { publishedForm } from '../property/published-form.ts';
import { type Asked, isFrom, isPerson } from './is-person.ts';

type App = Pick<RunningApp, 'database' | 'log' | 'properties' | 'visits'>;

/** Counts each form page that a person was answered with, whoever answers; leaves the request to whoever comes next. */
export function countViews(app: App): Doorkeeper {
  return (request, response) => {
    const opened = openedForm(request);
    if (opened && isPerson(request)) {
      const { slug, place, search } = opened;
      response.once('finish', async () => {
        if (response.statusCode !== 200) return;
        // Without asking the database, which may be what is slow.
        const property = app.properties.find((one) => one.slug === slug) ?? (await publishedForm(app, slug));
        if (!property) return;
        // A browser shows nobody's frame on a website that may not have it.
        if (place === 'embed' && foreignFrame(request.headers, property.embed_origins)) return;
        app.visits.view(property, readAttribution(readQuery(search)), place);
      });
    }
    return undefined;
  };
}

const form = /^\/(p|embed)\/([a-z0-9-]{1,64})(?:\?(.*))?$/;

function openedForm({
  method,
  url = '',
  headers,
}: Asked): { slug: string; place: OwnPlace; search: string } | undefined {
  const [, folder, slug, search = ''] = form.exec(url) ?? [];
  if (method !== 'GET' || !slug || isNexts(headers)) return undefined;
  // The same form once more, in another language or look, is the same visit.
  if (isFrom(`/${folder}/${slug}`, headers)) return undefined;
  return { slug, place: folder === 'embed' ? 'embed' : 'page', search };
}
