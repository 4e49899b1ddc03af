import type { Exchange } from './exchange.ts';

/** What an answer says about the request limit of the account. */
export interface RateLimit {
  /** 429: this request was one too many. */
  refused: boolean;
  limit: number | undefined;
  remaining: number | undefined;
  /** Milliseconds until Propexo's minute is over: the limit counts by calendar minutes (docs: rate limiting). */
  minuteEndsInMs: number;
}

/**
 * Reads `x-ratelimit-limit` and `x-ratelimit-remaining`, and the minute by the answer's own `Date`: clocks disagree.
 * @param now epoch milliseconds, for an answer without a date
 */
export function readRateLimit(answer: Exchange, now: number): RateLimit | undefined {
  if (answer.kind !== 'answer') return undefined;
  const limit = count(answer.headers['x-ratelimit-limit']);
  const remaining = count(answer.headers['x-ratelimit-remaining']);
  const refused = answer.status === 429;
  if (!refused && (limit === undefined || remaining === undefined)) return undefined;
  const dated = Date.parse(answer.headers.date ?? '');
  // The date has whole seconds: it may be almost one second later than it says.
  const upstream = Number.isNaN(dated) ? now : dated;
  return { refused, limit, remaining, minuteEndsInMs: minute - (upstream % minute) };
}

const minute = 60_000;

function count(header: string | string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\d{1,9}$/.test(header) ? Number(header) : undefined;
}
