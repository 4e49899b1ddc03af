import type { History } from './history.ts';
import { leadFaults } from './lead-faults.ts';
import type { Plan } from './plan.ts';

type Upstream = Pick<History, 'creates' | 'jobs'>;

/** Planned faults of single leads that had their chance: the lead was sent past the doorkeeper, or has a job. */
export function countFaultsMet({ leads }: Plan, { creates, jobs }: Upstream): number {
  const sent = sentMarks(creates);
  const queued = new Set(jobs.map(({ mark }) => mark));
  const met = leads.flatMap(({ mark, faults }) =>
    faults.filter((fault) => (leadFaults[fault].at === 'send' ? sent : queued).has(mark)),
  );
  return met.length;
}

/** Leads whose create was looked at: a wrong token and a used-up minute are answered before any fault is played. */
function sentMarks(creates: Upstream['creates']): Set<string> {
  return new Set(creates.filter(({ status }) => status !== 401 && status !== 429).map(({ mark }) => mark));
}
