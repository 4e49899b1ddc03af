import { z } from 'zod';
import type { Account } from './account.ts';
import { type Answer, errorAnswer, jsonAnswer, parseOrRefuse, Refusal } from './answer.ts';
import { pageOf } from './paging.ts';
import type { ApiRequest } from './request.ts';

type Row = { id: string } & Record<string, unknown>;
type Collection = { rows: (account: Account) => Row[]; filters: Record<string, string> };

const sameName = (...names: string[]) => Object.fromEntries(names.map((name) => [name, name]));
const everywhere = sameName('integration_id', 'integration_vendor', 'location_id', 'x_id', 'x_property_id');
const times = {
  updated_at_gte: 'updated_at',
  updated_at_lte: 'updated_at',
  last_seen_gte: 'last_seen',
  last_seen_lte: 'last_seen',
};

/** The read endpoints, one generic shape for all vendors. Source: OpenAPI 2026-02-12, parameters of each list. */
export const collections: Record<string, Collection> = {
  leads: {
    rows: (account) => account.records.leads.map(({ job_id, ...lead }) => lead),
    filters: {
      ...everywhere,
      ...times,
      ...sameName('property_id', 'email_1', 'email_2', 'phone_1', 'x_unit_id'),
    },
  },
  'lead-sources': {
    rows: (account) => account.catalog.lead_sources,
    filters: { ...everywhere, ...sameName('property_id') },
  },
  employees: {
    rows: (account) => account.catalog.employees,
    filters: sameName('integration_id', 'integration_vendor', 'location_id', 'property_id'),
  },
  properties: {
    rows: (account) => account.catalog.properties,
    filters: { ...everywhere, ...sameName('is_active') },
  },
  'floor-plans': {
    rows: (account) => account.catalog.floor_plans,
    filters: { ...everywhere, ...sameName('property_id') },
  },
  units: {
    rows: (account) => account.catalog.units,
    filters: { ...everywhere, ...sameName('property_id'), unit_number: 'number' },
  },
  listings: {
    rows: (account) => account.catalog.listings,
    filters: { ...everywhere, ...times, ...sameName('property_id', 'unit_id') },
  },
};

const leadsQuery = z.looseObject({
  phone_1: z
    .string()
    .regex(/^[2-9]\d{9}$/)
    .optional(),
});
const unitsQuery = z
  .looseObject({ unit_number: z.string().optional(), property_id: z.string().optional() })
  .refine((query) => query.unit_number === undefined || query.property_id !== undefined, {
    path: ['property_id'],
    message: 'Required when filtering by unit_number',
  });

export function listOf(name: string, collection: Collection) {
  return (account: Account, request: ApiRequest): Answer => {
    if (name === 'leads') parseOrRefuse(leadsQuery, request.query);
    if (name === 'units') parseOrRefuse(unitsQuery, request.query);
    return jsonAnswer(200, pageOf(collection.rows(account), request.query, collection.filters));
  };
}

/** By id the record stands under the same key as a list: `{ meta, results: {…} }`. */
export function oneOf(collection: Collection) {
  return (account: Account, request: ApiRequest): Answer => {
    const row = collection.rows(account).find((candidate) => candidate.id === request.id);
    if (!row) throw new Refusal(errorAnswer(404, `no record ${request.id}`));
    return jsonAnswer(200, { meta: { orderBy: [] }, results: row });
  };
}
