import type { IncomingHttpHeaders } from 'node:http';

/** What is wanted of a form page. */
export type FormRequest =
  | { wants: 'page'; slug: string; query: Record<string, string | string[]> }
  | { wants: 'start'; slug: string; language: string };

const page = /^\/p\/([a-z0-9-]{1,64})$/;
const start = /^\/p\/([a-z0-9-]{1,64})\/start-([a-z-]{2,20})-[\w-]{22}\.js$/;

/** Where the scripts of this version of a page are. */
export function startPath(slug: string, language: string, version: string): string {
  return `/p/${slug}/start-${language}-${version}.js`;
}

/**
 * Reads what a browser asks for when it opens a form page.
 * @returns undefined for everything else, also for what Next's own code asks for at the same address
 */
export function readFormRequest({
  method,
  url = '',
  headers,
}: {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingHttpHeaders;
}): FormRequest | undefined {
  if (!url.startsWith('/p/') || (method !== 'GET' && method !== 'HEAD')) return undefined;
  // A link may have a second question mark, which belongs to what is said.
  const [, path = '', search] = /^([^?]*)\??(.*)$/.exec(url) ?? [];
  const slug = page.exec(path)?.[1];
  if (slug) return isNexts(headers) ? undefined : { wants: 'page', slug, query: readQuery(search) };
  const [, startSlug, language] = start.exec(path) ?? [];
  return startSlug && language ? { wants: 'start', slug: startSlug, language } : undefined;
}

/** Next's router asks for the page's data under the page's address. */
function isNexts(headers: IncomingHttpHeaders): boolean {
  return Object.keys(headers).some((name) => name === 'rsc' || name.startsWith('next-'));
}

/** As Next gives it to a page: several values of one name are a list. */
function readQuery(search: string | undefined): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    const before = Object.hasOwn(query, name) ? query[name] : undefined;
    query[name] = before === undefined ? value : [before, value].flat();
  }
  return query;
}

/** Whether the answer may be compressed with gzip, by its `Accept-Encoding`. */
export function acceptsGzip(acceptEncoding: string | undefined): boolean {
  const [, parameters] = /(?:^|,)\s*(?:gzip|\*)\s*(;[^,]*)?(?=,|$)/i.exec(acceptEncoding ?? '') ?? [
    '',
    'q=0',
  ];
  return !/q=0(?:\.0*)?\s*$/.test(parameters ?? '');
}
