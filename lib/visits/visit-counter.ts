import type { Log } from '../app/log.ts';
import type { Touch } from '../attribution/campaign.ts';
import type { Database } from '../database/connect.ts';
import { dayIn } from '../lead/calendar-date.ts';
import type { OwnPlace } from '../lead/form-place.ts';
import { countedAs } from '../property/lead-source.ts';
import type { Property } from '../property/property.ts';
import { type CountedName, createVisitSums, type VisitSum } from './visit-sums.ts';
import { writeSums } from './write-sums.ts';

/** Counts how often forms are opened and begun, by where the people came from; nothing about a person is kept. */
export interface VisitCounter {
  /** Somebody opened the form. */
  view(property: Property, touch: Touch, place: OwnPlace): void;
  /** Somebody began with it. */
  start(property: Property, touch: Touch, place: OwnPlace): void;
  /**
   * Somebody in a frame who was counted under one touch has said meanwhile that they came by another.
   * @param rendering the id of their form: each moves one view
   */
  moveView(property: Property, from: Touch, to: Touch, rendering: string): void;
  /** Writes what has been counted. Never fails: what cannot be written is kept for the next time. */
  write(): Promise<void>;
  /** The same for the last time. */
  stop(): Promise<void>;
}

interface Surroundings {
  database: Pick<Database, 'db'>;
  log: Pick<Log, 'warn' | 'info'>;
  /** Epoch milliseconds. */
  now?: () => number;
  /** How often it writes. */
  everyMs?: number;
  /** Sums kept in memory while the database is away. */
  most?: number;
}

export const writeEveryMs = 5_000;

export function createVisitCounter({
  database,
  log,
  now = Date.now,
  everyMs = writeEveryMs,
  most,
}: Surroundings): VisitCounter {
  const sums = createVisitSums(most);
  const isFirst = rememberSome();
  let writing: Promise<void> | undefined;
  let fails = false;

  const count = (property: Property, touch: Touch, place: OwnPlace, amount: Amount) =>
    sums.add({
      day: dayIn(property.time_zone, now()),
      slug: property.slug,
      ...nameOf(property, touch),
      place,
      views: 0,
      starts: 0,
      ...amount,
    });

  const writeAll = async () => {
    const taken = sums.take();
    if (taken.length === 0) return;
    try {
      await writeSums(database.db, taken);
      if (fails) log.info({}, 'visits are written again');
      fails = false;
    } catch (error) {
      // If only the answer was lost, these are counted twice: better than a form that waits for its counter.
      for (const sum of taken) sums.add(sum);
      if (!fails) log.warn({ err: error }, 'visits cannot be written; they are kept and tried again');
      fails = true;
    }
  };
  const write = () => {
    writing ??= writeAll().finally(() => {
      writing = undefined;
    });
    return writing;
  };
  const timer = setInterval(write, everyMs);
  timer.unref();

  return {
    view: (property, touch, place) => count(property, touch, place, { views: 1 }),
    start: (property, touch, place) => count(property, touch, place, { starts: 1 }),
    moveView(property, from, to, rendering) {
      if (!isFirst(rendering)) return;
      const [before, after] = [countedAs(property, from), countedAs(property, to)];
      if (before.source === after.source && before.campaign === after.campaign) return;
      count(property, from, 'embed', { views: -1 });
      count(property, to, 'embed', { views: 1 });
    },
    write,
    async stop() {
      clearInterval(timer);
      await writing;
      await write();
    },
  };
}

/** Whether a word is said for the first time, as far as it is remembered: the oldest are forgotten. */
function rememberSome(most = 20_000): (word: string) => boolean {
  const known = new Set<string>();
  return (word) => {
    if (known.has(word)) return false;
    known.add(word);
    const [oldest = ''] = known.size > most ? known : [];
    known.delete(oldest);
    return true;
  };
}

type Amount = Partial<Pick<VisitSum, 'views' | 'starts'>>;

function nameOf(property: Property, touch: Touch): CountedName {
  const name = countedAs(property, touch);
  const isOwn = name.source === '' || property.sources.some(({ alias }) => alias === name.source);
  return { ...name, isOwn };
}
