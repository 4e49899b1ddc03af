import { parseArgs } from 'node:util';
import { StartError } from '../../lib/start/start-error.js';
import type { Store } from './disturbances.ts';

export interface Options {
  seed: number;
  leads: number;
  stores: Store[];
  short: boolean;
  /** Where the tables are written as a page; undefined: only printed. */
  out: string | undefined;
}

export const usage =
  'npm run rehearse -- [--seed 1] [--leads 1000] [--store postgres|sqlite|both] [--short] [--out docs/rehearsal.md]';

/** @throws StartError for anything that is not an option. */
export function readOptions(given: string[]): Options {
  const { values } = parsed(given);
  const stores: Record<string, Store[]> = {
    both: ['postgres', 'sqlite'],
    postgres: ['postgres'],
    sqlite: ['sqlite'],
  };
  const chosen = stores[values.store];
  const seed = Number(values.seed);
  const leads = Number(values.leads ?? (values.short ? 80 : 1_000));
  if (!chosen || !Number.isSafeInteger(seed) || !Number.isSafeInteger(leads) || leads < 1)
    throw new StartError(usage);
  return { seed, leads, stores: chosen, short: values.short, out: values.out };
}

function parsed(given: string[]) {
  try {
    return parseArgs({
      args: given,
      options: {
        seed: { type: 'string', default: '1' },
        leads: { type: 'string' },
        store: { type: 'string', default: 'both' },
        short: { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    });
  } catch (error) {
    throw new StartError(`${(error as Error).message}\n${usage}`);
  }
}
