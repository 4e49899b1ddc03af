import type { Database } from '../database/connect.ts';
import { readKnownSources } from '../property/known-sources.ts';
import { readDefinition } from '../property/property.ts';
import { checkSources } from '../property/source-check.ts';

/** Of the lead sources that forms use: how many are not in ResMan; `stopped` also where nothing is heard of any. Ages in milliseconds. */
export interface MissingSources {
  vanished: number;
  stopped: number;
  /** One of the properties that have such a source. */
  example: string | undefined;
  /** Of the property whose list was read longest ago; null when there is none. */
  oldestReadAge: number | null;
}

const mostProperties = 1_000;

export async function readMissingSources(
  database: Pick<Database, 'db'>,
  now: number,
): Promise<MissingSources> {
  const rows = await database.db
    .selectFrom('property')
    .select('definition')
    .where('published', '=', 1)
    .limit(mostProperties)
    .execute();
  const properties = rows.map(({ definition }) => readDefinition(definition));
  const known = await readKnownSources(database, properties);
  const found = properties.map((property) => {
    const states = checkSources(property, known(property), now).map(({ state }) => state);
    const count = (wanted: string) => states.filter((state) => state === wanted).length;
    return {
      name: property.name,
      vanished: count('vanished'),
      stopped: count('stopped') + count('silent'),
    };
  });
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const ages = properties.flatMap((property) => known(property) ?? []).map(({ readAt }) => now - readAt);
  return {
    vanished: sum(found.map(({ vanished }) => vanished)),
    stopped: sum(found.map(({ stopped }) => stopped)),
    example: found.find(({ vanished, stopped }) => vanished + stopped > 0)?.name,
    oldestReadAge: ages.length > 0 ? Math.max(0, ...ages) : null,
  };
}
