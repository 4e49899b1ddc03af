import { type Database, readClock } from '../database/connect.ts';
import { findLink } from './keep-links.ts';
import { type Link, readLink } from './link.ts';

export const pageSize = 25;

/** A link with what came of it. */
export interface CountedLink extends Link {
  leads: number;
  /** Those of its leads that are in ResMan. */
  delivered: number;
}

interface LinkList {
  /** The database's clock, epoch milliseconds. */
  now: number;
  links: CountedLink[];
  total: number;
}

interface Wanted {
  /** A property's slug. */
  property?: string | undefined;
  /** From 1. */
  page: number;
}

/** The newest first, those in use before those that were retired. */
export async function listLinks(database: Database, { property, page }: Wanted): Promise<LinkList> {
  const { db } = database;
  const now = await readClock(database);
  let chosen = db.selectFrom('link');
  if (property) chosen = chosen.where('property_slug', '=', property);
  const { total } = await chosen
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await chosen
    .selectAll()
    .orderBy(({ eb }) => eb.case().when('retired_at', 'is', null).then(0).else(1).end())
    .orderBy('created_at', 'desc')
    .orderBy('code')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const counts = await countLeads(
    database,
    rows.map(({ code }) => code),
  );
  return {
    now,
    total: Number(total),
    links: rows.map((row) => ({ ...readLink(row), ...(counts.get(row.code) ?? noLeads) })),
  };
}

/** One of them by its code, with the database's clock. */
export async function findCountedLink(
  database: Database,
  code: string,
): Promise<{ link: CountedLink; now: number } | undefined> {
  const link = await findLink(database, code);
  if (!link) return undefined;
  const counts = await countLeads(database, [link.code]);
  return {
    link: { ...link, ...(counts.get(link.code) ?? noLeads) },
    now: await readClock(database),
  };
}

const noLeads = { leads: 0, delivered: 0 };

/** A lead says itself by which link it came; one that says another property's does not count. */
async function countLeads({ db }: Database, codes: string[]) {
  if (codes.length === 0) return new Map<string, Pick<CountedLink, 'leads' | 'delivered'>>();
  const rows = await db
    .selectFrom('lead')
    .innerJoin('link', (join) =>
      join.onRef('link.code', '=', 'lead.link_code').onRef('link.property_slug', '=', 'lead.property_slug'),
    )
    .innerJoin('delivery', 'delivery.lead_id', 'lead.id')
    .select('link.code')
    .select(({ fn }) => fn.countAll<number>().as('leads'))
    .select(({ fn, eb }) =>
      fn
        .sum<number>(eb.case().when('delivery.state', '=', 'delivered').then(1).else(0).end())
        .as('delivered'),
    )
    .where('lead.link_code', 'in', codes)
    .groupBy('link.code')
    .execute();
  return new Map(
    rows.map(({ code, leads, delivered }) => [code, { leads: Number(leads), delivered: Number(delivered) }]),
  );
}
