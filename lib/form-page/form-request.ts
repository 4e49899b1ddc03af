import type { IncomingHttpHeaders } from 'node:http';
import { readPrefill } from '../attribution/read-prefill.ts';
import type { OwnPlace } from '../lead/form-place.ts';
import { type AskedScheme, readScheme, schemeChoices } from '../property/shown-theme.ts';

/** Which of the pages that are the same for everybody: each is rendered once. */
export interface FormAddress {
  place: OwnPlace;
  slug: string;
  language: string;
  /** As the page's address asks for it; undefined for what the property has chosen. */
  scheme: AskedScheme;
}

/** What is wanted of a form page. */
export type FormRequest =
  | { wants: 'page'; place: OwnPlace; slug: string; query: Query; scheme: AskedScheme }
  | ({ wants: 'start' } & FormAddress);

type Query = Record<string, string | string[]>;

const areas = { p: 'page', embed: 'embed' } as const;
const page = /^\/(p|embed)\/([a-z0-9-]{1,64})$/;
const start = new RegExp(
  `^/(p|embed)/([a-z0-9-]{1,64})/start-([a-z-]{2,20})(?:\\.(${schemeChoices.join('|')}))?-[\\w-]{22}\\.js$`,
);

/** Where Next renders it. */
export function renderPath({ place, slug, language, scheme }: FormAddress): string {
  return `/${areaOf(place)}/${slug}?lang=${language}${scheme ? `&theme=${scheme}` : ''}`;
}

/** Where the scripts of this version of a page are. */
export function startPath({ place, slug, language, scheme }: FormAddress, version: string): string {
  return `/${areaOf(place)}/${slug}/start-${language}${scheme ? `.${scheme}` : ''}-${version}.js`;
}

const areaOf = (place: OwnPlace) => (place === 'embed' ? 'embed' : 'p');

/**
 * Reads what a browser asks for when it opens a form page.
 * @returns undefined for everything else, also for what Next's own code asks for at the same address, and for a page with
 * answers of one person
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
  if (!/^\/(p|embed)\//.test(url) || (method !== 'GET' && method !== 'HEAD')) return undefined;
  // A link may have a second question mark, which belongs to what is said.
  const [, path = '', search] = /^([^?]*)\??(.*)$/.exec(url) ?? [];
  const [, area, slug] = page.exec(path) ?? [];
  if (slug) {
    if (isNexts(headers) || hasAnswers(search)) return undefined;
    const query = readQuery(search);
    return { wants: 'page', place: placeIn(area), slug, query, scheme: readScheme(query.theme) };
  }
  const [, startArea, startSlug, language, scheme] = start.exec(path) ?? [];
  if (!startSlug || !language) return undefined;
  return { wants: 'start', place: placeIn(startArea), slug: startSlug, language, scheme: readScheme(scheme) };
}

const placeIn = (area: string | undefined) => areas[area as keyof typeof areas];

/** Next's router asks for the page's data under the page's address. */
export function isNexts(headers: IncomingHttpHeaders): boolean {
  return Object.keys(headers).some((name) => name === 'rsc' || name.startsWith('next-'));
}

/** A link that fills in answers asks for a page of its own, and only Next makes those. */
function hasAnswers(search = ''): boolean {
  return search !== '' && Object.keys(readPrefill(search)).length > 0;
}

/** As Next gives it to a page: several values of one name are a list. */
export function readQuery(search: string | undefined): Query {
  const query: Query = {};
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
