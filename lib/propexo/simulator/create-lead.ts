import { z } from 'zod';
import type { Account } from './account.ts';
import { type Answer, jsonAnswer, parseOrRefuse } from './answer.ts';
import { queueJob } from './jobs.ts';
import type { ApiRequest } from './request.ts';

const id = z.string().min(1);
const text = z.string().optional();
const amount = z.number().nonnegative().optional();
const phoneType = z.enum(['FAX', 'HOME', 'MOBILE', 'WORK']).optional();

/** Body of `POST /v1/leads/resman/`, in the documented order. Source: Propexo docs, create-lead-res-man. */
export const createLeadSchema = z.strictObject({
  integration_id: id,
  property_id: id,
  lead_source_id: id,
  employee_id: id,
  first_name: z.string(),
  last_name: z.string(),
  unit_id: id.optional(),
  floor_plan_id: id.optional(),
  email_1: text,
  phone_1: text,
  phone_1_type: phoneType,
  phone_2: text,
  phone_2_type: phoneType,
  address_1: text,
  address_2: text,
  city: text,
  state: text,
  zip: text,
  notes: text,
  desired_num_bedrooms: amount,
  desired_num_bathrooms: amount,
  desired_max_rent_in_cents: amount,
  desired_lease_term_in_months: amount,
  target_move_in_date: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
});

export type CreateLead = z.output<typeof createLeadSchema>;

/** 200 means "queued". The echo repeats the request, unset fields null, and carries no lead id. */
export function createLead(account: Account, request: ApiRequest): Answer {
  const body = parseOrRefuse(createLeadSchema, request.json());
  const job = queueJob(account, body, null);
  const fields = Object.keys(createLeadSchema.shape) as (keyof CreateLead)[];
  const result = Object.fromEntries(fields.map((field) => [field, body[field] ?? null]));
  return jsonAnswer(200, { meta: { job_id: job.job_id }, result });
}
