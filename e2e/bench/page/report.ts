import { cpus } from 'node:os';
import type { Figure } from '../figures.ts';
import { table } from '../report.ts';
import { conditions } from './conditions.ts';
import { pageFigures, ratioTable, requestFigures, timesTable } from './figures.ts';
import type { Visits } from './measure-pages.ts';
import type { RequestRounds } from './measure-requests.ts';
import { type PageId, pageNames } from './page-ids.ts';

export interface PageRun {
  visits: Visits;
  requests: RequestRounds | undefined;
  rounds: number;
  /** Pages that could not be built, and why. */
  failed: { id: PageId; reason: string }[];
  /** `name version` of what was measured and of what measured it. */
  versions: string[];
  /** How many programs wanted the cores on average, before the run and at its end. */
  crowd: [before: number, end: number];
  /** YYYY-MM-DD. */
  day: string;
}

/** The page of figures that a run leaves behind, and its targets. */
export function reportPages(run: PageRun): { page: string; figures: Figure[] } {
  const { visits, requests, rounds, failed, versions, crowd, day } = run;
  const figures = [...pageFigures(visits), ...(requests ? requestFigures(requests) : [])];
  const page = [
    '# The weight of the form page\n',
    `Written by \`npm run bench:page\` on ${day}, on ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'of unknown make'}).`,
    'Every page asks the same twelve questions with the same words; ours has one box more (“Not sure yet”) and more to read.',
    'The limit is a static page with everything in one answer. Ratios are taken within a round and are the median of',
    `${rounds} rounds; what is said in milliseconds holds for this machine only, which`,
    `others used too (load average ${crowd.map((load) => load.toFixed(1)).join(' before the run, ')} at its end).`,
    ...(tooCrowded(crowd) ? [busy] : []),
    '',
    table([
      ['', 'measured', 'target', ''],
      ...figures.map(({ what, value, target, met }) => [what, value, target ?? '', verdict(met)]),
    ]),
    '\n## Beside the static page of the same round\n',
    table(ratioTable(visits)),
    ...failed.map(({ id, reason }) => `\n${pageNames[id]} is missing: ${reason}`),
    ...talkative(visits),
    '\n## On this machine\n',
    table(timesTable(visits)),
    '\n## How it was measured\n',
    `Headless Chromium, ${conditions.width} × ${conditions.height}, nothing in any cache, ${conditions.cpu} times slower CPU, slow 4G:`,
    `${conditions.down / 1e6} Mbit/s down, ${conditions.up / 1e3} kbit/s up, ${conditions.roundTrip} ms for each request. HTTP/1.1, gzip, from 127.0.0.1:`,
    'ours and the Next page by `next start`, the others from memory by one small server. Times count from the navigation.\n',
    '- **On the wire**: headers and compressed bodies until a page is at rest: loaded, nothing fetched for a second, no work waiting.',
    '- **JS, CSS**: files on the wire and, compressed by themselves, what the page has inline; as with a page that nobody touches.',
    '- **Typing works**: a key every 100 ms into the first field from the moment it is painted until the page is at rest; it',
    '  works with the first key from which on none is missing in the end. It is a load of its own.',
    '- **TBT**: what long tasks took beyond 50 ms each, from the beginning until rest. **CPU**: time the main thread was busy,',
    '  as slowed down. **Shift**: the sum of all layout shifts, the worst load.',
    '- **The first touch**: what eleven keys, one every 100 ms, make a page at rest fetch.',
    '- **Requests a second**: 16 connections that stay open, gzip accepted, the servers one after the other in each round.',
    '- Formbricks shows one question at a time, so that it draws a twelfth of what the others draw.',
    '- Form.io and react-jsonschema-form come without the Bootstrap that they are usually styled with, which would weigh more.\n',
    `Versions: ${versions.join(', ')}.`,
    '',
  ].join('\n');
  return { page, figures };
}

/** Paints wait for a core then: the spread of the rounds tells how long. */
/** The run itself keeps both ends of the wire at work, so that its end is judged more mildly than its beginning. */
export function tooCrowded([before, end]: [number, number]): boolean {
  return before > cpus().length || end > 1.5 * cpus().length;
}

export const busy =
  '**More programs than cores: times and their ratios are not resolved, weights are. Run it again on a calm machine.**';

function verdict(met: boolean | undefined): string {
  if (met === undefined) return '';
  return met ? 'met' : '**missed**';
}

/** Pages that asked addresses of others for something, which they did not get here. */
function talkative(visits: Visits): string[] {
  return (Object.keys(visits) as PageId[]).flatMap((id) => {
    const addresses = new Set(visits[id]?.flatMap(({ load }) => load.elsewhere.map(hostOf)));
    return addresses.size > 0 ? [`\n${pageNames[id]} also asked ${[...addresses].join(', ')}.`] : [];
  });
}

const hostOf = (address: string) => new URL(address).host;
