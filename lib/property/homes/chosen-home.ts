import type { KeptCatalog } from './catalog.ts';
import { homeNames } from './home-names.ts';
import { hasRecord, knownHomes } from './known-homes.ts';

/** The ids of a lead's home, as they are named everywhere. */
export interface HomeIds {
  floor_plan_id?: string | undefined;
  unit_id?: string | undefined;
}

/** The home that a person chose, and what was known of it when their form came. */
export interface ChosenHome {
  /** What the form said. */
  asked: HomeIds;
  /** What the catalog calls it; null when it knows nothing by these ids. */
  name: string | null;
  /** `gone`: let or withdrawn meanwhile. `unconfirmed`: the catalog was too old, or could not be read. */
  state: 'listed' | 'gone' | 'unconfirmed' | 'unknown';
  /** Of what the form said, that which may go to ResMan: a wrong id would have the whole lead refused. */
  believed: HomeIds;
}

/**
 * Pure: judges the ids that a browser sent by the catalog as it is now. A unit tells its floor plan, whatever was sent with it.
 * @param goneNames names of homes that were in the catalog before, by id
 */
export function judgeHome(
  asked: HomeIds,
  kept: KeptCatalog | undefined,
  goneNames: ReadonlyMap<string, string>,
  now: number,
): ChosenHome {
  const current = knownHomes(kept, now);
  const names = kept ? homeNames(kept.records) : new Map<string, string>();
  const id = asked.unit_id ?? asked.floor_plan_id ?? '';
  const unit = current?.units.find((candidate) => candidate.id === asked.unit_id);
  const planId = [unit?.planId, asked.floor_plan_id].find((candidate) =>
    current?.plans.some((plan) => plan.id === candidate),
  );
  const plan = planId ? { floor_plan_id: planId } : {};
  const name = names.get(id) ?? goneNames.get(id) ?? null;
  const judged = (state: ChosenHome['state'], believed: HomeIds): ChosenHome => ({
    asked,
    name,
    state,
    believed,
  });
  if (asked.unit_id === undefined && planId) return judged('listed', plan);
  if (unit?.available) return judged('listed', { ...plan, unit_id: unit.id });
  if (unit && unit.available === undefined) return judged('unconfirmed', plan);
  if (name === null) return judged(current ? 'unknown' : 'unconfirmed', plan);
  const wasThere = goneNames.has(id) || (kept && hasRecord(kept.records, id));
  return judged(current && wasThere ? 'gone' : 'unconfirmed', plan);
}

/** What staff read in the notes about a home whose id does not go with the lead; undefined when it does. */
export function homeRemark(home: ChosenHome | undefined, sent: HomeIds): string | undefined {
  if (!home) return undefined;
  const { asked, name, state } = home;
  const isSent = asked.unit_id ? sent.unit_id === asked.unit_id : sent.floor_plan_id === asked.floor_plan_id;
  if (isSent) return undefined;
  if (name === null) return 'one that is not in the current list';
  return `${name}${remarks[state]}`;
}

const remarks: Record<ChosenHome['state'], string> = {
  listed: '',
  gone: ', no longer listed as available',
  unconfirmed: ', not checked whether it is available',
  unknown: '',
};

export function readChosenHome(json: string | null): ChosenHome | undefined {
  return json === null ? undefined : (JSON.parse(json) as ChosenHome);
}
