import { figuresOf } from './figures.ts';
import type { PowerCutResult } from './power-cut/power-cut.ts';
import type { RunResult } from './run.ts';

/** One column for each run; a row for every figure that any of them has. */
export function tableOf(results: RunResult[]): string {
  const columns = results.map((result) => new Map(figuresOf(result)));
  const labels = orderedUnion(columns.map((column) => [...column.keys()]));
  return markdown([
    ['', ...results.map(({ options }) => options.title)],
    ...labels.map((label) => [label, ...columns.map((column) => column.get(label) ?? '0')]),
  ]);
}

export function powerCutTable(result: PowerCutResult): string {
  const { afterwards } = result;
  const ends = [
    `${afterwards.delivered} delivered`,
    ...Object.entries(afterwards.withStaff).map(([why, count]) => `${count} ${why}`),
  ];
  return markdown([
    ['Power cut under SQLite', ''],
    ['leads acknowledged', String(result.acknowledged)],
    ['syncs seen', String(result.syncs)],
    ['disks put together and opened', String(result.disks)],
    ['**acknowledged leads lost**', String(result.lost)],
    ['**damaged databases**', String(result.damaged)],
    [
      'the same without syncs: acknowledged leads lost (must not be 0)',
      `${result.control.lost} on ${result.control.disks} disks`,
    ],
    ['the program on what the last moment left', ends.join(', ')],
    [
      '– **lost**, **doubled**, other',
      `${afterwards.lost.length}, ${afterwards.doubled.length}, ${afterwards.broken.length}`,
    ],
  ]);
}

/** What must not be, one line each; empty when all is well. */
export function faultsOf({ options, verdict, recoveryMs }: RunResult): string[] {
  const lines = Object.entries({
    LOST: verdict.lost,
    DOUBLED: verdict.doubled,
    BROKEN: verdict.broken,
  }).flatMap(([kind, findings]) => findings.map(({ mark, what }) => `${kind} ${mark}: ${what}`));
  if (recoveryMs === undefined) lines.push(`NOT OVER after ${options.patienceMs / 1000} s of calm`);
  return lines;
}

export function powerCutFaults({ lost, damaged, control, afterwards }: PowerCutResult): string[] {
  const lines = [...afterwards.lost, ...afterwards.doubled, ...afterwards.broken].map(
    ({ mark, what }) => `after the power cut, ${mark}: ${what}`,
  );
  if (lost > 0) lines.push(`LOST ${lost} acknowledged leads in power cuts`);
  if (damaged > 0) lines.push(`DAMAGED ${damaged} databases in power cuts`);
  if (control.lost === 0)
    lines.push('the examination of power cuts finds nothing even without syncs: it proves nothing');
  return lines;
}

/** Merges lists that agree about the order, as far as they do. */
function orderedUnion(lists: string[][]): string[] {
  const union: string[] = [];
  for (const list of lists) {
    let place = 0;
    for (const item of list) {
      const found = union.indexOf(item);
      if (found >= 0) place = found + 1;
      else {
        union.splice(place, 0, item);
        place += 1;
      }
    }
  }
  return union;
}

/** Padded, so that it is read as well on a terminal. */
function markdown(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
