import { parseArgs } from 'node:util';
import { StartError } from '../../../lib/start/start-error.js';
import { type PageId, pageIds, peerIds } from './page-ids.ts';

export const usage = `npm run bench:page [-- options]
  --rounds 5                 how often every page is loaded
  --only guestcard,rjsf      only these pages, and the static one that they are compared with
  --peers none               only the static page, Next's and ours: nothing is installed
  --seconds 3                how long a page is asked for in a round of requests per second
  --out docs                 where page-weight.md goes
  Pages: ${pageIds.join(', ')}`;

export interface PageBenchOptions {
  pages: PageId[];
  rounds: number;
  seconds: number;
  out: string;
}

/** @throws StartError that says how it is called */
export function readOptions(args: string[]): PageBenchOptions {
  const option = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args,
      options: { rounds: option, only: option, peers: option, seconds: option, out: option },
    });
    const pages = choose(values.only, values.peers);
    return {
      pages,
      rounds: count(values.rounds, 5),
      seconds: count(values.seconds, 3),
      // Part of the figures must not take the place of all of them.
      out: values.out ?? (pages.length === pageIds.length ? 'docs' : '.bench'),
    };
  } catch (error) {
    throw new StartError(`${(error as Error).message}\n\n${usage}`, { cause: error });
  }
}

function choose(only: string | undefined, peers: string | undefined): PageId[] {
  if (peers !== undefined && peers !== 'none' && peers !== 'all')
    throw new Error(`"${peers}" is none of none, all`);
  const wanted = only?.split(',') ?? [...pageIds];
  const unknown = wanted.find((id) => !pageIds.includes(id as PageId));
  if (unknown !== undefined) throw new Error(`"${unknown}" is none of ${pageIds.join(', ')}`);
  const leftOut: readonly PageId[] = peers === 'none' ? peerIds : [];
  return pageIds.filter((id) => id === 'static' || (wanted.includes(id) && !leftOut.includes(id)));
}

function count(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`"${text}" is not a whole number above 0`);
  return Number(text);
}
