/** What every row of Propexo's read endpoints carries. Times are ISO 8601. Source: OpenAPI 2026-02-12. */
export type CatalogRow = {
  id: string;
  integration_id: string;
  integration_vendor: 'RESMAN';
  x_id: string;
  x_property_id: string;
  created_at: string;
  updated_at: string;
  last_seen: string;
};
type OfProperty = CatalogRow & { property_id: string };

export type Property = CatalogRow & {
  name: string | null;
  address_1: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  is_active: boolean | null;
  number_of_units: number | null;
  manager_phone_1: string | null;
  website: string | null;
  short_description: string | null;
};
export type LeadSource = OfProperty & { name: string | null };
export type Employee = OfProperty & { name: string | null; email: null; is_active: null; roles: string[] };
export type FloorPlan = OfProperty & {
  name: string;
  marketing_name: string | null;
  description: string | null;
  bedrooms: number | null;
  bathrooms: string | null;
  rent_minimum_in_cents: number | null;
  rent_maximum_in_cents: number | null;
  rentable_square_feet: number | null;
  unit_count: number | null;
  image_urls: string[];
};
export type Unit = OfProperty & {
  number: string;
  floor: string | null;
  bedrooms: string | null;
  bathrooms: string | null;
  square_feet: number | null;
  floor_plan_id: string | null;
  floor_plan_name: string | null;
  rent_amount_market_in_cents: number | null;
  is_available: boolean | null;
  is_vacant: boolean | null;
};
/** `unit_id` is null as in the ResMan sample: a listing is joined on property and number. */
export type Listing = OfProperty & {
  number: string | null;
  unit_id: string | null;
  floor_plan_id: string | null;
  bedrooms: string | null;
  bathrooms: string | null;
  square_feet: number | null;
  rent_amount_in_cents: number | null;
  available_date: string | null;
  is_available: boolean | null;
  application_url: string | null;
};

export type Catalog = {
  properties: Property[];
  lead_sources: LeadSource[];
  employees: Employee[];
  floor_plans: FloorPlan[];
  units: Unit[];
  listings: Listing[];
};

/** Both catalogs in one; a row of `addition` replaces the row with its id. */
export function mergeCatalogs(base: Catalog, addition: Partial<Catalog>): Catalog {
  const merge = <Row extends CatalogRow>(rows: Row[], added: Row[] = []) => {
    const ids = new Set(added.map((row) => row.id));
    return [...rows.filter((row) => !ids.has(row.id)), ...added];
  };
  return {
    properties: merge(base.properties, addition.properties),
    lead_sources: merge(base.lead_sources, addition.lead_sources),
    employees: merge(base.employees, addition.employees),
    floor_plans: merge(base.floor_plans, addition.floor_plans),
    units: merge(base.units, addition.units),
    listings: merge(base.listings, addition.listings),
  };
}

/** The catalog with every row changed, or left out where nothing comes back. */
export function eachRow(
  catalog: Catalog,
  change: <Row extends CatalogRow>(row: Row) => Row | undefined,
): Catalog {
  const rows = <Row extends CatalogRow>(of: Row[]) => of.flatMap((row) => change(row) ?? []);
  return {
    properties: rows(catalog.properties),
    lead_sources: rows(catalog.lead_sources),
    employees: rows(catalog.employees),
    floor_plans: rows(catalog.floor_plans),
    units: rows(catalog.units),
    listings: rows(catalog.listings),
  };
}
