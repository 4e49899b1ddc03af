import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

/**
 * Next has no way to answer a server action with 413, 422 or 503: it knows redirects, 401, 403, 404 and 500. A form
 * without JavaScript is answered with a page, and monitors and programs read its status. Node announces every request
 * with its response on a diagnostics channel; there it is kept for the code that runs for this request.
 */
const key = Symbol.for('guestcard.responses');
const shared = globalThis as { [key]?: AsyncLocalStorage<ServerResponse> };
shared[key] ??= new AsyncLocalStorage<ServerResponse>();
const responses = shared[key];

/** Once per process, before the first request. */
export function trackResponses(): void {
  subscribe('http.server.request.start', (message) => {
    responses.enterWith((message as { response: ServerResponse }).response);
  });
}

/** The network address of whoever asks, as the socket knows it: a proxy's, when one stands in front. */
export function socketAddress(): string | undefined {
  return responses.getStore()?.req.socket.remoteAddress;
}

/** Sets the status that the page of the present request is answered with. */
export function setResponseStatus(status: number): void {
  const response = responses.getStore();
  if (response && !response.headersSent) response.statusCode = status;
}

/**
 * For an answer to a body that was not read to its end: what is left of it stands in the connection, and the next request
 * on it would never be heard.
 */
export function endConnectionAfterAnswer(): void {
  const response = responses.getStore();
  if (response && !response.headersSent) response.setHeader('connection', 'close');
}

export interface PresentRequest {
  /** Path and query, as the browser asked. */
  url: URL;
  acceptLanguage: string | undefined;
  referer: string | undefined;
  host: string | undefined;
}

/** The request that is being answered; undefined outside of one. */
export function presentRequest(): PresentRequest | undefined {
  const request = responses.getStore()?.req;
  if (!request?.url?.startsWith('/')) return undefined;
  const url = new URL(`http://localhost${request.url.replace(/^\/+/, '/')}`);
  const { 'accept-language': acceptLanguage, referer, host } = request.headers;
  return { url, acceptLanguage, referer, host };
}
