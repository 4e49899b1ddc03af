import type { Figure } from '../figures.ts';
import { median, medianRatio } from '../statistics.ts';
import type { Visit, Visits } from './measure-pages.ts';
import type { RequestRounds } from './measure-requests.ts';
import { type PageId, pageNames } from './page-ids.ts';

type Pick = (visit: Visit) => number;

const fcp: Pick = ({ load }) => load.fcp;
const lcp: Pick = ({ load }) => load.lcp;
const blocked: Pick = ({ load }) => load.blocked;
const shift: Pick = ({ load }) => load.shift;
const cpu: Pick = ({ load }) => load.cpu;
const typingWorks: Pick = ({ typing }) => typing.typingWorks;
const requests: Pick = ({ load }) => load.requests;
const bytes: Pick = ({ load }) => load.bytes;
const script: Pick = ({ load }) => load.script + load.inlineScript;
const style: Pick = ({ load }) => load.style + load.inlineStyle;

const middle = (visits: Visit[], pick: Pick) => median(visits.map(pick));
const ratio = (visits: Visit[], limit: Visit[], pick: Pick) => medianRatio(visits.map(pick), limit.map(pick));
/** The median of the differences within each round. */
const beyond = (visits: Visit[], limit: Visit[], pick: Pick) =>
  median(visits.map((visit, round) => pick(visit) - (limit[round] ? pick(limit[round]) : Number.NaN)));

/** How far the rounds lie apart. */
function range(visits: Visit[], limit: Visit[], pick: Pick): string {
  const ratios = visits.map((visit, round) => ratio([visit], limit.slice(round, round + 1), pick));
  return `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
}

const kilobytes = (size: number) => (size / 1_000).toFixed(1);
const times = (value: number) => (!Number.isFinite(value) ? '–' : `${value.toFixed(2)}×`);
const milliseconds = (value: number) => (!Number.isFinite(value) ? '–' : value.toFixed(0));

/** What is asked of our page, beside the static one in the same round. */
export function pageFigures({ guestcard, static: limit }: Visits): Figure[] {
  if (!guestcard || !limit) return [];
  const painted = ratio(guestcard, limit, fcp);
  const largest = ratio(guestcard, limit, lcp);
  const busy = beyond(guestcard, limit, blocked);
  const scripts = middle(guestcard, script);
  const shifted = Math.max(...guestcard.map(shift));
  const lost = guestcard.reduce((sum, { load, typing }) => sum + (load.touch?.lost ?? 0) + typing.lost, 0);
  return [
    judged(
      'First contentful paint, of the static page’s',
      `${times(painted)} (${range(guestcard, limit, fcp)})`,
      '≤ 1.15×',
      painted <= 1.15,
    ),
    judged(
      'Largest contentful paint, of the static page’s',
      `${times(largest)} (${range(guestcard, limit, lcp)})`,
      '≤ 1.15×',
      largest <= 1.15,
    ),
    judged('Total blocking time beyond the static page’s', `${milliseconds(busy)} ms`, '≤ 30 ms', busy <= 30),
    judged(
      'JavaScript before the first interaction',
      `${kilobytes(scripts)} KB`,
      '≤ 10 KB',
      scripts <= 10_000,
    ),
    judged('Layout shift, the worst of all loads', shifted.toFixed(3), '< 0.01', shifted < 0.01),
    judged('Keys lost, typed from the first moment on', String(lost), '0', lost === 0),
    {
      what: 'What the first touch loads',
      value: `${kilobytes(median(guestcard.map(({ load }) => load.touch?.bytes ?? 0)))} KB in ${median(
        guestcard.map(({ load }) => load.touch?.requests ?? 0),
      )} requests`,
    },
  ];
}

export function requestFigures(rounds: RequestRounds): Figure[] {
  const speed = (page: keyof RequestRounds) => rounds[page].map(({ perSecond }) => perSecond);
  const ofNext = medianRatio(speed('guestcard'), speed('next'));
  const ofHello = medianRatio(speed('guestcard'), speed('hello'));
  const ofStatic = medianRatio(speed('guestcard'), speed('static'));
  return [
    judged(
      'Requests a second, of a dynamic Next page with the same form',
      times(ofNext),
      '≥ 5.00×',
      ofNext >= 5,
    ),
    { what: 'The same, of a dynamic Next page that says hello', value: times(ofHello) },
    { what: 'The same, of a static file from memory', value: times(ofStatic) },
  ];
}

function judged(what: string, value: string, target: string, met: boolean): Figure {
  return { what, value, target, met };
}

/** Every page beside the static one of the same rounds. */
export function ratioTable(visits: Visits): string[][] {
  const limit = visits.static ?? [];
  return [
    [
      '',
      'requests',
      'KB on the wire',
      'JS KB',
      'CSS KB',
      'FCP',
      'LCP',
      'typing works',
      'TBT beyond, ms',
      'CPU',
      'shift',
    ],
    ...rows(visits, (visit) => [
      middle(visit, requests).toFixed(0),
      kilobytes(middle(visit, bytes)),
      kilobytes(middle(visit, script)),
      kilobytes(middle(visit, style)),
      times(ratio(visit, limit, fcp)),
      times(ratio(visit, limit, lcp)),
      times(ratio(visit, limit, typingWorks)),
      milliseconds(beyond(visit, limit, blocked)),
      times(ratio(visit, limit, cpu)),
      Math.max(...visit.map(shift)).toFixed(3),
    ]),
  ];
}

/** Milliseconds, as they were on the machine of the run. */
export function timesTable(visits: Visits): string[][] {
  return [
    ['ms', 'FCP', 'LCP', 'typing works', 'TBT', 'CPU', 'keys typed early', 'of these lost'],
    ...rows(visits, (visit) => [
      ...[fcp, lcp, typingWorks, blocked, cpu].map((pick) => milliseconds(middle(visit, pick))),
      String(visit.reduce((sum, { typing }) => sum + typing.typed, 0)),
      String(visit.reduce((sum, { typing }) => sum + typing.lost, 0)),
    ]),
  ];
}

function rows(visits: Visits, cells: (visit: Visit[]) => string[]): string[][] {
  return (Object.keys(pageNames) as PageId[]).flatMap((id) => {
    const measured = visits[id];
    return measured ? [[pageNames[id], ...cells(measured)]] : [];
  });
}
