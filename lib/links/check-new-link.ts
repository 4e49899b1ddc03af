import { utmKeys } from '../attribution/campaign.ts';
import { readAttribution } from '../attribution/read-attribution.ts';
import { dayIn, daysAfter, isCalendarDate, startOfDay } from '../lead/calendar-date.ts';
import { cleanLine } from '../lead/clean-text.ts';
import { resolveLeadSource } from '../property/lead-source.ts';
import type { Property } from '../property/property.ts';
import type { NewLink } from './keep-links.ts';

export const linkFields = ['property', 'label', 'source', ...utmKeys, 'destination', 'expires'] as const;
export type LinkField = (typeof linkFields)[number];

/** What was typed, as text. */
export type LinkValues = Partial<Record<LinkField | 'anyway', string>>;

export type LinkProblems = Partial<Record<LinkField, string | undefined>>;

type Checked =
  | { link: Omit<NewLink, 'createdBy'>; problems?: never }
  | { link?: never; problems: LinkProblems /** The source that would need a tick. */; unknown?: string };

/**
 * Checks the form of a new link.
 * @param properties those that are published
 * @param now epoch milliseconds
 */
export function checkNewLink(values: LinkValues, properties: readonly Property[], now: number): Checked {
  const problems: LinkProblems = {};
  const line = (field: LinkField, most: number) => {
    const text = cleanLine((values[field] ?? '').slice(0, 4_000));
    if (text.length > most) problems[field] = `Keep this to ${most} characters`;
    return text;
  };
  const property = properties.find(({ slug }) => slug === values.property);
  if (!property) problems.property = 'Choose a property';

  const source = line('source', 100);
  const said = Object.fromEntries(utmKeys.map((key) => [key, line(key, 200)]));
  const { source: readSource, campaign } = readAttribution({ source, ...said });
  if (!readSource) problems.source ??= 'Say where this link will be, such as zillow or flyer';
  const touch = { ...(readSource ? { source: readSource } : {}), campaign };
  const unknown =
    property && readSource && resolveLeadSource(property, { ...touch, campaign: {} }).unknownSource;
  if (unknown && values.anyway !== unknown) problems.source ??= unknownSource(property, unknown);

  const destination = line('destination', 2_000);
  if (destination && property) problems.destination ??= destinationProblem(destination, property);

  const expires = line('expires', 20);
  if (expires && (!isCalendarDate(expires) || (property && expires < dayIn(property.time_zone, now))))
    problems.expires = 'Choose a day from today on, or none';

  const label = line('label', 100) || [readSource, campaign.utm_campaign].filter(Boolean).join(', ');
  if (!property || Object.values(problems).some(Boolean))
    return { problems, ...(unknown ? { unknown } : {}) };
  return {
    link: {
      property: property.slug,
      label: label.slice(0, 100).toWellFormed(),
      touch,
      destination: destination ? new URL(destination).href : undefined,
      // To the end of that day at the property.
      expiresAt: expires ? startOfDay(property.time_zone, daysAfter(expires, 1)) : undefined,
    },
  };
}

function unknownSource({ name, sources }: Property, source: string): string {
  const has = sources.map(({ alias }) => alias).join(', ');
  return `${name} has no source called “${source}”. ${has ? `It has: ${has}.` : 'It has none but its default.'}`;
}

function destinationProblem(text: string, { name, embed_origins }: Property): string | undefined {
  if (embed_origins.length === 0)
    return `No website is set up for ${name} (embed_origins in its settings), so its links lead to our form`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && embed_origins.includes(url.origin) && !url.username) return undefined;
  return `Enter a page of ${name}’s own website, which starts with ${embed_origins.join(' or ')}`;
}
