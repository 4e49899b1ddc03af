import type { Property } from '../property/property.ts';
import { toCsv } from '../staff/csv.ts';
import { conversion } from './source-figures.ts';
import type { Days, SourceReport } from './source-report.ts';
import { otherName } from './visit-sums.ts';

/** The report by property, a line for each of its sources and campaigns. */
export function sourceCsv(
  report: SourceReport,
  properties: Pick<Property, 'slug' | 'name'>[],
  { from, to }: Days,
): string {
  const names = new Map(properties.map(({ slug, name }) => [slug, name]));
  const rows = report.rows.map(({ slugs: [slug = ''], ...row }) => ({
    ...row,
    slug,
    name: names.get(slug),
    from,
    to,
    // Nobody named a source, or many names are counted together: neither known nor unknown.
    known: row.source === '' || row.source === otherName ? '' : row.unknownAt.length === 0 ? 'yes' : 'no',
    percent: rounded(conversion(row)),
    minutes: rounded(row.medianMinutes),
  }));
  return toCsv(
    [
      ['slug', 'property'],
      ['name', 'property_name'],
      ['from', 'from'],
      ['to', 'to'],
      ['source', 'source'],
      ['campaign', 'campaign'],
      ['known', 'known_source'],
      ['views', 'views'],
      ['starts', 'starts'],
      ['submits', 'submits'],
      ['percent', 'submits_per_100_views'],
      ['delivered', 'delivered'],
      ['failed', 'failed'],
      ['unknown', 'unknown'],
      ['waiting', 'waiting'],
      ['held', 'held_as_spam'],
      ['minutes', 'median_minutes_to_delivered'],
    ],
    rows,
  );
}

const rounded = (value: number | undefined) =>
  value === undefined ? undefined : Math.round(100 * value) / 100;

export function csvName(chosen: string | undefined, { from, to }: Days): string {
  return `guestcard-sources-${chosen ?? 'all'}-${from}-to-${to}.csv`;
}
