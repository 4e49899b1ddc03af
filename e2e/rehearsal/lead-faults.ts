import type { Scenario } from '../../lib/propexo/simulator/scenario.ts';

interface Surroundings {
  /** Text that only this lead's requests carry. */
  match: string;
  timeScale: number;
  /** A host that must never hear from the program. */
  otherHost: string;
}

interface LeadFault {
  /** Where it strikes: the answer to the send, or what becomes of the job. A lead may meet one of each. */
  at: 'send' | 'job';
  play: (around: Surroundings) => Scenario;
  /**
   * Propexo queued a job and showed nothing of it for longer than the searches after a 503 last (docs/decisions/003):
   * nobody can tell that from outside, so a lying 503 is not combined with it.
   */
  outOfSight?: true;
}

const seconds = (count: number, timeScale: number) => Math.round(count * 1_000 * timeScale);

/** What can go wrong with one lead, by the name that the tables print. */
export const leadFaults = {
  'answers after 25 s': sent(({ timeScale }) => ({ kind: 'delay', ms: seconds(25, timeScale) })),
  'hangs, lead created': sent(() => ({ kind: 'hang', act: true })),
  'hangs, nothing created': sent(() => ({ kind: 'hang' })),
  'hangs, created a minute later': sent(({ timeScale }) => ({
    kind: 'hang',
    actAfterMs: seconds(60, timeScale),
  })),
  'connection reset before': sent(() => ({ kind: 'reset', when: 'before' })),
  'connection reset after': sent(() => ({ kind: 'reset', when: 'after' })),
  '400 naming a field': sent(() => ({ kind: 'refuse', status: 400, field: 'phone_1', message: 'Invalid' })),
  '404 once': sent(() => ({ kind: 'refuse', status: 404 })),
  '408, lead created': sent(() => ({ kind: 'answer', status: 408, act: true })),
  '500, lead created': sent(() => ({ kind: 'answer', status: 500, act: true })),
  '500, nothing created': sent(() => ({ kind: 'answer', status: 500 })),
  '502, lead created': sent(() => ({ kind: 'answer', status: 502, act: true, body: '<h1>Bad gateway</h1>' })),
  '502, nothing created': sent(() => ({ kind: 'answer', status: 502, body: '<h1>Bad gateway</h1>' })),
  '504, lead created': sent(() => ({ kind: 'answer', status: 504, act: true })),
  '504, nothing created': sent(() => ({ kind: 'answer', status: 504 })),
  '503, honest': sent(() => ({ kind: 'answer', status: 503 })),
  '503, but created': sent(() => ({ kind: 'answer', status: 503, act: true })),
  '200 empty, lead created': sent(() => ({ kind: 'empty', act: true })),
  '200 empty, nothing created': sent(() => ({ kind: 'empty' })),
  '200 HTML, lead created': sent(() => ({ kind: 'html', act: true })),
  '200 HTML, nothing created': sent(() => ({ kind: 'html' })),
  '200 cut off, lead created': sent(() => ({ kind: 'truncated', act: true })),
  '200 cut off, nothing created': sent(() => ({ kind: 'truncated' })),
  '200 of 50 MB, lead created': sent(() => ({ kind: 'huge', megabytes: 50, act: true })),
  'redirect to another host, lead created': sent(({ otherHost }) => ({
    kind: 'redirect',
    location: `${otherHost}/v1/leads/resman/`,
    act: true,
  })),
  'redirect to another host': sent(({ otherHost }) => ({
    kind: 'redirect',
    location: `${otherHost}/v1/leads/resman/`,
    status: 302,
  })),
  'PENDING for ever': job(() => ({ kind: 'job', outcome: 'PENDING' }), 'out of sight'),
  'PENDING for 40 s': job(({ timeScale }) => ({ kind: 'job', afterMs: seconds(40, timeScale) })),
  'FAILURE, JSON in a string': job(() => ({
    kind: 'job',
    outcome: 'FAILURE',
    errors: [JSON.stringify({ ErrorDescription: 'Transaction Source could not be found' })],
  })),
  'FAILURE, but created': job(() => ({
    kind: 'job',
    outcome: 'FAILURE',
    errors: ['The request timed out'],
    leadExists: true,
  })),
  'FAILURE, told before the answer': job(() => ({
    kind: 'job',
    outcome: 'FAILURE',
    errors: ['Not permitted'],
    afterMs: 0,
  })),
  PARTIAL_SUCCESS: job(() => ({
    kind: 'job',
    outcome: 'PARTIAL_SUCCESS',
    errors: ['The note was not added'],
  })),
  'SUCCESS without an id': job(() => ({ kind: 'job', outcome: 'SUCCESS', createdRecordId: null })),
  'SUCCESS with a foreign id': job(() => ({
    kind: 'job',
    outcome: 'SUCCESS',
    createdRecordId: 'cm0000000000000000foreign',
  })),
} satisfies Record<string, LeadFault>;

export type LeadFaultName = keyof typeof leadFaults;

export const sendFaults = namesOf('send');
export const jobFaults = namesOf('job');

export function scenarioOf(name: LeadFaultName, around: Surroundings): Scenario {
  return leadFaults[name].play(around);
}

/** Whether this fate of a job cannot be told from its absence. */
export function isOutOfSight(name: LeadFaultName): boolean {
  return 'outOfSight' in leadFaults[name];
}

function sent(play: (around: Surroundings) => DistributiveOmit<Scenario, 'match'>): LeadFault {
  return { at: 'send', play: matching(play) };
}

function job(
  play: (around: Surroundings) => DistributiveOmit<Scenario, 'match'>,
  sight?: 'out of sight',
): LeadFault {
  return { at: 'job', play: matching(play), ...(sight ? { outOfSight: true } : {}) };
}

type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;

function matching(play: (around: Surroundings) => DistributiveOmit<Scenario, 'match'>): LeadFault['play'] {
  return (around) => ({ ...play(around), match: around.match }) as Scenario;
}

function namesOf(at: LeadFault['at']): LeadFaultName[] {
  return (Object.keys(leadFaults) as LeadFaultName[]).filter((name) => leadFaults[name].at === at);
}
