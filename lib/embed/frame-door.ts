import type { Doorkeeper } from '../app/front-door.ts';
import type { RunningApp } from '../app/running-app.ts';
import { statusOfLead } from '../lead/status-of-lead.ts';
import { publishedForm } from '../property/published-form.ts';
import { answerPolicy } from './frame-ancestors.ts';
import { type FramedPage, framedPage } from './framed-page.ts';

/** Tells Next's configuration that this has been here. */
const doorHeader = 'x-guestcard-door';

type Surroundings = Pick<RunningApp, 'database' | 'environment' | 'log' | 'properties'>;

/**
 * Says of every answer whose pages may show it in a frame: those of a property's websites its embedded form, nobody's any
 * other. It is said before anybody answers, so that it also stands on refusals, errors and redirects.
 */
export function sayWhoMayFrame(app: Surroundings): Doorkeeper {
  return (request, response) => {
    request.headers[doorHeader] = 'open';
    const say = (origins: readonly string[]) =>
      response.setHeader('content-security-policy', answerPolicy(origins));
    say([]);
    const framed = framedPage(request.url ?? '');
    if (!framed) return undefined;
    return originsOf(app, framed).then(
      (origins) => {
        say(origins);
        return false;
      },
      (error: unknown) => {
        app.log.error({ err: error }, 'whose frame this may be is not known');
        return false;
      },
    );
  };
}

async function originsOf(app: Surroundings, framed: FramedPage): Promise<readonly string[]> {
  const property =
    'slug' in framed
      ? await publishedForm(app, framed.slug)
      : (await statusOfLead(app.database, framed.receipt, app.environment.deliveryTimeScale))?.property;
  return property?.embed_origins ?? [];
}
