import { createHmac, timingSafeEqual } from 'node:crypto';

/** By this name it stands in the address of a framed page. */
export const previewParameter = 'preview';

const lastsMs = 60 * 60_000;

/**
 * Lets our own pages frame a property's form, for an hour: staff look at it before it stands on a website.
 * @param secret the program's own
 * @param now epoch milliseconds
 */
export function previewToken(secret: string, slug: string, now: number): string {
  const expires = String(now + lastsMs);
  return `${expires}.${sign(secret, slug, expires)}`;
}

/** Whether this is such a token for this property, and still valid. */
export function isPreview(secret: string, slug: string, token: string | undefined, now: number): boolean {
  const [, expires, mac] = /^(\d{13})\.([\w-]{22})$/.exec(token ?? '') ?? [];
  if (!expires || !mac || Number(expires) <= now) return false;
  return timingSafeEqual(Buffer.from(mac), Buffer.from(sign(secret, slug, expires)));
}

/**
 * The token in a page's address, or in that of the page before it: a form leads to its status page.
 * @param url path and query
 */
export function previewIn(url: string | undefined, referer: string | undefined): string | undefined {
  for (const address of [url, referer]) {
    if (!address?.includes(previewParameter)) continue;
    const token = new URLSearchParams(address.slice(address.indexOf('?'))).get(previewParameter);
    if (token) return token;
  }
  return undefined;
}

function sign(secret: string, slug: string, expires: string): string {
  return createHmac('sha256', secret)
    .update(`preview of a form\0${slug}\0${expires}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}
