import { cpus } from 'node:os';
import type { AcceptRounds } from './accept.ts';
import { acceptTable, type Figure } from './figures.ts';
import type { BenchOptions, Store } from './options.ts';

/** The page of figures that a run leaves behind. */
export function reportPage(
  figures: Figure[],
  accepting: Partial<Record<Store, AcceptRounds>>,
  options: BenchOptions,
  drained: boolean,
): string {
  const tables = Object.entries(accepting).flatMap(([store, rounds]) => [
    `\n## Accepting on ${store === 'sqlite' ? 'SQLite' : 'PostgreSQL'}, as multiples of the bare action\n`,
    table(acceptTable(rounds)),
  ]);
  return [
    '# Benchmark\n',
    `Written by \`npm run bench\` on ${cpus().length} cores with Node ${process.versions.node}. Every speed is a ratio against`,
    'something measured in the same run: the bare action is a Next page with one button and a server action that does',
    'nothing, posted with the same answers as a browser without JavaScript posts the form; Next answers with the page.',
    'A second one redirects instead, as accepting a lead does. A ratio is the median of the rounds. Leads are durable',
    'before they are acknowledged, and accepting always goes on beside the delivery of what was accepted.\n',
    table([
      ['', 'measured', 'target', ''],
      ...figures.map(({ what, value, target, met }) => [what, value, target ?? '', verdict(met, options)]),
    ]),
    ...tables,
    ...(drained
      ? ['\n## A drain\n', '![Leads that wait, and requests to Propexo, over time](drain.svg)']
      : []),
    '',
  ].join('\n');
}

function verdict(met: boolean | undefined, { judged }: BenchOptions): string {
  if (met === undefined) return '';
  if (!judged) return 'not judged';
  return met ? 'met' : '**missed**';
}

/** In Markdown; the first row is the head. */
export function table([head = [], ...rows]: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}
