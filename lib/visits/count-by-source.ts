import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { DeliveryState } from '../delivery/states.ts';
import { daysAfter, startOfDay } from '../lead/calendar-date.ts';
import type { Property } from '../property/property.ts';
import type { Days } from './source-report.ts';

type Store = Pick<Database, 'db'>;

interface Name {
  property_slug: string;
  source: string;
  campaign: string;
}

export async function countVisits(
  { db }: Store,
  properties: Property[],
  { from, to }: Days,
): Promise<(Name & { views: number; starts: number })[]> {
  const rows = await db
    .selectFrom('visit_count')
    // A view can be moved away on another day than it was counted on.
    .select((select) => [
      'property_slug',
      'source',
      'campaign',
      select.fn.sum<number>(sql`case when views > 0 then views else 0 end`).as('views'),
      select.fn.sum<number>(sql`case when starts > 0 then starts else 0 end`).as('starts'),
    ])
    .where(
      'property_slug',
      'in',
      properties.map(({ slug }) => slug),
    )
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['property_slug', 'source', 'campaign'])
    .execute();
  return rows
    .map((row) => ({ ...row, views: Number(row.views), starts: Number(row.starts) }))
    .filter(({ views, starts }) => views > 0 || starts > 0);
}

export async function countLeads(
  store: Store,
  properties: Property[],
  days: Days,
): Promise<(Name & { state: DeliveryState; count: number })[]> {
  const rows = await leadsOf(store, properties, days)
    .select(['lead.property_slug', 'lead.source', 'lead.campaign', 'delivery.state'])
    .select((select) => select.fn.countAll<number>().as('count'))
    .groupBy(['lead.property_slug', 'lead.source', 'lead.campaign', 'delivery.state'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** For which leads there is one median; none of them: for all together. */
export type Grouping = readonly (keyof Name)[];

interface Median {
  property_slug?: string;
  source: string;
  campaign: string;
  /** Milliseconds from the submit to the proof that ResMan has it. */
  took: number;
}

/** The middle one of each group's times, or the mean of the two in the middle: exact, and computed where the rows are. */
export async function medianTimes(
  store: Store,
  properties: Property[],
  days: Days,
  grouping: Grouping,
): Promise<Median[]> {
  const times = leadsOf(store, properties, days)
    .where('delivery.state', '=', 'delivered')
    .where('delivery.delivered_at', 'is not', null)
    .select(['lead.property_slug', 'lead.source', 'lead.campaign'])
    .select(sql<number>`delivery.delivered_at - lead.received_at`.as('took'));
  const columns = sql.join(grouping.map((column) => sql.ref(column)));
  const some = grouping.length > 0;
  const group = some ? sql`partition by ${columns}` : sql``;
  const { rows } = await sql<Median>`
    select ${some ? sql`${columns},` : sql``} cast(avg(took) as double precision) as took
    from (
      select time.*, row_number() over (${group} order by took) as place, count(*) over (${group}) as many
      from (${times}) as time
    ) as placed
    where place in ((many + 1) / 2, (many + 2) / 2)
    ${some ? sql`group by ${columns}` : sql``}`.execute(store.db);
  return rows.filter(({ took }) => took !== null);
}

/** The leads of these days; few time zones, however many properties. */
function leadsOf({ db }: Store, properties: Property[], { from, to }: Days) {
  const zones = Map.groupBy(properties, ({ time_zone }) => time_zone);
  return db
    .selectFrom('lead')
    .innerJoin('delivery', 'delivery.lead_id', 'lead.id')
    .where((where) =>
      where.or(
        [...zones].map(([zone, some]) =>
          where.and([
            where(
              'lead.property_slug',
              'in',
              some.map(({ slug }) => slug),
            ),
            where('lead.received_at', '>=', startOfDay(zone, from)),
            where('lead.received_at', '<', startOfDay(zone, daysAfter(to, 1))),
          ]),
        ),
      ),
    );
}
