import type { z } from 'zod';
import type { FloorPlan, HomeRecords, Listing, Unit } from '../property/homes/home-records.ts';
import { listingRow, planRow, unitRow } from './home-rows.ts';
import { type ListPage, readListPage } from './list-page.ts';

/** The lists of Propexo that tell of a property's homes, by the name of their endpoint. */
export const homeLists = ['floor-plans', 'units', 'listings'] as const;
export type HomeList = (typeof homeLists)[number];

export interface HomePage extends ListPage {
  records: HomeRecords;
}

/**
 * One page of `GET /v1/floor-plans/`, `/v1/units/` or `/v1/listings/`. A row without a usable id, or of another property,
 * is left out; a field that makes no sense is one that is not told.
 * @returns undefined when it is no page at all.
 */
export function readHomePage(
  list: HomeList,
  body: string,
  propertyId: string,
  offset: number,
): HomePage | undefined {
  const page = readListPage(body, propertyId, offset);
  if (!page) return undefined;
  const { rows, more, read } = page;
  return {
    records: {
      plans: list === 'floor-plans' ? read(planRow, toPlan) : [],
      units: list === 'units' ? read(unitRow, toUnit) : [],
      listings: list === 'listings' ? read(listingRow, toListing) : [],
    },
    rows,
    more,
  };
}

function toPlan(row: z.output<typeof planRow>): FloorPlan {
  return told({
    id: row.id,
    name: row.marketing_name ?? row.name ?? '',
    bedrooms: row.bedrooms,
    bathrooms: bathroomsOf(row),
    squareFeet: row.rentable_square_feet || undefined,
    rentFrom: row.rent_minimum_in_cents,
    rentTo: row.rent_maximum_in_cents,
    pictures: row.image_urls
      .filter((url): url is string => typeof url === 'string' && url.length <= 500)
      .slice(0, 1),
    seenAt: row.last_seen,
  });
}

function toUnit(row: z.output<typeof unitRow>): Unit {
  return told({
    id: row.id,
    number: row.number,
    building: row.building_name ?? row.building_number,
    floor: row.floor,
    planId: row.floor_plan_id,
    planName: row.floor_plan_name,
    externalId: row.x_id,
    bedrooms: row.bedrooms,
    bathrooms: bathroomsOf(row),
    squareFeet: row.square_feet || undefined,
    rent: row.rent_amount_market_in_cents ?? row.rent_amount_min_in_cents,
    available: row.is_available,
    vacant: row.is_vacant,
    seenAt: row.last_seen,
  });
}

function toListing(row: z.output<typeof listingRow>): Listing {
  return told({
    id: row.id,
    number: row.number,
    unitId: row.unit_id,
    externalUnitId: row.x_unit_id,
    squareFeet: row.square_feet || undefined,
    rent: row.rent_amount_in_cents,
    availableFrom: row.available_date,
    available: row.is_listed === false ? false : row.is_available,
    seenAt: row.last_seen,
  });
}

function bathroomsOf(row: {
  bathrooms?: number | undefined;
  bathrooms_full?: number | undefined;
  bathrooms_half?: number | undefined;
}): number | undefined {
  if (row.bathrooms !== undefined) return row.bathrooms;
  if (row.bathrooms_full === undefined) return undefined;
  return row.bathrooms_full + (row.bathrooms_half ?? 0) / 2;
}

type Told<T> = { [Name in keyof T as undefined extends T[Name] ? never : Name]: T[Name] } & {
  [Name in keyof T as undefined extends T[Name] ? Name : never]?: Exclude<T[Name], undefined>;
};

function told<T extends object>(fields: T): Told<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Told<T>;
}
