import type { CalendarDate } from '../../lead/calendar-date.ts';

/** What Propexo tells of a property's homes, in our own words. Whatever it does not tell is left out. Rents in cents. */
export interface HomeRecords {
  plans: FloorPlan[];
  units: Unit[];
  listings: Listing[];
}

interface SeenRecord {
  id: string;
  /** When Propexo last saw it in ResMan, epoch milliseconds: a record that was deleted there stays, and this stops. */
  seenAt?: number;
}

export interface FloorPlan extends SeenRecord {
  name: string;
  bedrooms?: number;
  bathrooms?: number;
  squareFeet?: number;
  rentFrom?: number;
  rentTo?: number;
  pictures: string[];
}

export interface Unit extends SeenRecord {
  number?: string;
  building?: string;
  floor?: string;
  planId?: string;
  planName?: string;
  /** The id that ResMan has for it. */
  externalId?: string;
  bedrooms?: number;
  bathrooms?: number;
  squareFeet?: number;
  rent?: number;
  available?: boolean;
  vacant?: boolean;
}

/** An offer of a unit: the only place that says from when. ResMan's often name their unit by number only. */
export interface Listing extends SeenRecord {
  number?: string;
  unitId?: string;
  externalUnitId?: string;
  squareFeet?: number;
  rent?: number;
  availableFrom?: CalendarDate;
  available?: boolean;
}

export const noHomes: HomeRecords = { plans: [], units: [], listings: [] };
