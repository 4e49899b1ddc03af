import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { signatureFailures } from '../app/signature-failures.ts';
import type { Meter } from '../delivery/context.ts';
import type { Verdict } from '../spam/verdict.ts';

/** What this process alone knows. */
export interface ProcessMetrics {
  registry: Registry;
  meter: Meter;
  leadAccepted(): void;
  leadNotSaved(): void;
  leadScreened(verdict: Verdict): void;
}

const perProcess = 'By this process since it started: add up over replicas.';

/** @param requestsPerMinute the setting, for all replicas together */
export function createProcessMetrics(requestsPerMinute: number): ProcessMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({
      name: `guestcard_${name}`,
      help: `${help} ${perProcess}`,
      labelNames,
      registers: [registry],
    });

  const accepted = counter('leads_accepted_total', 'Leads stored for the first time.');
  const notSaved = counter(
    'lead_accept_failures_total',
    'Leads that could not be stored; the visitor was told.',
  );
  const screened = counter(
    'leads_screened_total',
    'Submits by what their signs of spam led to: accepted, asked (for a proof of work), quarantined, refused (a flood).',
    ['verdict'],
  );
  const requests = counter(
    'propexo_requests_total',
    'Requests to Propexo by kind and by HTTP status, or no_connection or no_answer.',
    ['kind', 'result'],
  );
  const sends = counter('sends_total', 'Sends of leads by what they proved.', ['class']);
  new Counter({
    name: 'guestcard_webhook_signature_failures_total',
    help: `Webhooks turned away because of their signature. ${perProcess}`,
    registers: [registry],
    collect() {
      // The record is the truth; it outlives no process either.
      this.reset();
      this.inc(signatureFailures());
    },
  });
  new Gauge({
    name: 'guestcard_request_budget_configured_per_minute',
    help: 'PROPEXO_REQUESTS_PER_MINUTE, for all replicas together: take the maximum over replicas.',
    registers: [registry],
  }).set(requestsPerMinute);

  return {
    registry,
    meter: {
      request: (kind, result) => requests.inc({ kind, result: String(result) }),
      attempt: (outcome) => sends.inc({ class: outcome }),
    },
    leadAccepted: () => accepted.inc(),
    leadNotSaved: () => notSaved.inc(),
    leadScreened: (verdict) => screened.inc({ verdict }),
  };
}
