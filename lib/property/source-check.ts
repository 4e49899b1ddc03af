import type { KnownSources, LeadSource } from './known-sources.ts';
import type { Property } from './property.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

/** Propexo sees everything that is in ResMan about twice a day: what was seen so much before the rest is not there any more. */
export const leftBehindMs = 3 * day;
/** A list that was read so long ago proves nothing about now. */
export const tooOldMs = 2 * day;
/** Clocks differ; a time that lies further ahead is none. */
const mostAheadMs = day;

/**
 * fine: in the property's list. vanished: not in it. stopped: in it, but Propexo sees it in ResMan no more. unchecked: nobody knows.
 */
export type SourceState = 'fine' | 'vanished' | 'stopped' | 'unchecked';

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
  const isKnown = known !== undefined && known.sources.length > 0 && known.readAt >= now - tooOldMs;
  const records = latestById(known);
  const newest = Math.max(...[...records.values()].map(({ seenAt }) => seenAt ?? Number.NEGATIVE_INFINITY));
  const stateOf = (record: LeadSource | undefined): SourceState => {
    if (!isKnown) return 'unchecked';
    if (!record) return 'vanished';
    return record.seenAt !== undefined && record.seenAt < newest - leftBehindMs ? 'stopped' : 'fine';
  };
  return [{ alias: undefined, lead_source_id }, ...sources].map(({ alias, lead_source_id }) => {
    const record = records.get(lead_source_id);
    const told = record ?? known?.gone?.find(({ id }) => id === lead_source_id);
    return {
      alias,
      leadSourceId: lead_source_id,
      state: stateOf(record),
      ...(told?.name === undefined ? {} : { name: told.name }),
      ...(told?.seenAt === undefined ? {} : { seenAt: told.seenAt }),
    };
  });
}

/** Leads with such a source are likely to be refused. */
export function isMissing({ state }: CheckedSource): boolean {
  return state === 'vanished' || state === 'stopped';
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
