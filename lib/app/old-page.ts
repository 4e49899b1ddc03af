import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';

/** Where Next keeps the ids of the server actions that this build has. */
const manifestFile = '.next/server/server-reference-manifest.json';
/** React puts the name of the action before the form's own fields. */
const beginningBytes = 4_096;
const formPage = /^\/(?:p|embed)\/([\w-]+)(?=$|\?)/;
const actionName = /\{"id":"([0-9a-f]+)"|\$ACTION_ID_([0-9a-f]+)/;

/** The ids of this build's server actions; none while developing, where Next makes them as it goes. */
export function readActionIds(file = manifestFile): ReadonlySet<string> {
  try {
    return new Set(Object.keys(JSON.parse(readFileSync(/*turbopackIgnore: true*/ file, 'utf8')).node));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set();
    throw error;
  }
}

/**
 * A form that a browser sends by itself names its server action in its body. When this build has no such action, because
 * the page is from before a deploy or is not ours, Next answers "Server Action unavailable." or with an empty form, and
 * the text is gone. Such a request goes to the plain endpoint instead, whose address and fields never change.
 * @param request before anybody has read from it; what is read here is put back
 * @returns undefined when there is nothing to find out; otherwise a promise of false: Next is to answer
 */
export function sendOldPageToEndpoint(
  request: IncomingMessage,
  actionIds: ReadonlySet<string>,
): Promise<false> | undefined {
  const endpoint = plainEndpoint(request);
  if (!endpoint || actionIds.size === 0) return undefined;
  return redirectUnlessOurs(request, endpoint, actionIds);
}

async function redirectUnlessOurs(
  request: IncomingMessage,
  endpoint: string,
  actionIds: ReadonlySet<string>,
): Promise<false> {
  // Without JavaScript Next knows its actions in multipart forms only.
  const isMultipart = /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '');
  const isOurs = isMultipart && callsOneOf(actionIds, await beginningOf(request));
  if (!isOurs) request.url = endpoint;
  return false;
}

/** Where the fields of this request can go as well, if a browser sent a form page's form by itself. */
export function plainEndpoint({
  method,
  url = '',
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): string | undefined {
  if (method !== 'POST' || headers['next-action'] !== undefined) return undefined;
  return formPage.test(url) ? url.replace(formPage, '/api/leads/$1') : undefined;
}

function callsOneOf(actionIds: ReadonlySet<string>, beginning: string): boolean {
  const [, bound, plain] = actionName.exec(beginning) ?? [];
  return actionIds.has(bound ?? plain ?? '');
}

/** Looks at what arrives first and leaves the stream as it was. */
export function beginningOf(request: IncomingMessage): Promise<string> {
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
