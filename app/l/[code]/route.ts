import { plainPage } from '#components/page/plain-page.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { chooseLanguage } from '#lib/language/choose-language.ts';
import { defaultLanguage, languages, type Speech, speech } from '#lib/language/languages.ts';
import type { Texts } from '#lib/language/texts.ts';
import { countVisit, findLink } from '#lib/links/keep-links.ts';
import { isInUse, type Link } from '#lib/links/link.ts';
import { whereLinkLeads } from '#lib/links/where-links-lead.ts';
import { publishedForm } from '#lib/property/published-form.ts';
import { isPerson } from '#lib/visits/is-person.ts';

/** A short link: counts, and leads to its page with its source and campaign, signed as of now. */
export async function GET(request: Request, { params }: RouteContext<'/l/[code]'>): Promise<Response> {
  const app = runningApp();
  const { code } = await params;
  let link: Link | undefined;
  try {
    link = await findLink(app.database, code);
  } catch (error) {
    app.log.error({ err: error }, 'a short link cannot be looked up');
    return page(request, 503, ({ broken, brokenText }) => [broken, brokenText]);
  }
  const property = link && (await publishedForm(app, link.property));
  if (!link || !property) return page(request, 404, ({ noLink, noLinkText }) => [noLink, noLinkText]);
  const now = Date.now();
  const { method, url, headers } = request;
  if (isInUse(link, now) && isPerson({ method, url, headers: Object.fromEntries(headers) }))
    // Nobody waits for it: a database that is busy would keep them from the form.
    countVisit(app.database, link.code).catch((error: unknown) =>
      app.log.error({ err: error }, 'a visit by a short link was not counted'),
    );
  const [, search = ''] = /\?([^#]*)/.exec(url) ?? [];
  return new Response(null, {
    status: 302,
    headers: {
      location: whereLinkLeads(link, property, { secret: app.secret, now, search }),
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    },
  });
}

function page(
  request: Request,
  status: 404 | 503,
  words: (notices: Texts['notices']) => [title: string, text: string],
): Response {
  const spoken = speechOf(request);
  const [title, text] = words(spoken.texts.notices);
  return new Response(plainPage(title, text, spoken, runningApp().environment.demo), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

function speechOf(request: Request): Speech {
  const everything = [defaultLanguage, ...languages.keys()];
  const asked = new URL(request.url).searchParams.get('lang');
  return speech(chooseLanguage(everything, asked, request.headers.get('accept-language')));
}
