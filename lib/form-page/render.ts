import { randomBytes } from 'node:crypto';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { UnfitPageError } from './errors.ts';

const header = 'x-guestcard-render';
const token = randomBytes(16).toString('base64url');
const patienceMs = 10_000;

/** Whether this is our own request to Next, which has to be let through to it. */
export function isRender(headers: IncomingHttpHeaders): boolean {
  return headers[header] === token;
}

/** What Next answered to our own request for a page. */
export interface Rendered {
  html: string;
  headers: IncomingHttpHeaders;
}

/**
 * Lets Next render a page, by asking for it at the address at which our own visitor was let in.
 * @throws UnfitPageError when the answer is not a page for everybody; the error of the connection when there is none
 */
export async function renderPage(
  { localAddress, localPort }: { localAddress?: string | undefined; localPort?: number | undefined },
  path: string,
): Promise<Rendered> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(
      {
        host: localAddress,
        port: localPort,
        path,
        agent: false,
        headers: { host: `localhost:${localPort}`, [header]: token },
        signal: AbortSignal.timeout(patienceMs),
      },
      resolve,
    )
      .on('error', reject)
      .end();
  });
  const html = await text(answer);
  if (answer.statusCode !== 200) throw new UnfitPageError(`was answered with ${answer.statusCode}`);
  if (answer.headers['set-cookie']) throw new UnfitPageError('sets a cookie');
  return { html, headers: answer.headers };
}
