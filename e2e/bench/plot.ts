import { budgetPerMinute, type Drain } from './drain.ts';

const width = 860;
const left = 64;
const right = width - 24;
const upper = { top: 72, bottom: 262 };
const lower = { top: 322, bottom: 472 };
const propexoLimit = 150;

const style = `
  text { font: 13px system-ui, sans-serif; fill: #334155 }
  .title { font-size: 17px; font-weight: 600; fill: #0f172a }
  .paper { fill: #ffffff } .grid { stroke: #e2e8f0 } .limit { stroke: #b91c1c; stroke-dasharray: 5 4 }
  .queued { stroke: #0f766e; fill: none; stroke-width: 2.5 } .queued-name { fill: #0f766e }
  .open { stroke: #b45309; fill: none; stroke-width: 1.8; stroke-dasharray: 7 3 } .open-name { fill: #b45309 }
  .rate { stroke: #4338ca; fill: none; stroke-width: 2.5 } .limit-name { fill: #b91c1c }
  @media (prefers-color-scheme: dark) {
    text { fill: #cbd5e1 } .title { fill: #f1f5f9 } .paper { fill: #0f172a } .grid { stroke: #334155 }
    .limit { stroke: #f87171 } .limit-name { fill: #f87171 } .rate { stroke: #a5b4fc }
    .queued { stroke: #2dd4bf } .queued-name { fill: #2dd4bf } .open { stroke: #fbbf24 } .open-name { fill: #fbbf24 }
  }`;

/** An SVG of a drain: what waits above, what is asked of Propexo below, over the same minutes. */
export function plotDrain({ leads, course }: Pick<Drain, 'leads' | 'course'>): string {
  const end = Math.max(1, ...course.map(({ at }) => at));
  const x = (at: number) => left + (Math.max(0, at) / end) * (right - left);
  const waiting = scale(leads, upper);
  const rate = scale(
    Math.max(propexoLimit, ...course.map(({ requestsPerMinute }) => requestsPerMinute)),
    lower,
  );
  const line = (
    name: string,
    y: (value: number) => number,
    value: (moment: Drain['course'][number]) => number,
  ) =>
    `<polyline class="${name}" points="${course.map((moment) => `${round(x(moment.at))},${round(y(value(moment)))}`).join(' ')}"/>`;
  const level = (y: number, kind: string) =>
    `<line class="${kind}" x1="${left}" x2="${right}" y1="${round(y)}" y2="${round(y)}"/>`;
  const minutes = ticks(end / 60, 10);
  const title = `${leads.toLocaleString('en-US')} leads that waited for Propexo, delivered once it is back`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 530" width="${width}" height="530" role="img" aria-labelledby="title">`,
    `<style>${style}</style>`,
    `<rect class="paper" width="${width}" height="530" rx="10"/>`,
    `<text id="title" class="title" x="${left}" y="32">${title}</text>`,
    label(left, upper.top - 14, 'Leads'),
    label(right, upper.top - 14, 'not sent yet', 'queued-name', 'end'),
    label(right - 96, upper.top - 14, 'not delivered yet', 'open-name', 'end'),
    ...ticks(leads, 4).flatMap((value) => [level(waiting(value), 'grid'), axis(waiting(value), value)]),
    line('open', waiting, ({ undelivered }) => undelivered),
    line('queued', waiting, ({ queued }) => queued),
    label(left, lower.top - 14, 'Requests to Propexo in the 60 seconds before'),
    ...[0, 50, 100].flatMap((value) => [level(rate(value), 'grid'), axis(rate(value), value)]),
    level(rate(propexoLimit), 'limit'),
    axis(rate(propexoLimit), propexoLimit),
    label(right, rate(propexoLimit) - 6, 'Propexo’s limit', 'limit-name', 'end'),
    level(rate(budgetPerMinute), 'limit'),
    label(right, rate(budgetPerMinute) - 6, `budget: ${budgetPerMinute}`, 'limit-name', 'end'),
    line('rate', rate, ({ requestsPerMinute }) => requestsPerMinute),
    ...minutes.map((minute) => label(x(minute * 60), lower.bottom + 20, String(minute), '', 'middle')),
    label((left + right) / 2, lower.bottom + 42, 'Minutes since Propexo came back', '', 'middle'),
    '</svg>\n',
  ].join('\n');
}

function scale(most: number, { top, bottom }: { top: number; bottom: number }): (value: number) => number {
  return (value) => bottom - (value / Math.max(1, most)) * (bottom - top);
}

/** Round numbers from 0 up to `most`, about so many. */
export function ticks(most: number, about: number): number[] {
  const rough = most / about;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude).find((size) => size >= rough) ?? rough;
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, index) =>
    Number((index * step).toPrecision(6)),
  );
}

function label(x: number, y: number, text: string, kind = '', anchor = 'start'): string {
  return `<text x="${round(x)}" y="${round(y)}" class="${kind}" text-anchor="${anchor}">${text}</text>`;
}

function axis(y: number, value: number): string {
  return label(left - 8, y + 4, value.toLocaleString('en-US'), '', 'end');
}

const round = (value: number) => Math.round(value * 10) / 10;
