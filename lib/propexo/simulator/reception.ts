import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Account } from './account.ts';
import { type Answer, errorAnswer, Refusal } from './answer.ts';
import { Exchange } from './exchange.ts';
import { settleDueJobs } from './jobs.ts';
import { playFault } from './play-fault.ts';
import type { RateWindow } from './rate-window.ts';
import { parseJson, type ReceivedRequest } from './request.ts';
import { findRoute } from './routes.ts';

export type Reception = {
  account: Account;
  rate: RateWindow;
  received: ReceivedRequest[];
  /** The Bearer token accepted now; null while it is revoked and not replaced. */
  token: () => string | null;
  /** Lets a request take effect later, at the latest when everything is told to settle. */
  actLater: (ms: number, act: () => void) => void;
};

// Polling never ends in a demo that runs for weeks; the memory of it has to.
const mostRemembered = 100_000;

/** Everything that happens to one API request, without waiting in between. `text: null`: the body was too large. */
export function receive(
  reception: Reception,
  request: IncomingMessage,
  text: string | null,
  response: ServerResponse,
) {
  const { account, rate } = reception;
  const url = new URL(request.url ?? '/', 'http://simulator');
  const received = toReceived(request, url, text ?? '', account.now());
  reception.received.push(received);
  if (reception.received.length > mostRemembered) reception.received.shift();
  settleDueJobs(account);

  const exchange = new Exchange(received, response, {
    timers: account.timers,
    changed: account.changed,
    headers: () => rate.headers(),
    now: account.now,
  });
  answer(reception, exchange, url, text);
  account.changed();
}

function answer(reception: Reception, exchange: Exchange, url: URL, text: string | null) {
  const { account, rate } = reception;
  const { method, headers, query } = exchange.received;
  const token = reception.token();
  if (token === null || headers.authorization !== `Bearer ${token}`) {
    return exchange.reply(errorAnswer(401, 'missing or invalid API key'));
  }
  const toll = rate.count();
  exchange.holdMs = toll.holdMs;
  if (!toll.allowed) return exchange.reply(errorAnswer(429, 'rate limit exceeded'));
  if (text === null) return exchange.reply(errorAnswer(413, 'request body too large'));

  const destination = findRoute(method, url.pathname);
  const act = (): Answer => {
    if (typeof destination === 'number')
      return errorAnswer(destination, `${method} ${url.pathname} is not offered`);
    const json = () => {
      if (!/^application\/json\b/i.test(String(headers['content-type']))) {
        throw new Refusal(errorAnswer(415, 'Content-Type must be application/json'));
      }
      return parseJson(text);
    };
    return refusalAsAnswer(() => destination.route.handle(account, { id: destination.id, query, json }));
  };

  const endpoint = typeof destination === 'number' ? 'other' : destination.route.endpoint;
  const fault = account.scenarios.takeFault(endpoint, url.pathname + url.search, text);
  if (!fault) return exchange.reply(act());
  playFault(fault, exchange, { act, actAfter: (ms) => reception.actLater(ms, act) });
}

function refusalAsAnswer(handle: () => Answer): Answer {
  try {
    return handle();
  } catch (cause) {
    if (cause instanceof Refusal) return cause.answer;
    throw cause;
  }
}

function toReceived(request: IncomingMessage, url: URL, text: string, at: number): ReceivedRequest {
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    text,
    body: bodyOf(text),
    at,
    status: null,
  };
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
