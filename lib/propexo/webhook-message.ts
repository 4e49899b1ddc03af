import { z } from 'zod';
import { parseJson } from './answers.ts';

/** What a message of Propexo's webhooks says, as far as it concerns the delivery of leads. */
export interface WebhookMessage {
  /** `write_failed`: a write job ended without success. `lead_seen`: a lead is new or changed in ResMan. */
  kind: 'write_failed' | 'lead_seen' | 'other';
  trigger: string | undefined;
  integrationId: string | undefined;
  jobId: string | undefined;
  /** The Propexo id of the record that it is about. */
  recordId: string | undefined;
  /** The notes of that record, which may carry our reference. */
  notes: string[];
}

/** The trigger of a failed write, also given to a message that shows one without naming it. */
export const writeFailure = 'WRITE_OPERATION_FAILURE';
const recordTriggers = ['DATA_NEW', 'DATA_UPDATE'];

/** Opaque ids: what cannot be one (NUL would be refused by PostgreSQL) is read as absent. */
const id = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .optional()
  .catch(undefined);
const text = z.string().optional().catch(undefined);

/** A record, which may come as JSON inside a string, as the errors of write-status do. */
const record = z.preprocess(
  (value) => (typeof value === 'string' ? parseJson(value) : value),
  z.looseObject({ id, notes: text }).optional().catch(undefined),
);

const message = z.looseObject({
  trigger: id,
  event: id,
  integration_id: id,
  root_job_id: id,
  job_id: id,
  write_status: text,
  record_id: id,
  object: text,
  payload: record,
  diff: z.looseObject({ new: record }).optional().catch(undefined),
});

const envelope = z.looseObject({
  trigger: id,
  data: message.optional().catch(undefined),
  meta: z.looseObject({ object: text, integration_id: id }).optional().catch(undefined),
});

/**
 * Reads the raw text of a message: `{ trigger, data, meta }`, or the bare inner object that some of Propexo's samples
 * show. Lenient as the reading of answers; undefined only when it is no JSON object at all.
 * (Source: Propexo docs, webhook-details: write-operation-failure, data-new, data-update.)
 */
export function readWebhookMessage(raw: string): WebhookMessage | undefined {
  const json = parseJson(raw);
  const { data: outer } = envelope.safeParse(json);
  const inner = outer?.data ?? message.safeParse(json).data;
  if (!outer || !inner) return undefined;
  const isFailedWrite = inner.write_status === 'FAILURE' || inner.write_status === 'PARTIAL_SUCCESS';
  const trigger = outer.trigger ?? inner.trigger ?? inner.event ?? (isFailedWrite ? writeFailure : undefined);
  const records = [inner.payload, inner.diff?.new].filter((found) => found !== undefined);
  return {
    kind: kindOf(trigger, inner.object ?? outer.meta?.object),
    trigger,
    integrationId: inner.integration_id ?? outer.meta?.integration_id,
    jobId: inner.root_job_id ?? inner.job_id,
    recordId: inner.record_id ?? records.find((found) => found.id)?.id,
    notes: records.flatMap(({ notes }) => notes ?? []),
  };
}

function kindOf(trigger: string | undefined, object: string | undefined): WebhookMessage['kind'] {
  if (trigger === writeFailure) return 'write_failed';
  return recordTriggers.includes(trigger ?? '') && object === 'leads' ? 'lead_seen' : 'other';
}
