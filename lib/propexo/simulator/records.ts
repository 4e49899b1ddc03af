import type { CreateLead } from './create-lead.ts';
import type { LeadRecord } from './lead-record.ts';
import type { JobOutcome } from './scenario.ts';

/** One entry of the write queue. Times are epoch ms; `settles_at: null` means it stays PENDING for ever. */
export type WriteJob = {
  job_id: string;
  body: CreateLead;
  received_at: number;
  settles_at: number | null;
  outcome: JobOutcome | null;
  write_status: 'PENDING' | 'SUCCESS' | 'PARTIAL_SUCCESS' | 'FAILURE';
  errors: string[];
  created_record_id: string | null;
  settled_at: number | null;
  retry_of: string | null;
};

export type Webhook = {
  id: string;
  url: string;
  headers: { header: string; value: string }[] | null;
  triggers: { id: string; trigger: string; model: string | null }[];
  active: boolean;
  secret: string;
  system: 'SANDBOX';
  created_at: string;
  updated_at: string;
};

/** A message to a webhook; `text` are the exact bytes the signature is over. */
export type WebhookDelivery = {
  id: string;
  webhook_id: string;
  url: string;
  text: string;
  signature: string;
  created_at: number;
  attempts: { at: number; status: number | null; error: string | null }[];
};

/** What the simulator remembers across a restart. */
export type Records = {
  leads: LeadRecord[];
  jobs: WriteJob[];
  webhooks: Webhook[];
  deliveries: WebhookDelivery[];
};

export function noRecords(): Records {
  return { leads: [], jobs: [], webhooks: [], deliveries: [] };
}
