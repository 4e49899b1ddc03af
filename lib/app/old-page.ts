import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import { endpointPath } from '../lead/form-place.ts';
import { largestForm } from '../lead/read-submission.ts';
import type { Doorkeeper } from './front-door.ts';

/** Where Next keeps the ids of the server actions that this build has. */
const manifestFile = '.next/server/server-reference-manifest.json';
/** React puts the name of the action before the form's own fields. */
const beginningBytes = 4_096;
const formPage = /^\/(p|embed)\/([\w-]+)(?:$|(\?))/;
const actionName = /name="\$ACTION_(?:\w+:0"\r\n\r\n\{"id":"([0-9a-f]+)"|ID_([0-9a-f]+)")/;

/** The ids of this build's server actions. */
export function readActionIds(): ReadonlySet<string> {
  return new Set(Object.keys(JSON.parse(readFileSync(manifestFile, 'utf8')).node));
}

/**
 * A form that a browser sends by itself names its server action in its body. When this build has no such action, because
 * the page is from before a deploy or is not ours, Next answers "Server Action unavailable." or with an empty form, and
 * the text is gone; from a frame in a sandbox Next takes nothing at all. Then the browser is told to send the same (307) to the plain endpoint, whose address and fields never
 * change. What was read of a request to find this out is put back.
 * @param actionIds none in development, where every action is new
 */
export function sendOldPagesToEndpoint(actionIds?: ReadonlySet<string>): Doorkeeper {
  return (request, response) => {
    const endpoint = plainEndpoint(request);
    if (!endpoint) return undefined;
    return redirectUnlessOurs(request, response, { endpoint, actionIds });
  };
}

async function redirectUnlessOurs(
  request: IncomingMessage,
  response: ServerResponse,
  { endpoint, actionIds }: { endpoint: string; actionIds: ReadonlySet<string> | undefined },
): Promise<boolean> {
  // Without JavaScript Next knows its actions in multipart forms only.
  const isMultipart = /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '');
  const isForNext = isMultipart && !isFromElsewhere(request.headers);
  if (isForNext && (!actionIds || callsOneOf(actionIds, await beginningOf(request)))) return false;
  // A browser listens when it has said everything.
  await finished(request.resume(), { writable: false, cleanup: true }).catch(() => undefined);
  response.writeHead(307, { location: endpoint, 'cache-control': 'no-store' }).end();
  return true;
}

/** Where the fields of this request can go as well, if a browser sent a form page's form by itself. */
export function plainEndpoint({
  method,
  url = '',
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): string | undefined {
  if (method !== 'POST' || headers['next-action'] !== undefined) return undefined;
  if (Number(headers['content-length']) > largestForm) return undefined;
  return formPage.test(url)
    ? url.replace(formPage, (_, area, slug, query) => {
        const endpoint = endpointPath(slug, area === 'embed' ? 'embed' : 'page');
        return query ? endpoint + (endpoint.includes('?') ? '&' : '?') : endpoint;
      })
    : undefined;
}

/**
 * Whether Next would not believe that this comes from our page: from a frame that its website has put into a sandbox
 * (`Origin: null`), or through a proxy that changes the host and does not say so.
 */
function isFromElsewhere({ origin, host, 'x-forwarded-host': forwarded }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  const sender = new URL(origin).host;
  const [before] = [forwarded].flat()[0]?.split(',') ?? [];
  return sender !== host && sender !== before?.trim();
}

function callsOneOf(actionIds: ReadonlySet<string>, beginning: string): boolean {
  const [, bound, plain] = actionName.exec(beginning) ?? [];
  return actionIds.has(bound ?? plain ?? '');
}

/** Looks at what arrives first and leaves the stream as it was. */
function beginningOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = () => {
      request.off('readable', look).off('close', finish);
      const read = Buffer.concat(chunks);
      // In the same tick as the last read: a stream that was read to its end cannot take anything back later.
      if (read.length > 0 && !request.destroyed) request.unshift(read);
      resolve(read.toString('latin1'));
    };
    const look = () => {
      while (length < beginningBytes) {
        const chunk: Buffer | null = request.read();
        if (!chunk) break;
        chunks.push(chunk);
        length += chunk.length;
      }
      if (length >= beginningBytes || request.complete) finish();
    };
    request.on('readable', look).on('close', finish);
  });
}
