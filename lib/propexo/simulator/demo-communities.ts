import type { FloorPlan, Property } from './catalog.ts';

/** A demo community: rents in cents, areas in square feet. `available_in_days` null: let. */
export type Community = {
  integration_id: string;
  property_id: string;
  property: Pick<
    Property,
    'name' | 'address_1' | 'city' | 'state' | 'zip' | 'manager_phone_1' | 'website' | 'short_description'
  >;
  employees: { id: string; name: string }[];
  lead_sources: { id: string; name: string }[];
  /** `picture`: the name of a drawing in public/floor-plans. */
  floor_plans: ({ picture?: string } & Pick<
    FloorPlan,
    | 'name'
    | 'description'
    | 'bedrooms'
    | 'bathrooms'
    | 'rentable_square_feet'
    | 'rent_minimum_in_cents'
    | 'rent_maximum_in_cents'
  >)[];
  units: { number: string; floor_plan: string; rent_in_cents: number; available_in_days: number | null }[];
};

export const demoIntegrationId = 'cm5v1qz8e0000l70c3hk2r9xw';

export const mapleCourt: Community = {
  integration_id: demoIntegrationId,
  property_id: 'cm5v1k9p34y6n3wd25rq4f5zr',
  property: {
    name: 'Maple Court',
    address_1: '1480 Laurel Street',
    city: 'San Carlos',
    state: 'CA',
    zip: '94070',
    manager_phone_1: '+1 415 555 0100',
    website: 'https://www.maplecourt.example',
    short_description: 'Garden apartments a short walk from the San Carlos station.',
  },
  employees: [
    { id: 'cm5v237e3p3e2z8iq9y7jzb6c', name: 'Dana Whitfield' },
    { id: 'cm5v2n6z43dvyrkttnjfbf5jx', name: 'Luis Ortega' },
  ],
  lead_sources: [
    { id: 'cm5v3vlsi47wqal9vq24zklmv', name: 'Website' },
    { id: 'cm5v3t45hu43jsiom1tma7v3d', name: 'Zillow' },
    { id: 'cm5v3i8fppv5aspzh8rzhqmoe', name: 'Apartments.com' },
    { id: 'cm5v395b9ee0vbgi09qynk8w3', name: 'Google' },
    { id: 'cm5v3tzpppp6up3c4dsa7l360', name: 'Drive-by' },
  ],
  floor_plans: [
    {
      name: 'Sapling',
      picture: 'sapling',
      description: 'Studio facing the courtyard',
      bedrooms: 0,
      bathrooms: '1.0',
      rentable_square_feet: 480,
      rent_minimum_in_cents: 239500,
      rent_maximum_in_cents: 254500,
    },
    {
      name: 'Linden',
      picture: 'linden',
      description: 'One bedroom with a balcony',
      bedrooms: 1,
      bathrooms: '1.0',
      rentable_square_feet: 705,
      rent_minimum_in_cents: 289500,
      rent_maximum_in_cents: 316000,
    },
    {
      name: 'Juniper',
      picture: 'juniper',
      description: 'Two bedrooms with a split layout',
      bedrooms: 2,
      bathrooms: '2.0',
      rentable_square_feet: 1010,
      rent_minimum_in_cents: 374500,
      rent_maximum_in_cents: 409500,
    },
    {
      name: 'Sequoia',
      picture: 'sequoia',
      description: 'Three bedrooms on a corner',
      bedrooms: 3,
      bathrooms: '2.0',
      rentable_square_feet: 1285,
      rent_minimum_in_cents: 459500,
      rent_maximum_in_cents: 489500,
    },
  ],
  units: [
    { number: '101', floor_plan: 'Sapling', rent_in_cents: 239500, available_in_days: 0 },
    { number: '102', floor_plan: 'Linden', rent_in_cents: 289500, available_in_days: null },
    { number: '103', floor_plan: 'Juniper', rent_in_cents: 374500, available_in_days: 21 },
    { number: '201', floor_plan: 'Sapling', rent_in_cents: 246000, available_in_days: null },
    { number: '202', floor_plan: 'Linden', rent_in_cents: 299500, available_in_days: 7 },
    { number: '203', floor_plan: 'Juniper', rent_in_cents: 389500, available_in_days: null },
    { number: '204', floor_plan: 'Sequoia', rent_in_cents: 459500, available_in_days: 45 },
    { number: '301', floor_plan: 'Linden', rent_in_cents: 316000, available_in_days: 14 },
    { number: '302', floor_plan: 'Juniper', rent_in_cents: 409500, available_in_days: null },
    { number: '304', floor_plan: 'Sequoia', rent_in_cents: 489500, available_in_days: null },
  ],
};

export const foundryLofts: Community = {
  integration_id: demoIntegrationId,
  property_id: 'cm5v19y6n14do9gmnu77vtuuj',
  property: {
    name: 'The Foundry Lofts',
    address_1: '2140 Blake Street',
    city: 'Denver',
    state: 'CO',
    zip: '80205',
    manager_phone_1: '+1 303 555 0140',
    website: 'https://www.foundrylofts.example',
    short_description: 'Lofts in a converted iron works in the Ballpark district.',
  },
  employees: [
    { id: 'cm5v2596lguax1dxn9y1xj5gx', name: 'Priya Raman' },
    { id: 'cm5v2nameyywlecfpecxvm11h', name: 'Grant Sorensen' },
  ],
  lead_sources: [
    { id: 'cm5v3ugcmsmn5e6eucldu0um5', name: 'Website' },
    { id: 'cm5v37ocubrl5ptp5aa819t9u', name: 'Zillow' },
    { id: 'cm5v3m9zz8106x8rcd1gdiwfk', name: 'Apartments.com' },
    { id: 'cm5v3gyq83mtxqw8y9xw1sb09', name: 'Google' },
    { id: 'cm5v3b9u7z3kxxzu6z3fch26w', name: 'Drive-by' },
  ],
  floor_plans: [
    {
      name: 'Anvil',
      picture: 'anvil',
      description: 'Open studio with tall windows',
      bedrooms: 0,
      bathrooms: '1.0',
      rentable_square_feet: 540,
      rent_minimum_in_cents: 158500,
      rent_maximum_in_cents: 172500,
    },
    {
      name: 'Crucible',
      picture: 'crucible',
      description: 'One bedroom on two levels',
      bedrooms: 1,
      bathrooms: '1.0',
      rentable_square_feet: 790,
      rent_minimum_in_cents: 194500,
      rent_maximum_in_cents: 221500,
    },
    {
      name: 'Bellows',
      description: 'Two bedrooms with a den',
      bedrooms: 2,
      bathrooms: '2.0',
      rentable_square_feet: 1120,
      rent_minimum_in_cents: 268500,
      rent_maximum_in_cents: 297500,
    },
    {
      name: 'Ironworks',
      description: 'Three bedrooms under the roof',
      bedrooms: 3,
      bathrooms: '2.5',
      rentable_square_feet: 1540,
      rent_minimum_in_cents: 359500,
      rent_maximum_in_cents: 389500,
    },
  ],
  units: [
    { number: '110', floor_plan: 'Anvil', rent_in_cents: 158500, available_in_days: 3 },
    { number: '112', floor_plan: 'Crucible', rent_in_cents: 194500, available_in_days: null },
    { number: '210', floor_plan: 'Anvil', rent_in_cents: 165000, available_in_days: null },
    { number: '212', floor_plan: 'Crucible', rent_in_cents: 208500, available_in_days: 0 },
    { number: '214', floor_plan: 'Bellows', rent_in_cents: 268500, available_in_days: 30 },
    { number: '310', floor_plan: 'Crucible', rent_in_cents: 221500, available_in_days: null },
    { number: '312', floor_plan: 'Bellows', rent_in_cents: 297500, available_in_days: 10 },
    { number: '410', floor_plan: 'Ironworks', rent_in_cents: 389500, available_in_days: 60 },
  ],
};
