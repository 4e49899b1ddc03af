import { cpus } from 'node:os';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Figure } from '../figures.ts';
import { conditions } from '../page/conditions.ts';
import { busy, tooCrowded } from '../page/report.ts';
import { table } from '../report.ts';
import { median, medianRatio } from '../statistics.ts';
import { type LoaderId, loaderIds, loaderNames } from './loaders.ts';
import type { Visit, Visits } from './measure.ts';

export interface EmbedRun {
  visits: Visits;
  /** The text of each loader. */
  sources: Record<Exclude<LoaderId, 'none'>, string>;
  /** What the two that talk with their frame have in it. */
  inFrame: { guestcard: string; resizer: string };
  rounds: number;
  versions: string[];
  /** How many programs wanted the cores on average, before the run and at its end. */
  crowd: [before: number, end: number];
  /** YYYY-MM-DD. */
  day: string;
}

const largest = 2_048;

/** The page of figures that a run leaves behind, and its targets. */
export function reportLoaders(run: EmbedRun): { page: string; figures: Figure[] } {
  const { visits, sources, inFrame, rounds, versions, crowd, day } = run;
  const middle = (id: LoaderId, pick: (visit: Visit) => number) => median(visits[id].map(pick));
  const ratio = (id: LoaderId, pick: (visit: Visit) => number) =>
    times(medianRatio(visits[id].map(pick), visits.guestcard.map(pick)));
  const beyond = (id: LoaderId) =>
    median(visits[id].map(({ script }, round) => script - (visits.none[round]?.script ?? Number.NaN)));
  const weight = gzip(sources.guestcard);
  const figures: Figure[] = [
    { what: 'The loader, gzip', value: `${weight} B`, target: `≤ ${largest} B`, met: weight <= largest },
    { what: 'The loader, Brotli', value: `${brotli(sources.guestcard)} B` },
    ...(['resizer', 'typeform', 'cal'] as const).map((id) => ({
      what: `${loaderNames[id]}’s, of Guestcard’s (gzip)`,
      value: times(gzip(sources[id]) / weight),
    })),
  ];
  const scripted = loaderIds.filter((id): id is Exclude<LoaderId, 'none'> => id !== 'none');
  const page = [
    '# The weight of the embed\n',
    `Written by \`npm run bench:embed\` on ${day}, on ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'of unknown make'}).`,
    'The same page of a website with a form, by the script that each vendor has a website load. Ratios are taken within a',
    `round and are the median of ${rounds} rounds; what is said in milliseconds holds for this machine only, which others`,
    `used too (load average ${crowd.map((load) => load.toFixed(1)).join(' before the run, ')} at its end).`,
    ...(tooCrowded(crowd) ? [busy] : []),
    '',
    table([
      ['', 'measured', 'target', ''],
      ...figures.map(({ what, value, target, met }) => [what, value, target ?? '', verdict(met)]),
    ]),
    '\n## What a website loads\n',
    table([
      ['', 'scripts', 'gzip B', 'Brotli B', 'on the wire B', 'of Guestcard’s', 'in the frame, gzip B'],
      ...scripted.map((id) => [
        loaderNames[id],
        middle(id, ({ scripts }) => scripts).toFixed(0),
        String(gzip(sources[id])),
        String(brotli(sources[id])),
        middle(id, ({ bytes }) => bytes).toFixed(0),
        ratio(id, ({ bytes }) => bytes),
        id === 'guestcard' || id === 'resizer' ? String(gzip(inFrame[id])) : '–',
      ]),
    ]),
    '\n## What it does there\n',
    table([
      ['', 'script beyond a bare page, ms', 'all script, of Guestcard’s', 'frame has its height, ms'],
      ...loaderIds.map((id) => [
        loaderNames[id],
        id === 'none' ? '0' : beyond(id).toFixed(1),
        ratio(id, ({ script }) => script),
        ['guestcard', 'resizer'].includes(id) ? middle(id, ({ sizedAt }) => sizedAt).toFixed(0) : '–',
      ]),
    ]),
    '\n## How it was measured\n',
    `Headless Chromium, ${conditions.width} × ${conditions.height}, nothing in any cache, ${conditions.cpu} times slower CPU, ${conditions.down / 1e6} Mbit/s down, ${conditions.roundTrip} ms for each`,
    'request; HTTP/1.1 and gzip from this machine. The frame is another site than the page, in a process of its own, so that',
    'script time is the page’s alone.\n',
    '- **On the wire**: headers and compressed bodies of the scripts that the page fetched.',
    '- **Height**: from the navigation until the frame is no longer 720 pixels high. Typeform’s and Cal.com’s forms are on their',
    '  servers, which were not asked: their frames stay empty, and get no height.',
    '- **In the frame**: what speaks with the page around it; Guestcard’s is part of its document.',
    '- iframe-resizer does nothing but heights; Guestcard’s and the others also pass the campaign, hand on events and open pop-ups.\n',
    `Versions: ${versions.join(', ')}.`,
    '',
  ].join('\n');
  return { page, figures };
}

const gzip = (text: string) => gzipSync(text, { level: 6 }).length;
const brotli = (text: string) => brotliCompressSync(text).length;
const times = (value: number) => (Number.isFinite(value) ? `${value.toFixed(1)}×` : '–');

function verdict(met: boolean | undefined): string {
  if (met === undefined) return '';
  return met ? 'met' : '**missed**';
}
