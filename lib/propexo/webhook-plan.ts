import type { RegisteredWebhook, WebhookSettings } from './registered-webhooks.ts';
import { writeFailure } from './webhook-message.ts';

/** One of the webhooks that Guestcard needs, and what is to be done so that it is as it should be. */
export interface PlannedWebhook {
  name: string;
  /** What is wrong with it, in words; empty when it is right. */
  faults: string[];
  step: 'none' | 'create' | 'change' | 'switch_off';
  id: string | undefined;
  settings: WebhookSettings;
}

/** A model counts for one webhook and only for data, so these are two. */
const needed = [
  { name: 'writes that failed', triggers: [writeFailure] },
  { name: 'leads in ResMan', triggers: ['DATA_NEW', 'DATA_UPDATE'], model: 'leads' },
] satisfies { name: string; triggers: string[]; model?: string }[];

/** Compares what is registered at our address with what is needed. Pure; webhooks at other addresses are not ours. */
export function planWebhooks(
  registered: RegisteredWebhook[],
  own: { url: string; secret: string },
): PlannedWebhook[] {
  const unused = new Set(registered.filter(({ url }) => url === own.url));
  const settingsOf = ({ triggers, ...rest }: { triggers: string[]; model?: string }) => ({
    url: own.url,
    triggers,
    ...('model' in rest && rest.model !== undefined ? { model: rest.model } : {}),
    secret: own.secret,
    active: true as const,
  });
  const plan = needed.map(({ name, ...rest }): PlannedWebhook => {
    const settings = settingsOf(rest);
    const candidates = [...unused].filter((webhook) => sharesTrigger(webhook, settings));
    const found = candidates.toSorted(
      (a, b) => faultsOf(a, settings).length - faultsOf(b, settings).length,
    )[0];
    if (!found) return { name, settings, id: undefined, faults: ['it is not registered'], step: 'create' };
    unused.delete(found);
    const faults = faultsOf(found, settings);
    // A secret that is not shown may be an old one: it is set again whenever somebody registers.
    const step = faults.length > 0 || found.secret === undefined ? 'change' : 'none';
    return { name, settings, id: found.id, faults, step };
  });
  const surplus = [...unused]
    .filter((webhook) => webhook.active && plan.some(({ settings }) => sharesTrigger(webhook, settings)))
    .map(
      (webhook): PlannedWebhook => ({
        name: `webhook ${webhook.id}`,
        settings: settingsOf({ triggers: webhook.triggers.map(({ trigger }) => trigger) }),
        id: webhook.id,
        faults: ['it is registered a second time'],
        step: 'switch_off',
      }),
    );
  return [...plan, ...surplus];
}

function sharesTrigger(webhook: RegisteredWebhook, { triggers }: WebhookSettings): boolean {
  return webhook.triggers.some(({ trigger }) => triggers.includes(trigger));
}

function faultsOf(webhook: RegisteredWebhook, settings: WebhookSettings): string[] {
  const faults: string[] = [];
  if (!webhook.active) faults.push('it is not active');
  if (webhook.secret !== undefined && webhook.secret !== settings.secret)
    faults.push('its secret is not the first one of PROPEXO_WEBHOOK_SECRET');
  const isAsked = ({ trigger, model }: RegisteredWebhook['triggers'][number]) =>
    settings.triggers.includes(trigger) && (settings.model === undefined || model === settings.model);
  const asked = new Set(webhook.triggers.filter(isAsked).map(({ trigger }) => trigger));
  if (asked.size < settings.triggers.length || webhook.triggers.some((trigger) => !isAsked(trigger)))
    faults.push(
      `it should be about ${settings.triggers.join(' and ')}${settings.model ? ` of ${settings.model}` : ''}`,
    );
  return faults;
}
