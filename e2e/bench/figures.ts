import type { AcceptRounds, Variant } from './accept.ts';
import type { Calm } from './calm.ts';
import { budgetPerMinute, type Drain } from './drain.ts';
import type { Store } from './options.ts';
import { medianRatio, percentile, type Round } from './statistics.ts';

/** One line of the result; without `met` it is told, not judged. */
export interface Figure {
  what: string;
  value: string;
  target?: string;
  met?: boolean;
}

export function acceptFigures(store: Store, rounds: AcceptRounds): Figure[] {
  const speed = (variant: Variant) => rounds[variant].map(({ perSecond }) => perSecond);
  const ofBare = (variant: Variant) => medianRatio(speed(variant), speed('bare'));
  const ofUp = (variant: Variant) => medianRatio(speed(variant), speed('up'));
  const judge = (met: boolean) => (store === 'sqlite' ? { met } : {});
  const up = ofBare('up');
  const down = ofUp('down');
  const slow = ofUp('slow');
  return [
    {
      what: `Accepting, as a share of the bare action’s throughput (${nameOf[store]})`,
      value: up.toFixed(2),
      target: '≥ 0.70',
      ...judge(up >= 0.7),
    },
    {
      what: `The same, of a bare action that redirects as accepting does (${nameOf[store]})`,
      value: medianRatio(speed('up'), speed('redirect')).toFixed(2),
    },
    {
      what: `Accepting with Propexo down, as a share of up (${nameOf[store]})`,
      value: down.toFixed(2),
      target: '0.90 to 1.10',
      ...judge(down >= 0.9 && down <= 1.1),
    },
    { what: `Accepting with Propexo slow, as a share of up (${nameOf[store]})`, value: slow.toFixed(2) },
    {
      what: `Accepting JSON at the endpoint, as a share of the bare action (${nameOf[store]})`,
      value: ofBare('json').toFixed(2),
    },
  ];
}

const nameOf = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

const variants: [Variant, string][] = [
  ['bare', 'bare action'],
  ['redirect', 'bare action that redirects'],
  ['up', 'Propexo up'],
  ['down', 'Propexo down'],
  ['slow', 'Propexo slow'],
  ['json', 'JSON, Propexo up'],
];

/** Throughput and waiting times of every variant, each as a multiple of the bare action's in the same round. */
export function acceptTable(rounds: AcceptRounds): string[][] {
  const cell = (variant: Variant, key: keyof Round) =>
    medianRatio(
      rounds[variant].map((round) => round[key]),
      rounds.bare.map((round) => round[key]),
    ).toFixed(2);
  return [
    ['', 'throughput', 'p50', 'p95', 'p99'],
    ...variants.map(([variant, name]) => [
      name,
      ...(['perSecond', 'p50', 'p95', 'p99'] as const).map((key) => cell(variant, key)),
    ]),
  ];
}

export function calmFigures({ requestsPerLead, beyondSettling, leads }: Calm): Figure[] {
  const p50 = percentile(beyondSettling, 0.5) / 1_000;
  return [
    {
      what: `Requests for each delivered lead, one at a time (${leads} leads)`,
      value: requestsPerLead.toFixed(2),
      target: '≤ 2.10',
      met: requestsPerLead <= 2.1,
    },
    {
      what: 'Submit to delivered, beyond the time that Propexo takes itself, p50',
      value: `${p50.toFixed(2)} s`,
      target: '≤ 2.50 s',
      met: p50 <= 2.5,
    },
    {
      what: 'The same, p95',
      value: `${(percentile(beyondSettling, 0.95) / 1_000).toFixed(2)} s`,
    },
  ];
}

export function drainFigures(drain: Drain): Figure[] {
  const requestsPerLead = drain.requests / drain.leads;
  const minutes = (seconds: number) => `${(seconds / 60).toFixed(1)} min`;
  return [
    {
      what: `Requests for each delivered lead, in a backlog of ${drain.leads.toLocaleString('en-US')}`,
      value: requestsPerLead.toFixed(2),
      target: '≤ 1.20',
      met: requestsPerLead <= 1.2,
    },
    {
      what: `Share of the budget of ${budgetPerMinute} a minute that a drain uses while leads wait`,
      value: drain.budgetUsed.toFixed(3),
      target: '≥ 0.95',
      met: drain.budgetUsed >= 0.95,
    },
    {
      what: 'Requests that Propexo refused for their number (429)',
      value: String(drain.tooMany),
      target: '0',
      met: drain.tooMany === 0,
    },
    {
      what: 'Leads of the backlog that Propexo took twice',
      value: String(drain.duplicates),
      target: '0',
      met: drain.duplicates === 0,
    },
    { what: 'The most requests in any 60 seconds', value: String(drain.busiestMinute) },
    { what: 'Propexo back to its first lead', value: `${drain.firstLeadAfter.toFixed(1)} s` },
    { what: 'Propexo back to the last delivery', value: minutes(drain.deliveredAfter) },
  ];
}
