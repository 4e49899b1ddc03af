import { type Database, readClock } from '../database/connect.ts';
import { type KnownSources, readKnownSources } from './known-sources.ts';
import type { Property } from './property.ts';
import { type CheckedSource, checkSources } from './source-check.ts';

export interface CheckedProperty {
  property: Property;
  sources: CheckedSource[];
  /** What ResMan has, as it was read last. */
  known: KnownSources | undefined;
}

/** These properties with their lead sources compared with what ResMan has; `now` by the database's clock. */
export async function checkProperties(
  database: Database,
  properties: readonly Property[],
): Promise<{ now: number; checked: CheckedProperty[] }> {
  const now = await readClock(database);
  const knownOf = await readKnownSources(database, properties);
  const checked = properties.map((property) => {
    const known = knownOf(property);
    return { property, sources: checkSources(property, known, now), known };
  });
  return { now, checked };
}
