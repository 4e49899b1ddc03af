import { createHmac } from 'node:crypto';
import type { Account } from './account.ts';
import type { LeadRecord } from './lead-record.ts';
import type { Webhook, WebhookDelivery, WriteJob } from './records.ts';

/** Lowercase hex HMAC-SHA256 of the raw body. Source: Propexo docs, signed-payloads. */
export function signPayload(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** WRITE_OPERATION_FAILURE. Source: Propexo docs, write-operation-failure. */
export function announceFailure(account: Account, job: WriteJob) {
  announce(account, 'WRITE_OPERATION_FAILURE', {
    trigger: 'WRITE_OPERATION_FAILURE',
    data: {
      event: 'WRITE_OPERATION_FAILURE',
      integration_id: job.body.integration_id,
      vendor: 'RESMAN',
      root_job_id: job.job_id,
      write_status: job.write_status,
      errors: job.errors,
    },
  });
}

/**
 * DATA_NEW of the model `leads`. The job it names is the one that read the record: whether that is ever the write job
 * is not documented. Source: Propexo docs, data-new.
 */
export function announceLead(account: Account, { job_id: _, ...lead }: LeadRecord) {
  const job = account.ids.next();
  announce(
    account,
    'DATA_NEW',
    {
      trigger: 'DATA_NEW',
      data: {
        job_id: job,
        root_job_id: job,
        integration_id: lead.integration_id,
        job_type: 'READ',
        vendor: 'RESMAN',
        event: 'DATA_NEW',
        record_id: lead.id,
        object: 'leads',
        payload: lead,
        context: {},
      },
      meta: { object: 'leads', integration_id: lead.integration_id },
    },
    'leads',
  );
}

/** Sends a message to every active webhook that asked for its trigger, and for its model where it has one. */
function announce(account: Account, asked: string, message: object, model?: string) {
  const text = JSON.stringify(message);
  for (const webhook of account.records.webhooks) {
    const wants = webhook.triggers.some(
      (wanted) => wanted.trigger === asked && (model === undefined || wanted.model === model),
    );
    if (!webhook.active || !wants) continue;
    const delivery: WebhookDelivery = {
      id: account.ids.next(),
      webhook_id: webhook.id,
      url: webhook.url,
      text,
      signature: signPayload(webhook.secret, text),
      created_at: account.now(),
      attempts: [],
    };
    account.records.deliveries.push(delivery);
    void attempt(account, delivery, webhook.headers);
  }
}

/** Sends a remembered delivery once more, as Propexo would every 15 minutes after an answer that is not 2xx. */
export function redeliver(account: Account, id: string): Promise<void> {
  const delivery = account.records.deliveries.find((candidate) => candidate.id === id);
  if (!delivery) throw new Error(`no webhook delivery ${id}`);
  const webhook = account.records.webhooks.find((candidate) => candidate.id === delivery.webhook_id);
  return attempt(account, delivery, webhook?.headers ?? null);
}

function attempt(account: Account, delivery: WebhookDelivery, headers: Webhook['headers']): Promise<void> {
  const sending = post(account, delivery, headers).finally(() => account.underWay.delete(sending));
  account.underWay.add(sending);
  return sending;
}

async function post(account: Account, delivery: WebhookDelivery, headers: Webhook['headers']): Promise<void> {
  const outcome = { at: account.now(), status: null as number | null, error: null as string | null };
  try {
    const response = await fetch(delivery.url, {
      method: 'POST',
      headers: {
        ...Object.fromEntries((headers ?? []).map(({ header, value }) => [header, value])),
        'content-type': 'application/json',
        'propexo-signature': delivery.signature,
      },
      body: delivery.text,
      redirect: 'manual',
      signal: AbortSignal.any([account.closing, AbortSignal.timeout(10_000)]),
    });
    outcome.status = response.status;
    await response.body?.cancel();
  } catch (cause) {
    outcome.error = String(cause instanceof Error ? (cause.cause ?? cause) : cause);
  }
  delivery.attempts.push(outcome);
  account.changed();
}
