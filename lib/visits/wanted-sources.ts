import type { Database } from '../database/connect.ts';
import { dayIn } from '../lead/calendar-date.ts';
import { type Property, readDefinition } from '../property/property.ts';
import { readDays } from './read-days.ts';
import type { Days } from './source-report.ts';

export type Query = Record<string, string | string[] | undefined>;

export interface WantedSources {
  /** All that there are to choose from, those whose form was taken down at the end. */
  choices: (Property & { isPublished: boolean })[];
  /** The slug of the one that was chosen; undefined for all. */
  chosen: string | undefined;
  properties: Property[];
  days: Days;
  today: string;
}

/** What a person of the staff wants to see, by the query of the page and of its download. */
export async function wantedSources(
  { db }: Pick<Database, 'db'>,
  query: Query,
  now: number,
): Promise<WantedSources> {
  const rows = await db.selectFrom('property').select(['definition', 'published']).execute();
  const choices = rows
    .map(({ definition, published }) => ({ ...readDefinition(definition), isPublished: published === 1 }))
    .sort(
      (one, other) =>
        Number(other.isPublished) - Number(one.isPublished) || one.name.localeCompare(other.name),
    );
  const chosen = choices.find(({ slug }) => slug === query.property);
  const properties = chosen ? [chosen] : choices;
  // Where it is latest, so that nobody's present day is left out.
  const today = properties.map(({ time_zone }) => dayIn(time_zone, now)).reduce(latest, dayIn('UTC', 0));
  return { choices, chosen: chosen?.slug, properties, days: readDays(query, today), today };
}

const latest = (one: string, other: string) => (one > other ? one : other);

const keys = ['property', 'days', 'from', 'to'];

/** The address of the page, or of its download, that shows the same. */
export function sourcesAddress(path: string, query: Query): string {
  const said = keys.flatMap((key) => {
    const value = query[key];
    return typeof value === 'string' && value ? [[key, value.slice(0, 64)]] : [];
  });
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path;
}
