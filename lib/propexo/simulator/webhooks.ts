import { z } from 'zod';
import type { Account } from './account.ts';
import { type Answer, errorAnswer, jsonAnswer, parseOrRefuse, Refusal } from './answer.ts';
import { pageOf } from './paging.ts';
import type { Webhook } from './records.ts';
import type { ApiRequest } from './request.ts';

const createTriggers = [
  'DATA_UPDATE',
  'DATA_NEW',
  'JOB_FAILURE',
  'SYNC_COMPLETE',
  'FIRST_SYNC_COMPLETE',
  'WRITE_OPERATION_FAILURE',
] as const;

const fields = {
  url: z.url(),
  headers: z.array(z.strictObject({ header: z.string(), value: z.string() })).optional(),
  secret: z.string().min(10).optional(),
  model: z.string().optional(),
};

/** Source: OpenAPI 2026-02-12, `/v1/webhooks/`: `active` is false unless asked for. */
const createSchema = z.strictObject({
  ...fields,
  triggers: z.array(z.enum(createTriggers)).min(1),
  active: z.boolean().default(false),
});
const changeSchema = z.strictObject({
  ...fields,
  url: fields.url.optional(),
  triggers: z
    .array(z.enum([...createTriggers, 'JOB_SUCCESS']))
    .min(1)
    .optional(),
  active: z.boolean().optional(),
});

export function createWebhook(account: Account, request: ApiRequest): Answer {
  const asked = parseOrRefuse(createSchema, request.json());
  const now = new Date(account.now()).toISOString();
  const webhook: Webhook = {
    id: account.ids.next(),
    url: asked.url,
    headers: asked.headers ?? null,
    triggers: toTriggers(account, asked.triggers, asked.model),
    active: asked.active,
    secret: asked.secret ?? account.ids.secret(),
    system: 'SANDBOX',
    created_at: now,
    updated_at: now,
  };
  account.records.webhooks.push(webhook);
  account.changed();
  return jsonAnswer(200, { result: webhook });
}

export function changeWebhook(account: Account, request: ApiRequest): Answer {
  const webhook = webhookOf(account, request.id);
  const { triggers, model, ...asked } = parseOrRefuse(changeSchema, request.json());
  Object.assign(webhook, asked, { updated_at: new Date(account.now()).toISOString() });
  if (triggers) webhook.triggers = toTriggers(account, triggers, model);
  account.changed();
  return jsonAnswer(200, { result: webhook });
}

export function deleteWebhook(account: Account, request: ApiRequest): Answer {
  const webhook = webhookOf(account, request.id);
  account.records.webhooks = account.records.webhooks.filter((other) => other !== webhook);
  account.changed();
  return jsonAnswer(200, { result: { id: webhook.id } });
}

/** Only active ones unless `active=false` is asked for. */
export function listWebhooks(account: Account, request: ApiRequest): Answer {
  const query = { active: 'true', ...request.query };
  return jsonAnswer(200, pageOf(account.records.webhooks, query, { active: 'active' }));
}

export function readWebhook(account: Account, request: ApiRequest): Answer {
  return jsonAnswer(200, { meta: { orderBy: [] }, results: webhookOf(account, request.id) });
}

function webhookOf(account: Account, id: string): Webhook {
  const webhook = account.records.webhooks.find((candidate) => candidate.id === id);
  if (!webhook) throw new Refusal(errorAnswer(404, `no webhook ${id}`));
  return webhook;
}

function toTriggers(account: Account, triggers: string[], model: string | undefined): Webhook['triggers'] {
  return triggers.map((trigger) => ({ id: account.ids.next(), trigger, model: model ?? null }));
}
