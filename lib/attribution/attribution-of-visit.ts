import type { Attribution } from './campaign.ts';
import { readAttribution } from './read-attribution.ts';

interface Visited {
  place: 'page' | 'embed';
  query: Record<string, string | string[] | undefined>;
  /** Of the request for the form. */
  referer?: string | null | undefined;
  /** The `Host` under which we were asked. */
  host?: string | null | undefined;
}

/**
 * Where the person who opens a form came from. What stands before our own page referred them to it; what stands around a
 * frame is the page that they are on. Browsers tell other websites' addresses without their paths.
 */
export function attributionOfVisit({ place, query, referer, host }: Visited): Attribution {
  const said = readAttribution(query);
  const before = referer && URL.canParse(referer) ? new URL(referer) : undefined;
  if (!before?.host || before.host === host) return said;
  return place === 'embed' ? { page: before.host, ...said } : { referrer: before.host, ...said };
}
