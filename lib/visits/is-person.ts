import { isbot } from 'isbot';

export interface Asked {
  method?: string | undefined;
  /** Path and query. */
  url?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
}

/** What browsers and messengers write when they load a page before, or without, anybody looking at it. */
const aheadHeaders = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];

/**
 * Whether a person may be behind this request, as far as the request says so: bots that pretend to be a browser cannot be
 * told apart here. Our own requests to Next name no browser, so they are none either.
 */
export function isPerson({ method, url = '', headers }: Asked): boolean {
  const userAgent = [headers['user-agent']].flat()[0];
  if (method === 'HEAD' || !userAgent || isbot(userAgent)) return false;
  if (aheadHeaders.some((name) => /prefetch|prerender|preview/i.test([headers[name]].flat().join())))
    return false;
  return !isPreview(url);
}

/** Whether a page of ours at this path asks, as far as browsers say so: no other website can. */
export function isFrom(path: string, headers: Asked['headers']): boolean {
  const referer = [headers.referer].flat()[0] ?? '';
  return (
    headers['sec-fetch-site'] === 'same-origin' && URL.canParse(referer) && new URL(referer).pathname === path
  );
}

/** Staff look at a form in its snippet page. */
function isPreview(url: string): boolean {
  return new URLSearchParams(url.slice(url.indexOf('?') + 1)).has('preview');
}
