import type { Database } from '../database/connect.ts';
import type { CalendarDate } from '../lead/calendar-date.ts';
import type { Property } from '../property/property.ts';
import { countLeads, countVisits, type Grouping, medianTimes } from './count-by-source.ts';
import { addLeads, nothingCounted, type SourceFigures } from './source-figures.ts';
import { otherName } from './visit-sums.ts';

/** Both included, in each property's own time zone. */
export interface Days {
  from: CalendarDate;
  to: CalendarDate;
}

export interface SourceRow extends SourceFigures {
  /** Empty for people who came by no link of this kind. */
  source: string;
  campaign: string;
  /** The properties that people came to by it. */
  slugs: string[];
  /** Those of them that have no such source: there its leads have the property's default in ResMan. */
  unknownAt: string[];
}

export interface SourceReport {
  /** What most people came by is first. */
  rows: SourceRow[];
  totals: SourceFigures;
}

/**
 * How many people came by which source and campaign, and what became of their leads.
 * @param by 'source': one row for all properties together; 'property': one for each
 */
export async function sourceReport(
  database: Pick<Database, 'db'>,
  properties: Property[],
  days: Days,
  by: 'source' | 'property' = 'source',
): Promise<SourceReport> {
  if (properties.length === 0) return { rows: [], totals: nothingCounted() };
  const grouping: Grouping =
    by === 'property' ? ['property_slug', 'source', 'campaign'] : ['source', 'campaign'];
  const [visits, leads, times, [overall]] = await Promise.all([
    countVisits(database, properties, days),
    countLeads(database, properties, days),
    medianTimes(database, properties, days, grouping),
    medianTimes(database, properties, days, []),
  ]);
  const keyOf = (name: Named) =>
    JSON.stringify([by === 'property' && name.property_slug, name.source, name.campaign]);
  const rows = new Map<string, SourceRow>();
  const totals = nothingCounted();
  const each = (name: Named & { property_slug: string }, add: (figures: SourceFigures) => void) => {
    const key = keyOf(name);
    const { source, campaign, property_slug } = name;
    const row = rows.get(key) ?? { source, campaign, slugs: [], unknownAt: [], ...nothingCounted() };
    rows.set(key, row);
    if (!row.slugs.includes(property_slug)) row.slugs.push(property_slug);
    add(row);
    add(totals);
  };
  for (const { views, starts, ...name } of visits)
    each(name, (figures) => {
      figures.views += views;
      figures.starts += starts;
    });
  for (const { state, count, ...name } of leads) each(name, (figures) => addLeads(figures, state, count));
  for (const { took, ...name } of times) {
    const row = rows.get(keyOf(name));
    if (row) row.medianMinutes = took / 60_000;
  }
  if (overall) totals.medianMinutes = overall.took / 60_000;
  const lacking = lackingIn(properties);
  for (const row of rows.values())
    row.unknownAt = row.slugs.toSorted().filter((slug) => lacking(slug, row.source));
  return { rows: [...rows.values()].sort(mostPeopleFirst), totals };
}

interface Named {
  property_slug?: string;
  source: string;
  campaign: string;
}

function lackingIn(properties: Property[]): (slug: string, source: string) => boolean {
  const aliases = new Map(
    properties.map(({ slug, sources }) => [slug, new Set(sources.map(({ alias }) => alias))]),
  );
  return (slug, source) => source !== '' && source !== otherName && !aliases.get(slug)?.has(source);
}

function mostPeopleFirst(one: SourceRow, other: SourceRow): number {
  return (
    other.views - one.views ||
    other.submits - one.submits ||
    one.source.localeCompare(other.source) ||
    one.campaign.localeCompare(other.campaign) ||
    (one.slugs[0] ?? '').localeCompare(other.slugs[0] ?? '')
  );
}
