import type { CalendarDate } from '../../lead/calendar-date.ts';
import type { KeptCatalog } from './catalog.ts';
import type { FloorPlan, HomeRecords, Listing, Unit } from './home-records.ts';

const day = 24 * 60 * 60_000;

/** Older homes are worse than none: the form asks for bedrooms instead. */
const tooOldMs = 7 * day;
/** A record that Propexo last saw so much before the others is not in ResMan any more. */
const leftBehindMs = 3 * day;

/** A unit with what its listing says of it. */
export interface KnownUnit extends Omit<Unit, 'available' | 'planId'> {
  planId?: string;
  availableFrom?: CalendarDate;
  /** Undefined: nobody says. */
  available: boolean | undefined;
}

export interface KnownHomes {
  plans: FloorPlan[];
  units: KnownUnit[];
  /** When this was so, epoch milliseconds. */
  asOf: number;
}

/**
 * The homes that are in ResMan, as far as Propexo knows, each unit with its listing.
 * @returns undefined when it was too long ago that they were seen there, whoever is to blame.
 */
export function knownHomes(kept: KeptCatalog | undefined, now: number): KnownHomes | undefined {
  if (!kept) return undefined;
  const asOf = asOfTime(kept);
  if (asOf < now - tooOldMs) return undefined;
  const isCurrent = ({ seenAt }: { seenAt?: number }) =>
    seenAt === undefined || seenAt >= asOf - leftBehindMs;
  const plans = kept.records.plans.filter(isCurrent);
  const units = kept.records.units.filter(isCurrent);
  const listingOf = listingsByUnit(units, kept.records.listings.filter(isCurrent));
  const planOf = plansOfUnits(plans);
  return { plans, units: units.map((unit) => knownUnit(unit, planOf(unit), listingOf(unit))), asOf };
}

/** What Propexo tells now it saw in ResMan some time ago; a clock ahead of ours makes nothing newer. */
function asOfTime({ records, readAt }: KeptCatalog): number {
  const latest = [...records.plans, ...records.units, ...records.listings].reduce(
    (time, { seenAt = 0 }) => Math.max(time, seenAt),
    0,
  );
  return latest > 0 ? Math.min(readAt, latest) : readAt;
}

function knownUnit(
  { available: saysUnit, planId: _, ...unit }: Unit,
  planId: string | undefined,
  listing: Listing | undefined,
): KnownUnit {
  // Only a listing that says from when is one, if it does not say whether.
  const saysListing = listing && (listing.available ?? (listing.availableFrom ? true : undefined));
  const said = [saysUnit, saysListing].filter((answer) => answer !== undefined);
  const rent = listing?.rent ?? unit.rent;
  const squareFeet = unit.squareFeet ?? listing?.squareFeet;
  return {
    ...unit,
    ...(planId ? { planId } : {}),
    ...(rent ? { rent } : {}),
    ...(squareFeet ? { squareFeet } : {}),
    ...(listing?.availableFrom ? { availableFrom: listing.availableFrom } : {}),
    // Where they contradict each other it is not offered.
    available: said.length === 0 ? undefined : said.every(Boolean),
  };
}

/** By id, or by name where a unit names its plan only. */
function plansOfUnits(plans: FloorPlan[]): (unit: Unit) => string | undefined {
  const ids = new Set(plans.map(({ id }) => id));
  const byName = new Map(plans.map(({ id, name }) => [name.toLowerCase(), id]));
  return ({ planId, planName }) =>
    planId && ids.has(planId) ? planId : planName ? byName.get(planName.toLowerCase()) : undefined;
}

/** By id, by ResMan's id, or by a number that only one unit has; of several the one that was seen last. */
function listingsByUnit(units: Unit[], listings: Listing[]): (unit: Unit) => Listing | undefined {
  const numbers = Map.groupBy(units, ({ number }) => sameNumber(number));
  const byKey = new Map<string, Listing>();
  const inOrder = listings.toSorted((one, other) => (one.seenAt ?? 0) - (other.seenAt ?? 0));
  for (const listing of inOrder)
    for (const key of keysOf(listing.unitId, listing.externalUnitId, listing.number)) byKey.set(key, listing);
  return ({ id, externalId, number }) => {
    const isOnlyOne = numbers.get(sameNumber(number))?.length === 1;
    const [found] = keysOf(id, externalId, isOnlyOne ? number : undefined).flatMap(
      (key) => byKey.get(key) ?? [],
    );
    return found;
  };
}

function keysOf(id?: string, externalId?: string, number?: string): string[] {
  return [
    ...(id ? [`id ${id}`] : []),
    ...(externalId ? [`external ${externalId}`] : []),
    ...(number ? [`number ${sameNumber(number)}`] : []),
  ];
}

function sameNumber(number: string | undefined): string {
  return (number ?? '').toLowerCase().replace(/\s/g, '');
}

/** Whether the records have this id at all, however old they are. */
export function hasRecord(records: HomeRecords, id: string): boolean {
  return records.plans.some((plan) => plan.id === id) || records.units.some((unit) => unit.id === id);
}
