import type { IncomingMessage } from 'node:http';
import type { Doorkeeper } from '../app/front-door.ts';
import type { RunningApp } from '../app/running-app.ts';
import { statusOfLead } from '../lead/status-of-lead.ts';
import type { Property } from '../property/property.ts';
import { publishedForm } from '../property/published-form.ts';
import { isPerson } from '../visits/is-person.ts';
import { noteEmbedAttempts } from './attempts.ts';
import { foreignFrame } from './foreign-frame.ts';
import { answerPolicy } from './frame-ancestors.ts';
import { type FramedPage, framedPage } from './framed-page.ts';
import { isPreview, previewIn } from './preview-token.ts';

/** Tells Next's configuration that this has been here. */
const doorHeader = 'x-guestcard-door';

type Surroundings = Pick<RunningApp, 'database' | 'environment' | 'log' | 'properties' | 'secret'>;

/**
 * Says of every answer whose pages may show it in a frame: those of a property's websites its embedded form, nobody's any
 * other. It is said before anybody answers, so that it also stands on refusals, errors and redirects.
 * @param note told of each website that asks for a form in a frame and may not have it
 * @param now epoch milliseconds
 */
export function sayWhoMayFrame(
  app: Surroundings,
  note: (slug: string, origin: string) => void = noteEmbedAttempts(app),
  now: () => number = Date.now,
): Doorkeeper {
  const findProperty = rememberReceipts(app);
  return (request, response) => {
    request.headers[doorHeader] = 'open';
    const say = (origins: readonly string[]) =>
      response.setHeader('content-security-policy', answerPolicy(origins));
    say([]);
    const framed = framedPage(request.url ?? '');
    if (!framed) return undefined;
    const look = async () => {
      const property = await findProperty(framed);
      if (!property) return;
      const { slug, embed_origins } = property;
      const token = previewIn(request.url, request.headers.referer);
      say(isPreview(app.secret, slug, token, now()) ? [...embed_origins, "'self'"] : embed_origins);
      if (request.method !== 'GET' || !('slug' in framed) || !isOfWebsite(request)) return;
      // One that does not say which it is may be the property's own.
      const foreign = foreignFrame(request.headers, [...embed_origins, ...ourOrigins(app, request)]);
      if (foreign) note(slug, foreign);
    };
    return look().then(
      () => false,
      (error: unknown) => {
        app.log.error({ err: error }, 'it is not known whose frame this may be in');
        return false;
      },
    );
  };
}

/** Asked by a browser for a page of another website, as far as the request says so: whoever writes requests of their own can say what they like. */
function isOfWebsite(request: IncomingMessage): boolean {
  return /^(cross-site|same-site)$/.test(String(request.headers['sec-fetch-site'])) && isPerson(request);
}

type Found = Pick<Property, 'slug' | 'embed_origins'>;

/** What a page was of is remembered for a while: its frame may show it again while the database is away. */
function rememberReceipts(app: Surroundings): (framed: FramedPage) => Promise<Found | undefined> {
  const known = new Map<string, Found>();
  return async (framed) => {
    if ('slug' in framed) return publishedForm(app, framed.slug);
    const { receipt } = framed;
    try {
      const status = await statusOfLead(app.database, receipt, app.environment.deliveryTimeScale);
      if (!status) return undefined;
      known.delete(receipt);
      known.set(receipt, status.property);
      const [oldest = ''] = known.size > 1_000 ? known.keys() : [];
      known.delete(oldest);
      return status.property;
    } catch (error) {
      const before = known.get(receipt);
      if (before) return before;
      throw error;
    }
  };
}

/** As we call ourselves, and as we were asked. */
function ourOrigins(app: Surroundings, { headers }: IncomingMessage): string[] {
  return [new URL(app.environment.appUrl).origin, `http://${headers.host}`, `https://${headers.host}`];
}
