import { Gauge, Registry } from 'prom-client';
import { type Alarm, alarmNames } from './alarms.ts';
import { mostCounted, mostTimed, type Snapshot, undeliveredStates } from './snapshot.ts';

const shared = 'From the shared database: every replica says the same, take the maximum.';

/** The Prometheus text of one look at the shared database; of a missing one, only that it is missing. */
export function sharedMetrics(
  snapshot: Snapshot | undefined,
  alarms: Alarm[],
  budgetInUse: number,
): Promise<string> {
  const registry = new Registry();
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `guestcard_${name}`, help, labelNames, registers: [registry] });

  gauge('database_up', 'Whether the database answered this process in time.').set(snapshot ? 1 : 0);
  const alarm = gauge(
    'alarm',
    'Alarms that stand, as this process sees them: take the maximum over replicas. ' +
      'Those about leads are missing while the database is away.',
    ['name'],
  );
  for (const name of alarmNames) {
    const known = snapshot || name === 'database_away' || name === 'webhook_signatures';
    if (known) alarm.set({ name }, alarms.some((standing) => standing.name === name) ? 1 : 0);
  }
  if (snapshot)
    describe(snapshot, budgetInUse, (name, help, labels) => gauge(name, `${help} ${shared}`, labels));
  return registry.metrics();
}

function describe(
  snapshot: Snapshot,
  budgetInUse: number,
  gauge: (name: string, help: string, labelNames?: string[]) => Gauge,
): void {
  const { leads, delivered, budget, webhooks, now } = snapshot;
  const count = gauge('leads', `Undelivered leads by state, each counted up to ${mostCounted}.`, ['state']);
  const age = gauge(
    'oldest_lead_age_seconds',
    'Age of the oldest lead in a state: queued and sending since it was queued, others since they are in the state.',
    ['state'],
  );
  for (const state of undeliveredStates) {
    count.set({ state }, leads[state].count);
    age.set({ state }, seconds(leads[state].oldestAge ?? 0));
  }
  gauge(
    'leads_needing_a_person',
    'Leads that software will not finish by itself, without those that look like spam.',
  ).set(snapshot.needPerson);
  gauge(
    'leads_delivered_last_hour',
    `Leads delivered within the last hour, counted up to ${mostCounted}.`,
  ).set(delivered.inLastHour);
  if (delivered.times.length > 0) {
    const time = gauge(
      'delivery_time_seconds',
      `From received to delivered, quantiles over the newest ${mostTimed} leads delivered within the last hour.`,
      ['quantile'],
    );
    for (const quantile of [0.5, 0.9, 0.99, 1])
      time.set({ quantile: String(quantile) }, seconds(quantileOf(delivered.times, quantile)));
  }
  if (budget.account_limit !== null)
    gauge('request_budget_account_limit_per_minute', 'The account’s limit that Propexo named last.').set(
      budget.account_limit,
    );
  gauge('request_budget_in_use_ratio', 'The part of what may leave at once that is used up, 0 to 1.').set(
    budgetInUse,
  );
  gauge('request_budget_blocked', '1 while nothing is sent because Propexo’s minute is used up.').set(
    now < budget.blocked_until ? 1 : 0,
  );
  gauge('request_budget_paced', '1 while requests are spread out because others use the account too.').set(
    budget.pace_ms !== null && now < budget.pace_until ? 1 : 0,
  );
  const circuit = gauge('circuit_open', '1 for each integration to which nothing is sent.', [
    'integration',
    'reason',
  ]);
  for (const { integrationId, reason } of snapshot.openCircuits)
    circuit.set({ integration: integrationId, reason }, 1);
  gauge(
    'homes_oldest_read_age_seconds',
    'Since the floor plans and units of a property were last read in full: of the property that waits longest.',
  ).set(seconds(snapshot.homes.oldestReadAge ?? 0));
  gauge(
    'homes_failing_properties',
    'Properties whose last read of floor plans, units or lead sources failed.',
  ).set(snapshot.homes.failing);
  const missing = gauge(
    'lead_sources_not_in_resman',
    'Lead sources that forms use and ResMan has not: vanished from Propexo’s list, or stopped being seen in ResMan.',
    ['state'],
  );
  missing.set({ state: 'vanished' }, snapshot.sources.vanished);
  missing.set({ state: 'stopped' }, snapshot.sources.stopped);
  gauge(
    'lead_sources_oldest_read_age_seconds',
    'Since the lead sources of a property were last read in full: of the property that waits longest.',
  ).set(seconds(snapshot.sources.oldestReadAge ?? 0));
  gauge('webhook_events_waiting', 'Signed messages of Propexo not looked at yet.').set(webhooks.waiting);
  gauge('webhook_events_oldest_waiting_age_seconds', 'Age of the oldest of them.').set(
    seconds(webhooks.oldestWaitingAge ?? 0),
  );
  const handled = gauge(
    'webhook_events_handled_last_hour',
    `Signed messages of Propexo looked at within the last hour, by outcome, up to ${mostCounted} together.`,
    ['outcome'],
  );
  for (const outcome of ['matched', 'unmatched', 'ignored'])
    handled.set({ outcome }, webhooks.handledInLastHour[outcome] ?? 0);
}

/** Nearest rank; `times` ascending and not empty. */
export function quantileOf(times: number[], quantile: number): number {
  return times[Math.max(0, Math.ceil(quantile * times.length) - 1)] ?? Number.NaN;
}

function seconds(milliseconds: number): number {
  return milliseconds / 1_000;
}
