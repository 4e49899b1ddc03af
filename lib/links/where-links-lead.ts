import { clickKeys } from '../attribution/campaign.ts';
import { signLink } from '../attribution/link-signature.ts';
import { readAttribution } from '../attribution/read-attribution.ts';
import { buildTrackedLink } from '../attribution/tracked-link.ts';
import type { Property } from '../property/property.ts';
import { isInUse, type Link } from './link.ts';

type Target = Pick<Link, 'code' | 'touch' | 'destination' | 'expiresAt'>;

/**
 * The long form of a link: the page that it leads to, with its source and campaign, signed.
 * @param appUrl our public address; empty for an address on this very host
 */
export function longLink(
  link: Target,
  property: Pick<Property, 'slug' | 'embed_origins'>,
  { secret, appUrl, search = '' }: { secret: string; appUrl: string; search?: string },
): string {
  const { code, touch, expiresAt } = link;
  const expires = expiresAt === undefined ? undefined : Math.floor(expiresAt / 1_000);
  const page = destinationOf(link, property) ?? `${appUrl}/p/${property.slug}`;
  return buildTrackedLink(withQuery(page, search), {
    attribution: {
      source: touch.source ?? '',
      campaign: { ...clicksIn(search), ...touch.campaign },
      signature: signLink(secret, property.slug, { ...touch, link: code }, expires),
      link: code,
    },
  });
}

/** A website that is the property's no longer is not led to. */
function destinationOf({ destination }: Target, { embed_origins }: Pick<Property, 'embed_origins'>) {
  const origin = destination && URL.canParse(destination) ? new URL(destination).origin : undefined;
  return origin && embed_origins.includes(origin) ? destination : undefined;
}

/** What an advertising network or a mail program has added goes along; a source or a campaign that it names does not. */
function withQuery(address: string, search: string): string {
  if (!search) return address;
  const [, page = '', fragment = ''] = /^([^#]*)(.*)$/s.exec(address) ?? [];
  return page + (page.includes('?') ? '&' : '?') + search + fragment;
}

function clicksIn(search: string) {
  const { campaign } = readAttribution(Object.fromEntries(new URLSearchParams(search)));
  return Object.fromEntries(clickKeys.flatMap((key) => (campaign[key] ? [[key, campaign[key]]] : [])));
}

/**
 * Where somebody who follows the short link goes at this moment, on this host or on the property's website.
 * @param search what stands behind the `?` of the address that they followed
 */
export function whereLinkLeads(
  link: Link,
  property: Pick<Property, 'slug' | 'embed_origins'>,
  { secret, now, search }: { secret: string; now: number; search: string },
): string {
  if (isInUse(link, now)) return longLink(link, property, { secret, appUrl: '', search });
  const language = new URLSearchParams(search).get('lang');
  return `/p/${property.slug}${language ? `?lang=${encodeURIComponent(language)}` : ''}`;
}

/** The short form, for print and for whoever copies it. */
export function shortLink(code: string, appUrl: string): string {
  return `${appUrl}/l/${code}`;
}
