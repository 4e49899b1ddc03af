import type { Account } from './account.ts';
import { resmanErrors } from './belonging.ts';
import type { CreateLead } from './create-lead.ts';
import { toLeadRecord } from './lead-record.ts';
import type { WriteJob } from './records.ts';
import { announceFailure, announceLead } from './webhook-delivery.ts';

/** Puts a write in the queue; the next job outcome played for it, if any, is taken now. */
export function queueJob(account: Account, body: CreateLead, retryOf: string | null): WriteJob {
  const outcome = account.scenarios.takeJobOutcome(body);
  const settlesIn = outcome?.outcome === 'PENDING' ? null : (outcome?.afterMs ?? account.settleMs);
  const job: WriteJob = {
    job_id: account.ids.next(),
    body,
    received_at: account.now(),
    settles_at: settlesIn === null ? null : account.now() + settlesIn,
    outcome,
    write_status: 'PENDING',
    errors: [],
    created_record_id: null,
    settled_at: null,
    retry_of: retryOf,
  };
  account.records.jobs.push(job);
  account.changed();
  if (settlesIn === 0) settleJob(account, job);
  else armJob(account, job);
  return job;
}

/** Lets a pending job settle in its time; also for jobs found in the journal. */
export function armJob(account: Account, job: WriteJob) {
  if (job.settles_at === null || job.write_status !== 'PENDING') return;
  account.timers.start(job.settles_at - account.now(), () => settleJob(account, job));
}

/** Settles jobs whose time has come by `now()`, for a caller that moves only the clock. */
export function settleDueJobs(account: Account) {
  const now = account.now();
  for (const job of account.records.jobs) {
    if (job.settles_at !== null && job.settles_at <= now) settleJob(account, job);
  }
}

/** Settles every pending job that ever would. */
export function settleAllJobs(account: Account) {
  for (const job of account.records.jobs) {
    if (job.settles_at !== null) settleJob(account, job);
  }
}

function settleJob(account: Account, job: WriteJob) {
  if (job.write_status !== 'PENDING') return;
  const played = job.outcome;
  const errors = played?.outcome ? [] : resmanErrors(account.catalog, job.body);
  job.write_status = played?.outcome ?? (errors.length > 0 ? 'FAILURE' : 'SUCCESS');
  job.errors = [...errors, ...(played?.errors ?? [])];
  job.settled_at = account.now();

  const leadExists = played?.leadExists ?? job.write_status !== 'FAILURE';
  if (leadExists) {
    const lead = toLeadRecord(account, job.job_id, job.body);
    account.records.leads.push(lead);
    announceLead(account, lead);
    if (job.write_status !== 'FAILURE') job.created_record_id = lead.id;
  }
  if (played?.createdRecordId !== undefined) job.created_record_id = played.createdRecordId;
  if (job.write_status !== 'SUCCESS') announceFailure(account, job);
  account.changed();
}
