import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Doorkeeper } from '../app/front-door.ts';
import type { RunningApp } from '../app/running-app.ts';
import { fieldsOfVisit } from '../embed/fields-of-visit.ts';
import { frameAncestors } from '../embed/frame-ancestors.ts';
import { isPreview, previewIn } from '../embed/preview-token.ts';
import { chooseLanguage } from '../language/choose-language.ts';
import { newSubmissionId } from '../lead/submission-id.ts';
import { homesVersion } from '../property/homes/published-homes.ts';
import type { Property } from '../property/property.ts';
import { publishedForm } from '../property/published-form.ts';
import {
  acceptsGzip,
  type FormAddress,
  type FormRequest,
  readFormRequest,
  renderPath,
} from './form-request.ts';
import { formVersion } from './form-version.ts';
import { type KeptPage, type KeptScript, keepPage } from './kept-page.ts';
import { createKeptPages } from './kept-pages.ts';
import { isRender, renderPage } from './render.ts';
import { visitFields } from './visit-fields.ts';

/**
 * Answers whoever opens a form page, in front of Next: with what Next rendered for the first visitor of this version of
 * the page in this language, without its scripts, which the page starts when it is touched. Whatever is not known or does
 * not work out is left to Next.
 * @param now epoch milliseconds
 */
export function answerFormPages(
  app: Pick<RunningApp, 'database' | 'log' | 'properties' | 'secret'>,
  now: () => number = Date.now,
): Doorkeeper {
  const kept = createKeptPages({
    now,
    onFailure: (error, place) => app.log.error({ err: error, place }, 'the form page is left to Next'),
  });

  const pageOf = async (request: IncomingMessage, property: Property, address: FormAddress) => {
    const version = formVersion(property, now(), await homesVersion(app, property, now()));
    const path = renderPath(address);
    return kept.page(path, version, async () =>
      keepPage(
        address,
        version,
        await renderPage(request.socket, path),
        frameAncestors(address.place === 'embed' ? property.embed_origins : []),
      ),
    );
  };

  const find = async (request: IncomingMessage, wanted: FormRequest): Promise<Answer | undefined> => {
    const known = wanted.wants === 'start' && kept.script(request.url ?? '');
    if (known) return scriptAnswer(known);
    const property = await publishedForm(app, wanted.slug);
    if (!property) return undefined;
    if (wanted.wants === 'start') {
      if (!property.locales.includes(wanted.language)) return undefined;
      // Another replica, or this one before it started again, has answered with the page.
      const page = await pageOf(request, property, wanted);
      return page && page.start.path === request.url ? scriptAnswer(page.start) : undefined;
    }
    // This one our own pages may frame.
    if (isPreview(app.secret, wanted.slug, previewIn(request.url, undefined), now())) return undefined;
    const asked = [wanted.query.lang].flat()[0];
    const language = chooseLanguage(property.locales, asked, request.headers['accept-language']);
    const { place, slug, scheme } = wanted;
    const page = await pageOf(request, property, { place, slug, language, scheme });
    return (
      page &&
      pageAnswer(
        page,
        visitFields(
          newSubmissionId(app.secret, now()),
          fieldsOfVisit(property, { place, query: wanted.query, ...request.headers }),
        ),
      )
    );
  };

  return (request, response) => {
    const wanted = readFormRequest(request);
    if (!wanted || isRender(request.headers)) return undefined;
    return find(request, wanted).then(
      (answer) => {
        if (!answer) return false;
        send(request, response, answer);
        return true;
      },
      (error: unknown) => {
        app.log.error({ err: error, property: wanted.slug }, 'the form page is left to Next');
        return false;
      },
    );
  };
}

interface Answer {
  headers: OutgoingHttpHeaders;
  plain: () => Buffer;
  gzip: () => Buffer;
}

const pageAnswer = ({ headers, document }: KeptPage, visit: string): Answer => ({
  headers,
  plain: () => document.plain(visit),
  gzip: () => document.gzip(visit),
});

const scriptAnswer = ({ plain, gzip }: KeptScript): Answer => ({
  headers: {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'Accept-Encoding',
  },
  plain,
  gzip: () => gzip,
});

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const gzip = acceptsGzip(request.headers['accept-encoding']);
  const body = gzip ? answer.gzip() : answer.plain();
  response.writeHead(200, {
    ...answer.headers,
    ...(gzip ? { 'content-encoding': 'gzip' } : {}),
    'content-length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
