import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** What became of one HTTP request. `no_connection` proves that no byte of it left. */
export type Exchange =
  | { kind: 'answer'; status: number; headers: IncomingHttpHeaders; body: string; bodyComplete: boolean }
  | { kind: 'no_connection'; reason: string; cause: Error }
  | { kind: 'no_answer'; reason: string; cause: Error };

export interface ExchangeRequest {
  method: 'GET' | 'POST' | 'PUT';
  url: URL;
  headers: Record<string, string>;
  body?: string;
  connectTimeoutMs: number;
  totalTimeoutMs: number;
}

const longestAnswer = 1_000_000;

/**
 * One request on a connection of its own: when a reused one breaks, nobody knows whether the request was read.
 * Never retries, never follows a redirect (the token must not travel), reads at most 1 MB, never throws for the network.
 */
export function exchange(request: ExchangeRequest): Promise<Exchange> {
  return new Promise((resolve) => {
    const secure = request.url.protocol === 'https:';
    let connected = false;
    const outgoing = (secure ? httpsRequest : httpRequest)(request.url, {
      method: request.method,
      headers: {
        ...request.headers,
        connection: 'close',
        ...(request.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(request.body)) }),
      },
      agent: false,
    });
    const end = (result: Exchange) => {
      clearTimeout(connecting);
      clearTimeout(whole);
      outgoing.destroy();
      resolve(result);
    };
    const failed = (cause: Error & { code?: string }) => {
      const reason = cause.code ?? cause.name;
      end(connected ? { kind: 'no_answer', reason, cause } : { kind: 'no_connection', reason, cause });
    };
    const late = (code: string) => () =>
      failed(Object.assign(new Error(`${code} after the time allowed`), { code }));
    const connecting = setTimeout(late('CONNECT_TIMEOUT'), request.connectTimeoutMs);
    const whole = setTimeout(() => late(connected ? 'TIMEOUT' : 'CONNECT_TIMEOUT')(), request.totalTimeoutMs);

    outgoing.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        connected = true;
        clearTimeout(connecting);
      });
    });
    outgoing.on('error', failed);
    outgoing.on('response', (incoming) => {
      readBody(incoming, (body, bodyComplete) =>
        end({
          kind: 'answer',
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body,
          bodyComplete,
        }),
      );
    });
    outgoing.end(request.body);
  });
}

/** Up to 1 MB; an answer that is longer or breaks off is handed over as incomplete. */
function readBody(incoming: IncomingMessage, done: (body: string, complete: boolean) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const text = () => Buffer.concat(chunks).toString('utf8');
  incoming.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > longestAnswer) {
      done('', false);
      incoming.destroy();
    } else chunks.push(chunk);
  });
  incoming.on('end', () => done(text(), incoming.complete));
  incoming.on('aborted', () => done(text(), false));
  incoming.on('error', () => done(text(), false));
}
