import { oneAtATime } from '../../app/one-at-a-time.ts';
import { sharedInProcess } from '../../app/shared-in-process.ts';
import { answerWithin } from '../../database/answer-within.ts';
import type { Database } from '../../database/connect.ts';
import { dayIn } from '../../lead/calendar-date.ts';
import type { Property } from '../property.ts';
import { askedHomes } from './asked-homes.ts';
import { type KeptCatalog, readCatalog } from './catalog.ts';
import { knownHomes } from './known-homes.ts';
import { type OfferedHomes, offerHomes } from './offered-homes.ts';

interface Surroundings {
  database: Database;
  log: { error(facts: object, message: string): void };
}

interface Remembered {
  kept: KeptCatalog | undefined;
  /** By the monotonic clock. */
  readAt: number;
  look: () => Promise<KeptCatalog | undefined>;
  offered?: { kept: KeptCatalog; today: string; homes: OfferedHomes | undefined };
}

/** Homes change every hour at most; between two visitors of the same second they are not asked for twice. */
const freshMs = 1_000;
/** A form without homes is better than one that is late. */
const patienceMs = 500;
const known = sharedInProcess('published-homes', () => new WeakMap<Database, Map<string, Remembered>>());

/**
 * What this property's form offers now; undefined when it shows no homes, or none are known, or only old ones: then the form
 * asks for bedrooms. Never throws for the database, and never waits long for it.
 * @param now epoch milliseconds
 */
export async function publishedHomes(
  surroundings: Surroundings,
  property: Property,
  now: number,
): Promise<OfferedHomes | undefined> {
  if (!askedHomes(property).plans) return undefined;
  const memory = await look(surroundings, property);
  const { kept } = memory;
  const homes = kept && knownHomes(kept, now);
  if (!kept || !homes) return undefined;
  const today = dayIn(property.time_zone, now);
  if (memory.offered?.kept !== kept || memory.offered.today !== today)
    memory.offered = {
      kept,
      today,
      homes: offerHomes(homes, { today, ownPictures: surroundings.database.demo }),
    };
  return memory.offered.homes;
}

/** What a form with these homes can be kept under: another version, another page. */
export async function homesVersion(
  surroundings: Surroundings,
  property: Property,
  now: number,
): Promise<string> {
  return (await publishedHomes(surroundings, property, now))?.version ?? '';
}

/** The homes as they were read last, as far as that can be told quickly. */
export async function lastCatalog(
  surroundings: Surroundings,
  property: Property,
): Promise<KeptCatalog | undefined> {
  return (await look(surroundings, property)).kept;
}

async function look({ database, log }: Surroundings, property: Property): Promise<Remembered> {
  const all = known.get(database) ?? new Map<string, Remembered>();
  known.set(database, all);
  const key = `${property.integration_id} ${property.property_id}`;
  let memory = all.get(key);
  if (memory && performance.now() - memory.readAt < freshMs) return memory;
  if (!memory) {
    const fresh: Remembered = {
      kept: undefined,
      readAt: Number.NEGATIVE_INFINITY,
      look: oneAtATime(() => readCatalog(database, property, fresh.kept)),
    };
    memory = fresh;
    all.set(key, memory);
  }
  try {
    memory.kept = await answerWithin(patienceMs, memory.look());
  } catch (error) {
    log.error({ err: error, property: property.slug }, 'the homes of a form cannot be read');
  }
  memory.readAt = performance.now();
  return memory;
}
