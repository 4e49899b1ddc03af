import { createHash } from 'node:crypto';
import type { Catalog, CatalogRow, Property } from './catalog.ts';

const firstSync = '2026-01-12T09:30:00.000Z';
const lastSync = '2026-02-27T09:30:00.000Z';

/** The members every row has. External ids are GUIDs, made from the id so that they stay the same. */
export function catalogRow(id: string, integrationId: string, propertyId: string): CatalogRow {
  return {
    id,
    integration_id: integrationId,
    integration_vendor: 'RESMAN',
    x_id: externalId(id),
    x_property_id: externalId(propertyId),
    created_at: firstSync,
    updated_at: lastSync,
    last_seen: lastSync,
  };
}

export function externalId(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export type BareProperty = {
  integration_id: string;
  property_id: string;
  employee_ids: string[];
  lead_source_ids: string[];
  name?: string;
};

/** The catalog of a property of which only the ids are known, as in a customer's own properties file. */
export function bareCatalog(bare: BareProperty): Partial<Catalog> {
  const row = (id: string) => ({
    ...catalogRow(id, bare.integration_id, bare.property_id),
    property_id: bare.property_id,
  });
  const property: Property = {
    ...catalogRow(bare.property_id, bare.integration_id, bare.property_id),
    name: bare.name ?? null,
    address_1: null,
    city: null,
    state: null,
    zip: null,
    is_active: true,
    number_of_units: null,
    manager_phone_1: null,
    website: null,
    short_description: null,
  };
  return {
    properties: [property],
    employees: bare.employee_ids.map((id) => ({
      ...row(id),
      name: null,
      email: null,
      is_active: null,
      roles: [],
    })),
    lead_sources: bare.lead_source_ids.map((id) => ({ ...row(id), name: null })),
  };
}
