import type { Finding } from './checker.ts';
import type { RunResult } from './run.ts';

/** The figures of a run, in the order in which the tables show them. */
export function figuresOf({
  plan,
  history,
  verdict,
  faultsMet,
  recoveryMs,
  largestMb,
  options,
}: RunResult): [string, string][] {
  const { requests, clients, app } = history;
  const toDeliver = app.flatMap(({ receivedAt, deliveredAt }) =>
    deliveredAt === null ? [] : [deliveredAt - receivedAt],
  );
  const faults = plan.leads.reduce((sum, lead) => sum + lead.faults.length, 0);
  const staff = Object.values(verdict.withStaff).reduce((sum, count) => sum + count, 0);
  const reasons = Object.entries(verdict.withStaff).sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    ['leads sent', String(clients.length)],
    ['faults of single leads, of those planned', `${faultsMet} of ${faults}`],
    ['disturbances of all', String(plan.disturbances.length)],
    ['tries of the senders', String(clients.reduce((sum, { tries }) => sum + tries, 0))],
    ['**accepted**', String(verdict.accepted)],
    ['**delivered**', String(verdict.delivered)],
    ['**with staff**', String(staff)],
    ...reasons.map(([reason, count]): [string, string] => [`– ${reason}`, String(count)]),
    ['pending in Propexo for ever', String(verdict.withPropexo)],
    ['**lost**', leadsOf(verdict.lost)],
    ['**doubled**', leadsOf(verdict.doubled)],
    ['other broken promises', String(verdict.broken.length)],
    ['requests per delivered lead', (requests.total / Math.max(1, verdict.delivered)).toFixed(1)],
    ['429s', String(requests.refusedForRate)],
    ['time to deliver, p50', seconds(quantile(toDeliver, 0.5))],
    ['time to deliver, p95', seconds(quantile(toDeliver, 0.95))],
    [
      'recovery after the last fault',
      recoveryMs === undefined ? `more than ${seconds(options.patienceMs)}` : seconds(recoveryMs),
    ],
    ['most memory of one process', largestMb === undefined ? 'not known here' : `${largestMb} MB`],
  ];
}

/** One lead may be found out in several ways. */
const leadsOf = (findings: Finding[]) => String(new Set(findings.map(({ mark }) => mark)).size);

/** The smallest value that at least this share of the list does not exceed. */
export function quantile(list: number[], share: number): number | undefined {
  const sorted = [...list].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

function seconds(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '–' : `${(milliseconds / 1_000).toFixed(1)} s`;
}
