import { z } from 'zod';
import { parseJson } from './answers.ts';
import type { PropexoCaller } from './caller.ts';
import type { Exchange } from './exchange.ts';

/** A webhook as Propexo shows it, read leniently. */
export interface RegisteredWebhook {
  id: string;
  url: string;
  active: boolean;
  /** undefined where Propexo does not show it. */
  secret: string | undefined;
  triggers: { trigger: string; model: string | undefined }[];
}

/** What a webhook is to be. */
export interface WebhookSettings {
  url: string;
  triggers: string[];
  model?: string;
  secret: string;
  active: true;
}

/** Propexo did not do what was asked; its message is for the person at the terminal. */
export class WebhookRequestError extends Error {
  override name = 'WebhookRequestError';
}

const webhook = z.looseObject({
  id: z.string(),
  url: z.string(),
  active: z.boolean().catch(false),
  secret: z.string().optional().catch(undefined),
  triggers: z
    .array(z.looseObject({ trigger: z.string(), model: z.string().optional().catch(undefined) }))
    .max(100)
    .catch([]),
});

const page = z.object({
  meta: z.looseObject({ hasMore: z.boolean().nullish() }).optional(),
  results: z.array(webhook).max(1_000),
});

const pageSize = 250;

/**
 * Every webhook of the account. The list shows active ones unless told otherwise, so both kinds are asked for.
 * @throws WebhookRequestError
 */
export async function listWebhooks(call: PropexoCaller): Promise<RegisteredWebhook[]> {
  const found = new Map<string, RegisteredWebhook>();
  for (const active of ['true', 'false']) {
    for (let offset = 0, more = true; more; offset += pageSize) {
      const query = { active, limit: String(pageSize), offset: String(offset) };
      const path = '/v1/webhooks/';
      const list = page.safeParse(bodyOf(await call('GET', path, query), `GET ${path}`)).data;
      if (!list) throw new WebhookRequestError(`GET ${path} gave an answer that cannot be read.`);
      for (const one of list.results) found.set(one.id, withVisibleSecret(one));
      more = list.meta?.hasMore === true;
    }
  }
  return [...found.values()];
}

/** A masked secret is none: it cannot be compared. */
function withVisibleSecret({
  id,
  url,
  active,
  secret,
  triggers,
}: z.output<typeof webhook>): RegisteredWebhook {
  return {
    id,
    url,
    active,
    secret: secret && !/[*•…]{3}/.test(secret) ? secret : undefined,
    triggers: triggers.map(({ trigger, model }) => ({ trigger, model })),
  };
}

/** @throws WebhookRequestError */
export async function createWebhook(call: PropexoCaller, settings: WebhookSettings): Promise<void> {
  bodyOf(await call('POST', '/v1/webhooks/', {}, settings), 'POST /v1/webhooks/');
}

/** @throws WebhookRequestError */
export async function changeWebhook(
  call: PropexoCaller,
  id: string,
  changes: Partial<WebhookSettings> | { active: false },
): Promise<void> {
  const path = `/v1/webhooks/${encodeURIComponent(id)}`;
  bodyOf(await call('PUT', path, {}, changes), `PUT ${path}`);
}

function bodyOf(answer: Exchange, asked: string): unknown {
  if (answer.kind !== 'answer')
    throw new WebhookRequestError(`Propexo could not be reached (${asked}: ${answer.reason}).`);
  if (answer.status === 401 || answer.status === 403)
    throw new WebhookRequestError(
      `Propexo does not allow it (${asked}: ${answer.status}). Is PROPEXO_API_TOKEN right, and may its key manage webhooks?`,
    );
  if (answer.status < 200 || answer.status > 299 || !answer.bodyComplete)
    throw new WebhookRequestError(`Propexo did not take it (${asked}: ${answer.status}).`);
  return parseJson(answer.body);
}
