import type { Snapshot } from './snapshot.ts';

const minute = 60_000;

export const alarmNames = [
  'database_away',
  'leads_waiting',
  'outcome_unknown',
  'job_pending',
  'circuit_open',
  'homes_not_read',
  'lead_sources_missing',
  'webhook_signatures',
] as const;
export type AlarmName = (typeof alarmNames)[number];

export interface Alarm {
  name: AlarmName;
  /** One plain sentence, without anything that a person typed. */
  sentence: string;
}

/** What an alarm is judged by; the snapshot is missing while the database does not answer. */
export interface AlarmFacts {
  snapshot: Snapshot | undefined;
  /** Seen by this process alone. */
  signatureFailuresInLastHour: number;
}

/** Before the time scale. */
export const alarmAfterMs = {
  leads_waiting: 15 * minute,
  outcome_unknown: 15 * minute,
  job_pending: 30 * minute,
  homes_not_read: 24 * 60 * minute,
};
export const mostSignatureFailures = 10;

/** The alarms that stand. Without a snapshot nothing can be said about leads: those alarms are not in the answer. */
export function alarmsOf({ snapshot, signatureFailuresInLastHour }: AlarmFacts, timeScale: number): Alarm[] {
  const alarms: Alarm[] = [];
  const raise = (name: AlarmName, sentence: string) => alarms.push({ name, sentence });
  const late = (name: keyof typeof alarmAfterMs, age: number | null, sentence: (age: string) => string) => {
    if (age !== null && age > alarmAfterMs[name] * timeScale) raise(name, sentence(inWords(age)));
  };
  if (snapshot) {
    const { queued, sending, unknown, accepted } = snapshot.leads;
    // While a lead is being tried it is not queued, and yet it waits.
    const waiting = [queued.oldestAge, sending.oldestAge].flatMap((age) => age ?? []);
    late(
      'leads_waiting',
      waiting.length > 0 ? Math.max(...waiting) : null,
      (age) => `A lead has waited ${age} to be sent.`,
    );
    late(
      'outcome_unknown',
      unknown.oldestAge,
      (age) => `Whether a lead reached ResMan has been unknown for ${age}.`,
    );
    late(
      'job_pending',
      accepted.oldestAge,
      (age) => `Propexo took a lead ${age} ago and has not said what became of it.`,
    );
    late(
      'homes_not_read',
      snapshot.homes.oldestReadAge,
      (age) => `The floor plans and units of a property were last read from Propexo ${age} ago.`,
    );
    if (snapshot.sources.example !== undefined)
      raise('lead_sources_missing', sourcesSentence(snapshot.sources.example, snapshot.sources));
    if (snapshot.openCircuits.length > 0) raise('circuit_open', circuitSentence(snapshot.openCircuits));
  } else {
    raise('database_away', 'The database does not answer: no lead can be accepted or sent.');
  }
  if (signatureFailuresInLastHour > mostSignatureFailures)
    raise(
      'webhook_signatures',
      `${signatureFailuresInLastHour} webhooks came with a wrong signature within an hour.`,
    );
  return alarms;
}

function sourcesSentence(property: string, { vanished, stopped }: Snapshot['sources']): string {
  const count = vanished + stopped;
  const unheard = (of: string) => (stopped > 0 ? `, or nothing is heard of ${of}` : '');
  return count === 1
    ? `A lead source of ${property} is not in ResMan any more${unheard('it')}: leads with it may be refused.`
    : `${count} lead sources, among them of ${property}, are not in ResMan any more${unheard('them')}: leads with them may be refused.`;
}

function circuitSentence(open: Snapshot['openCircuits']): string {
  const [first] = open;
  return open.length === 1
    ? `Nothing is sent for the integration ${first?.integrationId}: ${first?.reason}.`
    : `Nothing is sent for ${open.length} integrations, among them ${first?.integrationId}: ${first?.reason}.`;
}

function inWords(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000);
  if (seconds < 120) return `${seconds} seconds`;
  if (seconds < 120 * 60) return `${Math.floor(seconds / 60)} minutes`;
  return `${Math.floor(seconds / 3_600)} hours`;
}
