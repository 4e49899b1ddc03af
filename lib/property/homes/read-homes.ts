import { type HomePage, homeLists, readHomePage } from '../../propexo/homes.ts';
import type { PropertyIds } from './catalog.ts';
import type { HomeRecords } from './home-records.ts';
import { type Reader, readPages } from './paged-read.ts';

/** All pages of the three lists that tell of a property's homes. @throws UnusableRead, StoppedRead */
export async function readHomes(
  reader: Reader,
  { integration_id, property_id }: PropertyIds,
): Promise<HomeRecords> {
  const all: HomeRecords = { plans: [], units: [], listings: [] };
  for (const list of homeLists) {
    const pages = readPages(reader, {
      name: list,
      kind: 'homes',
      ask: (page) => reader.context.propexo.listHomes(list, { integration_id, property_id }, page),
      read: (body, offset) => readHomePage(list, body, property_id, offset),
      idsOf,
    });
    for await (const { records } of pages) {
      all.plans.push(...unseen(records.plans, reader.seen));
      all.units.push(...unseen(records.units, reader.seen));
      all.listings.push(...unseen(records.listings, reader.seen));
    }
  }
  return all;
}

function idsOf({ records: { plans, units, listings } }: HomePage): string[] {
  return [...plans, ...units, ...listings].map(({ id }) => id);
}

function unseen<Record extends { id: string }>(records: Record[], seen: ReadonlySet<string>): Record[] {
  return [...new Map(records.map((record) => [record.id, record])).values()].filter(
    ({ id }) => !seen.has(id),
  );
}
