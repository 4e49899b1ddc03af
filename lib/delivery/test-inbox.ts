import assert from 'node:assert/strict';
import { receiveWebhook } from '../app/receive-webhook.ts';
import { signPayload } from '../propexo/simulator/webhook-delivery.ts';
import type { DeliveryContext } from './context.ts';

const secret = 'the-secret-of-the-tests';

/** Brings a message of Propexo through the door, as its webhook would. */
export async function tell({ database, log }: DeliveryContext, message: object | string): Promise<void> {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  const request = new Request('https://leads.example/api/webhooks/propexo', {
    method: 'POST',
    headers: { 'propexo-signature': signPayload(secret, body) },
    body,
  });
  assert.equal(await receiveWebhook({ database, log, secrets: [secret] }, request), 200);
}

/** Every message, in the order of arrival, as what it was taken for; null while it waits. */
export async function outcomes({ database }: DeliveryContext): Promise<(string | null)[]> {
  const rows = await database.db
    .selectFrom('webhook_event')
    .select('outcome')
    .orderBy('received_at')
    .execute();
  return rows.map(({ outcome }) => outcome);
}

export function failedWrite(jobId: unknown, integrationId: string, more: object = {}): object {
  const data = { event: 'WRITE_OPERATION_FAILURE', vendor: 'RESMAN', write_status: 'FAILURE', errors: [] };
  return {
    trigger: 'WRITE_OPERATION_FAILURE',
    data: { ...data, integration_id: integrationId, root_job_id: jobId, ...more },
  };
}

export function newLead(notes: string, integrationId: string, more: object = {}): object {
  return {
    trigger: 'DATA_NEW',
    data: {
      event: 'DATA_NEW',
      job_type: 'READ',
      root_job_id: 'read-1',
      integration_id: integrationId,
      record_id: 'lead-1',
      object: 'leads',
      payload: { notes },
      ...more,
    },
  };
}
