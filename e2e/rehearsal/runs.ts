import type { Options } from './options.ts';
import type { RunOptions } from './run.ts';

type PlannedRun = Omit<RunOptions, 'say' | 'serverIsOurs'>;

const unlimited = { requestsPerMinute: 100_000, accountLimit: null };

/** The runs of a rehearsal: every store with everything against it, and PostgreSQL once more at Propexo's real limit. */
export function planRuns({ seed, leads, stores, short }: Options): PlannedRun[] {
  const common = {
    seed,
    leads,
    faults: true,
    // A 429 costs the rest of a minute, whatever the time scale: Propexo counts by its own minutes.
    storm: !short,
    timeScale: short ? 0.01 : 0.02,
    durationMs: leads * (short ? 190 : 150),
    patienceMs: short ? 60_000 : 240_000,
    ...unlimited,
  };
  const runs: PlannedRun[] = stores.map((store) => ({
    ...common,
    store,
    title: store === 'postgres' ? 'PostgreSQL, three processes' : 'SQLite, one process',
    replicas: store === 'postgres' ? 3 : 1,
  }));
  if (!short && stores.includes('postgres'))
    runs.push({
      ...common,
      store: 'postgres',
      title: 'PostgreSQL, three processes, 150 requests a minute, no faults',
      replicas: 3,
      leads: 60,
      durationMs: 5_000,
      faults: false,
      storm: false,
      requestsPerMinute: 110,
      accountLimit: 150,
    });
  return runs;
}

export function planPowerCut({ seed, short }: Options): { seed: number; leads: number; cuts: number } {
  return { seed, ...(short ? { leads: 60, cuts: 10 } : { leads: 250, cuts: 100 }) };
}
