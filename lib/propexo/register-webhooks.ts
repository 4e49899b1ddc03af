import { isIPv4 } from 'node:net';
import type { Environment } from '../env.ts';
import { ConfigurationError } from '../env.ts';
import { type PropexoCaller, propexoCaller } from './caller.ts';
import { changeWebhook, createWebhook, listWebhooks } from './registered-webhooks.ts';
import { type PlannedWebhook, planWebhooks } from './webhook-plan.ts';

type Settings = Pick<Environment, 'appUrl' | 'propexo'>;

/**
 * Looks at the webhooks that Propexo has for this Guestcard, and with `register` makes them right.
 * @returns what to print, without any secret, and whether all is right in the end
 * @throws ConfigurationError when a setting is missing, WebhookRequestError when Propexo did not do it
 */
export async function webhooksReport(
  settings: Settings,
  command: 'check' | 'register',
): Promise<{ text: string; right: boolean }> {
  const { url, secret, token } = webhookSettings(settings);
  const call = propexoCaller({
    baseUrl: settings.propexo.baseUrl,
    token,
    connectTimeoutMs: 5_000,
    totalTimeoutMs: 30_000,
  });
  const look = async () => planWebhooks(await listWebhooks(call), { url, secret });
  const found = await look();
  if (command === 'check') return report(url, found, ({ faults }) => faults.join('; ') || 'right');
  for (const planned of found) await carryOut(call, planned);
  const left = await look();
  const done = new Map(found.map(({ name, step }) => [name, step]));
  return report(url, left, ({ name, faults }) => {
    if (faults.length > 0) return `still wrong: ${faults.join('; ')}`;
    return { none: 'was right', create: 'made', change: 'corrected', switch_off: '' }[
      done.get(name) ?? 'none'
    ];
  });
}

function report(
  url: string,
  plan: PlannedWebhook[],
  word: (planned: PlannedWebhook) => string,
): { text: string; right: boolean } {
  const right = plan.every(({ faults }) => faults.length === 0);
  const rows = plan.map((planned) => `  ${planned.name.padEnd(20)}${word(planned)}`);
  const advice = right ? [] : ['', 'Make it right with: npm run webhooks -- register'];
  return { text: [`Propexo's webhooks for ${url}`, ...rows, ...advice].join('\n'), right };
}

async function carryOut(call: PropexoCaller, { step, id, settings }: PlannedWebhook): Promise<void> {
  if (step === 'create') await createWebhook(call, settings);
  if (id === undefined) return;
  if (step === 'change') await changeWebhook(call, id, settings);
  if (step === 'switch_off') await changeWebhook(call, id, { active: false });
}

const shortestSecret = 10;

function webhookSettings({ appUrl, propexo }: Settings): { url: string; secret: string; token: string } {
  const { token, webhookSecrets } = propexo;
  const [secret] = webhookSecrets;
  const faults: string[] = [];
  if (token === undefined)
    faults.push(
      'PROPEXO_API_TOKEN is missing: without it leads go to the local simulator, which needs no webhooks',
    );
  if (secret === undefined)
    faults.push(
      'PROPEXO_WEBHOOK_SECRET is missing: choose one (try: openssl rand -hex 32) and start Guestcard with it',
    );
  else if (secret.length < shortestSecret)
    faults.push(`the first secret of PROPEXO_WEBHOOK_SECRET must have at least ${shortestSecret} characters`);
  if (isOnlyHere(new URL(appUrl).hostname))
    faults.push(`APP_URL is ${appUrl}, which Propexo cannot reach: set it to the public address`);
  if (token === undefined || secret === undefined || faults.length > 0)
    throw new ConfigurationError(
      [
        'The webhooks cannot be looked at: these settings need to be changed.',
        ...faults.map((fault) => `  - ${fault}`),
      ].join('\n'),
    );
  return { url: `${appUrl}/api/webhooks/propexo`, secret, token };
}

function isOnlyHere(host: string): boolean {
  if (isIPv4(host)) return host.startsWith('127.') || host === '0.0.0.0';
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host === '[::]';
}
