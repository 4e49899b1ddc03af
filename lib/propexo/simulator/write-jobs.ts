import { z } from 'zod';
import type { Account } from './account.ts';
import { type Answer, errorAnswer, jsonAnswer, parseOrRefuse, Refusal } from './answer.ts';
import { queueJob } from './jobs.ts';
import type { WriteJob } from './records.ts';
import type { ApiRequest } from './request.ts';

/** `GET /v1/admin/write-status/{root_job_id}`: a flat body. Source: OpenAPI 2026-02-12. */
export function writeStatus(account: Account, request: ApiRequest): Answer {
  const { write_status, errors, created_record_id } = jobOf(account, request.id);
  return jsonAnswer(200, { write_status, errors, created_record_id });
}

/** `POST /v1/admin/retry-write/{root_job_id}`: a new job for a failed one. PARTIAL_SUCCESS is refused: undocumented. */
export function retryWrite(account: Account, request: ApiRequest): Answer {
  const job = jobOf(account, request.id);
  parseOrRefuse(z.strictObject({}), request.json());
  if (job.write_status !== 'FAILURE') {
    throw new Refusal(errorAnswer(400, `job ${job.job_id} has not failed (${job.write_status})`));
  }
  const retry = queueJob(account, job.body, job.job_id);
  return jsonAnswer(200, { success: true, job_id: retry.job_id });
}

function jobOf(account: Account, id: string): WriteJob {
  const job = account.records.jobs.find((candidate) => candidate.job_id === id);
  if (!job) throw new Refusal(errorAnswer(404, `no write job ${id}`));
  return job;
}

const spans = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24 };

const writeCategories = (
  'amenities applicants applications contracts crm_listings deposit_summaries event_types events file_types ' +
  'file_upload invoices leads leases listings properties purchase_orders recurring_resident_charges resident_charges ' +
  'resident_payments resident_pets residents service_request_vendors service_requests transactions units'
).split(' ');

const logQuery = z.strictObject({
  integration_id: z.string().optional(),
  status: z.enum(['SUCCESS', 'FAILURE']).optional(),
  write_category: z.enum(writeCategories).optional(),
  time_range: z.enum(['hour', 'day', 'week', 'month']).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(100),
  offset: z.coerce.number().int().min(0).default(0),
});

/**
 * `GET /v1/admin/logs/writes/`: newest first. A row is SUCCESS or FAILURE and nothing else, so a pending job has
 * none yet, and PARTIAL_SUCCESS is shown as FAILURE. Source: OpenAPI 2026-02-12.
 */
export function writeLog(account: Account, request: ApiRequest): Answer {
  const query = parseOrRefuse(logQuery, request.query);
  const since = query.time_range ? account.now() - spans[query.time_range] * 3_600_000 : 0;
  const logs = account.records.jobs
    .filter((job) => job.write_status !== 'PENDING' && job.received_at >= since)
    .map(toLogRow)
    .filter((row) => query.integration_id === undefined || row.integration_id === query.integration_id)
    .filter((row) => query.status === undefined || row.status === query.status)
    .filter(() => query.write_category === undefined || query.write_category === 'leads')
    .reverse()
    .slice(query.offset, query.offset + query.limit);
  return jsonAnswer(200, { results: { logs } });
}

function toLogRow(job: WriteJob) {
  return {
    id: `${job.job_id}log`,
    job_log_id: `${job.job_id}log`,
    job_id: job.job_id,
    created_at: new Date(job.received_at).toISOString(),
    status: job.write_status === 'SUCCESS' ? 'SUCCESS' : 'FAILURE',
    integration_id: job.body.integration_id,
    job_type: 'WRITE',
    parameters: job.body,
    error: job.errors.length > 0 ? job.errors.join('; ') : null,
    name: 'leads',
    vendor: 'RESMAN',
  };
}
