import type { Finding } from './finding.ts';

/** How an origin that is not on a list misses one that is. */
export interface NearMiss {
  listed: string;
  how: 'scheme' | 'www' | 'port' | 'subdomain';
}

/** The origin on the list that somebody may have meant; undefined when none is like it. */
export function nearMiss(origin: string, listed: readonly string[]): NearMiss | undefined {
  const asked = new URL(origin);
  const bare = (host: string) => host.replace(/^www\./, '');
  const hows: [NearMiss['how'], (one: URL) => boolean][] = [
    ['scheme', (one) => one.host === asked.host],
    ['www', (one) => bare(one.host) === bare(asked.host)],
    ['port', (one) => bare(one.hostname) === bare(asked.hostname)],
    ['subdomain', (one) => isUnder(one.hostname, asked.hostname) || isUnder(asked.hostname, one.hostname)],
  ];
  for (const [how, is] of hows) {
    const found = listed.find((one) => is(new URL(one)));
    if (found) return { listed: found, how };
  }
  return undefined;
}

function isUnder(host: string, domain: string): boolean {
  return host.endsWith(`.${domain.replace(/^www\./, '')}`);
}

const differences: Record<NearMiss['how'], (origin: string) => string> = {
  scheme: (origin) =>
    `and https:// and http:// are different websites to a browser: this page is on ${new URL(origin).protocol}//`,
  www: () => 'but with and without “www.” are different websites to a browser',
  port: () => 'but another port is a different website to a browser',
  subdomain: () => 'but each subdomain is a website of its own to a browser',
};

/** An origin whose pages no browser shows this form on; undefined when it is on the list. */
export function unlistedOrigin(origin: string, listed: readonly string[]): Finding | undefined {
  if (listed.includes(origin)) return undefined;
  const near = nearMiss(origin, listed);
  const list =
    listed.length === 0
      ? 'No website is on this property’s list yet.'
      : near
        ? `${near.listed} is on the list, ${differences[near.how](origin)}.`
        : 'Browsers show the form on the websites of the list only.';
  return {
    kind: 'origin_not_listed',
    severity: 'blocks',
    what: `${origin} is not on this property’s list of websites: browsers refuse to show the form there. ${list}`,
    mend: 'Add it to embed_origins of this property in the properties file, and start Guestcard again.',
    code: JSON.stringify({ embed_origins: [...listed, origin] }, null, 2)
      .slice(2, -2)
      .replace(/^ {2}/gm, ''),
  };
}
