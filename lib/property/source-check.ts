import type { KnownSources, LeadSource } from './known-sources.ts';
import type { Property } from './property.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

/** Propexo sees everything that is in ResMan about twice a day: what was seen so much before the rest is not there any more. */
export const leftBehindMs = 3 * day;
/** So long unheard of, with all others: Propexo does not read ResMan, or all of them are gone. */
export const silentMs = 7 * day;
const betweenSyncsMs = 12 * hour;
/** A list that was read so long ago proves nothing about now. */
export const tooOldMs = 2 * day;
/** Clocks differ; a time that lies further ahead is none. */
const mostAheadMs = day;

/**
 * fine: in the property's list. vanished: missing in two reads in a row. stopped: in it, but Propexo sees it in ResMan no more,
 * though others. silent: Propexo has not told of any for long. missed: not in the last read, in which a list that changed
 * meanwhile may have lost a row. outdated: the list is too old to tell. unchecked: there is none yet.
 */
export type SourceState = 'fine' | 'vanished' | 'stopped' | 'silent' | 'missed' | 'outdated' | 'unchecked';

export interface CheckedSource {
  /** Undefined for the property's default. */
  alias: string | undefined;
  leadSourceId: string;
  state: SourceState;
  /** In ResMan. */
  name?: string;
  /** When Propexo last saw it there, epoch milliseconds. */
  seenAt?: number;
}

/**
 * Compares the lead sources that a property sends with those that it has in ResMan: its default first, then each alias.
 * @param known what was read last: a complete list, or undefined; an empty one proves nothing
 * @param now epoch milliseconds
 */
export function checkSources(
  { lead_source_id, sources }: Pick<Property, 'lead_source_id' | 'sources'>,
  known: KnownSources | undefined,
  now: number,
): CheckedSource[] {
  const records = latestById(known);
  const newest = Math.max(...[...records.values()].map(({ seenAt }) => seenAt ?? Number.NEGATIVE_INFINITY));
  const stateOf = (id: string): SourceState => {
    if (!known || known.sources.length === 0) return 'unchecked';
    if (known.readAt < now - tooOldMs) return 'outdated';
    const record = records.get(id);
    if (!record) return wasMissingBefore(id, known) ? 'vanished' : 'missed';
    const { seenAt = Number.POSITIVE_INFINITY } = record;
    if (seenAt < newest - leftBehindMs) return 'stopped';
    return seenAt < known.readAt - betweenSyncsMs - silentMs ? 'silent' : 'fine';
  };
  return [{ alias: undefined, lead_source_id }, ...sources].map(({ alias, lead_source_id }) => {
    const record = records.get(lead_source_id);
    const told = record ?? known?.gone?.find(({ id }) => id === lead_source_id);
    return {
      alias,
      leadSourceId: lead_source_id,
      state: stateOf(lead_source_id),
      ...(told?.name === undefined ? {} : { name: told.name }),
      ...(told?.seenAt === undefined ? {} : { seenAt: told.seenAt }),
    };
  });
}

/** Leads with such a source are likely to be refused. */
export function isMissing({ state }: CheckedSource): boolean {
  return state === 'vanished' || state === 'stopped' || state === 'silent';
}

/** Whether it was missing in the read before the last, too. */
function wasMissingBefore(wanted: string, { gone = [], firstReadAt, readAt }: KnownSources): boolean {
  const since = gone.find(({ id }) => id === wanted)?.goneAt ?? firstReadAt;
  return since === undefined || since < readAt;
}

/** Of records with one id, that which was seen last; without times that cannot be. */
function latestById(known: KnownSources | undefined): Map<string, LeadSource> {
  const latest = new Map<string, LeadSource>();
  for (const { seenAt, ...rest } of known?.sources ?? []) {
    const isTime =
      seenAt !== undefined && Number.isFinite(seenAt) && seenAt <= (known?.readAt ?? 0) + mostAheadMs;
    const record: LeadSource = isTime ? { ...rest, seenAt } : rest;
    const before = latest.get(record.id);
    if (!before || (record.seenAt ?? Number.NEGATIVE_INFINITY) > (before.seenAt ?? Number.NEGATIVE_INFINITY))
      latest.set(record.id, record);
  }
  return latest;
}
