import type { z } from 'zod';

export type Answer = { status: number; headers: Record<string, string>; text: string };

export function jsonAnswer(status: number, value: unknown): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    text: JSON.stringify(value),
  };
}

const codes: Record<number, string> = {
  400: 'invalid_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  422: 'unprocessable_entity',
  429: 'too_many_requests',
};

/** Propexo's error body. Only the code `invalid_request` is documented. Source: OpenAPI 2026-02-12, errorResponse. */
export function errorAnswer(status: number, message: string, details?: object): Answer {
  const code = codes[status] ?? (status >= 500 ? 'internal_error' : 'invalid_request');
  return jsonAnswer(status, { error: { code, message, ...(details ? { details } : {}) } });
}

export type Issue = { code: string; path: PropertyKey[]; message: string; keys?: string[] };

/** A 400 with issues; `details` is wrapped twice in the documented sample, so it is here. */
export function invalidRequest(issues: Issue[]): Refusal {
  const details = { details: { issues, name: 'ZodError' } };
  return new Refusal(errorAnswer(400, 'invalid request', details));
}

/** Thrown by a handler to answer anything but its normal answer. */
export class Refusal extends Error {
  override name = 'Refusal';
  answer: Answer;

  constructor(answer: Answer) {
    super(`${answer.status} ${answer.text}`);
    this.answer = answer;
  }
}

/** Parses or throws the documented 400. */
export function parseOrRefuse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidRequest(parsed.error.issues.map(toIssue));
}

function toIssue(issue: z.core.$ZodIssue): Issue {
  if (issue.code !== 'unrecognized_keys') return issue;
  const keys = issue.keys.map((key) => `'${key}'`).join(', ');
  return { ...issue, message: `Unrecognized key(s) in object: ${keys}` };
}
