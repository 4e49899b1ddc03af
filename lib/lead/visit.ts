import type { Visit } from './receive-lead.ts';

/** What the request says about the person's page and browser, each capped. */
export function visitOf(headers: { get(name: string): string | null }): Visit {
  return {
    page: headers.get('referer')?.slice(0, 2_000),
    userAgent: headers.get('user-agent')?.slice(0, 500),
  };
}
