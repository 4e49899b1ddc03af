import { createHash } from 'node:crypto';
import type { Catalog, FloorPlan, Listing, Unit } from './catalog.ts';
import { mergeCatalogs } from './catalog.ts';
import { catalogRow } from './catalog-rows.ts';
import { type Community, foundryLofts, mapleCourt } from './demo-communities.ts';

export { demoIntegrationId, foundryLofts, mapleCourt } from './demo-communities.ts';

const day = 86_400_000;

/** The catalog of the two demo communities; listings become available in the weeks after `today`. */
export function createDemoCatalog(today: Date): Catalog {
  return mergeCatalogs(communityCatalog(mapleCourt, today), communityCatalog(foundryLofts, today));
}

export const demoCatalog: Catalog = createDemoCatalog(new Date());

function communityCatalog(community: Community, today: Date): Catalog {
  const row = (id: string) => ({
    ...catalogRow(id, community.integration_id, community.property_id),
    last_seen: today.toISOString(),
    property_id: community.property_id,
  });
  const derivedId = (kind: string, name: string) => {
    const digest = createHash('sha256').update(`${community.property_id}/${kind}/${name}`).digest('hex');
    return `cm${BigInt(`0x${digest}`).toString(36).slice(0, 23)}`;
  };

  const floorPlans: FloorPlan[] = community.floor_plans.map(({ picture, ...plan }) => ({
    ...row(derivedId('floor-plan', plan.name)),
    ...plan,
    marketing_name: plan.name,
    unit_count: community.units.filter((unit) => unit.floor_plan === plan.name).length,
    image_urls: picture ? [`/floor-plans/${picture}.svg`] : [],
  }));
  const planOf = (name: string) => floorPlans.find((plan) => plan.name === name);

  const units: Unit[] = community.units.map((unit) => {
    const plan = planOf(unit.floor_plan);
    return {
      ...row(derivedId('unit', unit.number)),
      number: unit.number,
      floor: unit.number.slice(0, 1),
      bedrooms: plan ? String(plan.bedrooms) : null,
      bathrooms: plan?.bathrooms ?? null,
      square_feet: plan?.rentable_square_feet ?? null,
      floor_plan_id: plan?.id ?? null,
      floor_plan_name: unit.floor_plan,
      rent_amount_market_in_cents: unit.rent_in_cents,
      is_available: unit.available_in_days !== null,
      is_vacant: unit.available_in_days === 0,
    };
  });
  const listings: Listing[] = community.units.flatMap((unit, index) => {
    const known = units[index];
    if (unit.available_in_days === null || !known) return [];
    return {
      ...row(derivedId('listing', unit.number)),
      number: unit.number,
      unit_id: null,
      floor_plan_id: known.floor_plan_id,
      bedrooms: known.bedrooms,
      bathrooms: known.bathrooms,
      square_feet: known.square_feet,
      rent_amount_in_cents: unit.rent_in_cents,
      available_date: new Date(today.getTime() + unit.available_in_days * day).toISOString().slice(0, 10),
      is_available: true,
      application_url: `${community.property.website}/apply?unit=${unit.number}`,
    };
  });

  return {
    properties: [
      {
        ...catalogRow(community.property_id, community.integration_id, community.property_id),
        ...community.property,
        is_active: true,
        number_of_units: community.units.length,
      },
    ],
    lead_sources: community.lead_sources.map(({ id, name }) => ({ ...row(id), name })),
    // ResMan's 2024 sample fills only the name of an employee.
    employees: community.employees.map(({ id, name }) => ({
      ...row(id),
      name,
      email: null,
      is_active: null,
      roles: [],
    })),
    floor_plans: floorPlans,
    units,
    listings,
  };
}
