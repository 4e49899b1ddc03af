import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { CalendarDate } from '../lead/calendar-date.ts';
import { asOther, mostNames, nameKey, type VisitSum } from './visit-sums.ts';

const rowsAtOnce = 200;

/** Adds to what this and other replicas have written before; a name that is one too many for its day is counted as other. */
export async function writeSums(db: Kysely<Tables>, sums: VisitSum[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const rows = new Map<string, Row>();
    for (const ofDay of Map.groupBy(sums, ({ day, slug }) => `${day} ${slug}`).values())
      for (const sum of await fitting(trx, ofDay)) collect(rows, sum);
    // In one order everywhere: two replicas that lock the same rows would wait for each other in a circle.
    const ordered = [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
    for (let start = 0; start < ordered.length; start += rowsAtOnce)
      await add(trx, ordered.slice(start, start + rowsAtOnce));
  });
}

interface Row {
  day: CalendarDate;
  property_slug: string;
  source: string;
  campaign: string;
  place: VisitSum['place'];
  views: number;
  starts: number;
}

/** The sums of one property and day, those with a name too many renamed. */
async function fitting(trx: Kysely<Tables>, sums: VisitSum[]): Promise<VisitSum[]> {
  const [first] = sums;
  if (!first) return [];
  const written = await trx
    .selectFrom('visit_count')
    .select(['source', 'campaign'])
    .distinct()
    .where('day', '=', first.day)
    .where('property_slug', '=', first.slug)
    .execute();
  const names = new Set(written.map((row) => nameKey({ ...row, isOwn: false })));
  return sums.map((sum) => {
    const key = nameKey(sum);
    if (!names.has(key) && names.size >= mostNames) return { ...sum, ...asOther(sum) };
    names.add(key);
    return sum;
  });
}

function collect(rows: Map<string, Row>, { slug, isOwn: _, ...sum }: VisitSum): void {
  const key = JSON.stringify([sum.day, slug, sum.source, sum.campaign, sum.place]);
  const row = rows.get(key);
  if (!row) rows.set(key, { ...sum, property_slug: slug });
  else {
    row.views += sum.views;
    row.starts += sum.starts;
  }
}

async function add(trx: Kysely<Tables>, rows: Row[]): Promise<void> {
  await trx
    .insertInto('visit_count')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['day', 'property_slug', 'source', 'campaign', 'place']).doUpdateSet({
        views: sql<number>`visit_count.views + excluded.views`,
        starts: sql<number>`visit_count.starts + excluded.starts`,
      }),
    )
    .execute();
}
