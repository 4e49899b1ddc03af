import { createHash } from 'node:crypto';
import type { CalendarDate } from '../../lead/calendar-date.ts';
import type { FloorPlan } from './home-records.ts';
import type { KnownHomes, KnownUnit } from './known-homes.ts';

/** What a form offers. Rents in cents, sizes in square feet, ranges as [least, most]. */
export interface OfferedHomes {
  plans: OfferedPlan[];
  /** When this was so, epoch milliseconds. */
  asOf: number;
  /** Changes when anything of it changes. */
  version: string;
}

export interface OfferedPlan {
  id: string;
  name: string;
  bedrooms?: number;
  bathrooms?: number;
  squareFeet?: Range;
  rent?: Range;
  picture?: string;
  /** Undefined: nobody says which of its units are available. */
  availability?: { count: number; now: number; next?: CalendarDate };
  units: OfferedUnit[];
  /** How many more are available than are listed here. */
  more: number;
}

export interface OfferedUnit {
  id: string;
  number: string;
  rent?: number;
  squareFeet?: number;
  floor?: string;
  /** Undefined: now. Only units that say when, or that are vacant, are `now`. */
  from?: CalendarDate;
  now: boolean;
}

type Range = [least: number, most: number];

interface Circumstances {
  /** The present day at the property. */
  today: CalendarDate;
  /** Pictures that this program serves itself: the demo's. */
  ownPictures: boolean;
}

/** More would not be read, and would make the page heavy. */
const mostPlans = 24;
const mostUnitsOfPlan = 12;

/**
 * What the form shows: floor plans by bedrooms, then by price, each with its available units, the cheapest first.
 * @returns undefined when there is nothing to choose.
 */
export function offerHomes(
  { plans, units, asOf }: KnownHomes,
  circumstances: Circumstances,
): OfferedHomes | undefined {
  const numbers = Map.groupBy(units, ({ number }) => number);
  const isAmbiguous = ({ number }: KnownUnit) => (numbers.get(number)?.length ?? 0) > 1;
  const unitsOf = Map.groupBy(units, ({ planId }) => planId);
  const all = plans
    .filter(({ name, bedrooms }) => name || bedrooms !== undefined)
    .map((plan) => offerPlan(plan, unitsOf.get(plan.id) ?? [], isAmbiguous, circumstances));
  if (all.length === 0) return undefined;
  const offered = all
    .toSorted((one, other) => (other.availability?.count ?? 0) - (one.availability?.count ?? 0))
    .slice(0, mostPlans)
    .sort(byBedroomsThenRent);
  const version = createHash('sha256')
    .update(JSON.stringify([offered, asOf]))
    .digest('base64url')
    .slice(0, 16);
  return { plans: offered, asOf, version };
}

function offerPlan(
  plan: FloorPlan,
  units: KnownUnit[],
  isAmbiguous: (unit: KnownUnit) => boolean,
  { today, ownPictures }: Circumstances,
): OfferedPlan {
  const available = units.filter((unit) => unit.available && (unit.number || unit.building));
  const offered = available
    .map((unit) => offerUnit(unit, isAmbiguous(unit), today))
    .sort(
      (one, other) =>
        (one.rent ?? Number.POSITIVE_INFINITY) - (other.rent ?? Number.POSITIVE_INFINITY) ||
        one.number.localeCompare(other.number, 'en', { numeric: true }),
    );
  const [some] = units;
  const bedrooms = plan.bedrooms ?? some?.bedrooms;
  const bathrooms = plan.bathrooms ?? some?.bathrooms;
  const squareFeet = rangeOf(offered.map((unit) => unit.squareFeet)) ?? rangeOf([plan.squareFeet]);
  const rent = rangeOf(offered.map((unit) => unit.rent)) ?? rangeOf([plan.rentFrom, plan.rentTo]);
  const picture = plan.pictures.find((url) => mayBeShown(url, ownPictures));
  const everyUnitSays = units.length > 0 && units.every((unit) => unit.available !== undefined);
  return {
    id: plan.id,
    name: plan.name,
    ...(bedrooms === undefined ? {} : { bedrooms }),
    ...(bathrooms === undefined ? {} : { bathrooms }),
    ...(squareFeet ? { squareFeet } : {}),
    ...(rent ? { rent } : {}),
    ...(picture ? { picture } : {}),
    ...(offered.length > 0 || everyUnitSays ? { availability: countAvailable(offered) } : {}),
    units: offered.slice(0, mostUnitsOfPlan),
    more: Math.max(0, offered.length - mostUnitsOfPlan),
  };
}

function offerUnit(unit: KnownUnit, isAmbiguous: boolean, today: CalendarDate): OfferedUnit {
  const { id, rent, squareFeet, floor, availableFrom } = unit;
  const later = availableFrom !== undefined && availableFrom > today;
  return {
    id,
    number: [isAmbiguous || !unit.number ? unit.building : undefined, unit.number].filter(Boolean).join(' '),
    ...(rent ? { rent } : {}),
    ...(squareFeet ? { squareFeet } : {}),
    ...(floor ? { floor } : {}),
    ...(later ? { from: availableFrom } : {}),
    now: !later && (availableFrom !== undefined || unit.vacant === true),
  };
}

function countAvailable(units: OfferedUnit[]): NonNullable<OfferedPlan['availability']> {
  const [next] = units.flatMap(({ from }) => from ?? []).sort();
  return {
    count: units.length,
    now: units.filter(({ now }) => now).length,
    ...(next ? { next } : {}),
  };
}

function rangeOf(values: (number | undefined)[]): Range | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? [Math.min(...known), Math.max(...known)] : undefined;
}

function byBedroomsThenRent(one: OfferedPlan, other: OfferedPlan): number {
  const order = (value: number | undefined) => value ?? 1e12;
  return (
    order(one.bedrooms) - order(other.bedrooms) ||
    order(one.rent?.[0]) - order(other.rent?.[0]) ||
    one.name.localeCompare(other.name, 'en')
  );
}

/** Nothing that a page with a certificate would refuse or warn about, and no address with a password in it. */
function mayBeShown(url: string, ownPictures: boolean): boolean {
  if (ownPictures && /^\/floor-plans\/[\w-]+\.svg$/.test(url)) return true;
  if (!URL.canParse(url)) return false;
  const { protocol, username, password, hostname } = new URL(url);
  return protocol === 'https:' && !username && !password && hostname.includes('.');
}
