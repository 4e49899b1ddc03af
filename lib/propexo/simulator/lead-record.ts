import type { Account } from './account.ts';
import type { Catalog } from './catalog.ts';
import { externalId } from './catalog-rows.ts';
import type { CreateLead } from './create-lead.ts';

export type LeadRecord = ReturnType<typeof toLeadRecord>;

/**
 * The lead as `GET /v1/leads/` shows it, plus the job that made it.
 * Null where the ResMan sample is null. Source: OpenAPI 2026-02-12, Lead; Propexo docs, get-all-leads (ResMan).
 */
export function toLeadRecord(account: Account, jobId: string, body: CreateLead) {
  const now = new Date(account.now()).toISOString();
  return {
    id: account.ids.next(),
    job_id: jobId,
    created_at: now,
    updated_at: now,
    last_seen: now,
    integration_id: body.integration_id,
    integration_vendor: 'RESMAN',
    property_id: body.property_id,
    lead_source_id: body.lead_source_id,
    lead_source: nameOfSource(account.catalog, body.lead_source_id),
    x_id: account.ids.guid(),
    x_property_id: externalId(body.property_id),
    x_leasing_agent_id: externalId(body.employee_id),
    x_lead_source_id: externalId(body.lead_source_id),
    x_created_at: null,
    x_updated_at: null,
    x_unit_id: null,
    x_unit_id_preferred: null,
    unit_id_preferred: body.unit_id === undefined ? [] : [body.unit_id],
    desired_floor_plan_id: body.floor_plan_id ?? null,
    first_name: body.first_name,
    last_name: body.last_name,
    email_1: body.email_1 ?? null,
    email_2: null,
    phone_1: tenDigits(body.phone_1),
    phone_1_type: body.phone_1 === undefined ? null : (body.phone_1_type ?? 'HOME'),
    phone_2: tenDigits(body.phone_2),
    phone_2_type: body.phone_2 === undefined ? null : (body.phone_2_type ?? 'MOBILE'),
    address_1: body.address_1 ?? null,
    address_2: body.address_2 ?? null,
    city: body.city ?? null,
    state: body.state ?? null,
    zip: body.zip ?? null,
    notes: body.notes ?? null,
    status: null,
    desired_num_bedrooms: body.desired_num_bedrooms ?? null,
    desired_num_bathrooms: body.desired_num_bathrooms ?? null,
    desired_max_rent_in_cents: body.desired_max_rent_in_cents ?? null,
    // A number on write, a string on read.
    desired_lease_term_in_months:
      body.desired_lease_term_in_months === undefined ? null : String(body.desired_lease_term_in_months),
    target_move_in_date: body.target_move_in_date?.slice(0, 10) ?? null,
    pets: null,
    screenings: null,
  };
}

function nameOfSource(catalog: Catalog, id: string): string | null {
  return catalog.lead_sources.find((source) => source.id === id)?.name ?? null;
}

/** The `phone_1` filter takes ten digits only, so that is how the cache must hold a number it can read. */
function tenDigits(phone: string | undefined): string | null {
  if (phone === undefined) return null;
  const national = phone.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return /^[2-9]\d{9}$/.test(national) ? national : phone;
}
