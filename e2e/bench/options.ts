import { parseArgs } from 'node:util';
import { StartError } from '../../lib/start/start-error.js';

export const usage = `npm run bench [-- options]
  --only accept,calm,drain   only these parts
  --quick                    small numbers, to see that it runs; judges nothing
  --stores sqlite,postgres   where leads are kept while accepting
  --rounds 5                 rounds of accepting; each takes every variant once
  --seconds 5                how long one variant is measured in a round
  --concurrency 16           how many post at the same time
  --leads 1000               the backlog that is drained
  --calm 25                  leads one at a time
  --out docs                 where benchmark.md and drain.svg go`;

const parts = ['accept', 'calm', 'drain'] as const;
const stores = ['sqlite', 'postgres'] as const;
export type Part = (typeof parts)[number];
export type Store = (typeof stores)[number];

export interface BenchOptions {
  parts: Part[];
  stores: Store[];
  /** Full numbers: targets are judged, and missing one fails the run. */
  judged: boolean;
  rounds: number;
  seconds: number;
  concurrency: number;
  leads: number;
  calm: number;
  out: string;
}

/** @throws StartError that says how it is called */
export function readOptions(args: string[]): BenchOptions {
  const option = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args,
      options: {
        only: option,
        quick: { type: 'boolean', default: false },
        stores: option,
        rounds: option,
        seconds: option,
        concurrency: option,
        leads: option,
        calm: option,
        out: option,
      },
    });
    const { quick } = values;
    const asked = pick(parts, values.only);
    const whole = !quick && asked.length === parts.length;
    return {
      parts: asked,
      stores: pick(stores, values.stores),
      judged: !quick,
      rounds: count(values.rounds, quick ? 2 : 5),
      seconds: count(values.seconds, quick ? 2 : 5),
      concurrency: count(values.concurrency, 16),
      leads: count(values.leads, quick ? 60 : 1_000),
      calm: count(values.calm, quick ? 4 : 25),
      // Part of the figures must not take the place of all of them.
      out: values.out ?? (whole ? 'docs' : '.bench'),
    };
  } catch (error) {
    throw new StartError(`${(error as Error).message}\n\n${usage}`, { cause: error });
  }
}

function pick<Name extends string>(names: readonly Name[], asked: string | undefined): Name[] {
  if (asked === undefined) return [...names];
  const wanted = asked.split(',');
  const unknown = wanted.find((name) => !names.includes(name as Name));
  if (unknown !== undefined) throw new Error(`"${unknown}" is none of ${names.join(', ')}`);
  return names.filter((name) => wanted.includes(name));
}

function count(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`"${text}" is not a whole number above 0`);
  return Number(text);
}
