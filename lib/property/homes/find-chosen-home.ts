import { answerWithin } from '../../database/answer-within.ts';
import type { Database } from '../../database/connect.ts';
import type { Property } from '../property.ts';
import { type ChosenHome, type HomeIds, judgeHome } from './chosen-home.ts';
import { findGoneHome } from './gone-homes.ts';
import { hasRecord } from './known-homes.ts';
import { lastCatalog } from './published-homes.ts';

/** A submit waits no longer than this for what is only about a wish. */
const patienceMs = 300;

interface Surroundings {
  database: Database;
  log: { error(facts: object, message: string): void };
}

/**
 * Judges the home that a form sent by the catalog of this moment; undefined when no home was chosen. A submit must not fail for it, nor be slow:
 * what cannot be found out quickly is unconfirmed.
 */
export async function findChosenHome(
  surroundings: Surroundings,
  property: Property,
  { floor_plan_id, unit_id }: HomeIds,
  now: number,
): Promise<ChosenHome | undefined> {
  const asked = { ...(floor_plan_id ? { floor_plan_id } : {}), ...(unit_id ? { unit_id } : {}) };
  const id = unit_id ?? floor_plan_id;
  if (!id) return undefined;
  const kept = await lastCatalog(surroundings, property);
  const gone = new Map<string, string>();
  if (!kept || !hasRecord(kept.records, id)) {
    const { database, log } = surroundings;
    try {
      const name = await answerWithin(patienceMs, findGoneHome(database, property.property_id, id));
      if (name) gone.set(id, name);
    } catch (error) {
      log.error({ err: error, property: property.slug }, 'the name of a home cannot be looked up');
    }
  }
  return judgeHome(asked, kept, gone, now);
}
