import type { Outcome, Played } from './attack.ts';

const outcomes: Record<Outcome, string> = {
  accepted: 'accepted',
  proved: 'accepted after a proof',
  asked: 'asked, never proved',
  quarantined: 'quarantined',
  refused: 'refused',
};
const columns = Object.keys(outcomes) as Outcome[];

/** What became of whom: a line for each kind, the bots first. */
export function confusionTable(played: Played[]): string {
  const line = (name: string, some: Played[]) => [
    name,
    String(some.length),
    ...columns.map((outcome) => String(countOf(some, outcome) || '')),
  ];
  const part = (name: string, isBot: boolean) => {
    const some = played.filter(({ visitor }) => visitor.isBot === isBot);
    const kinds = [...Map.groupBy(some, ({ visitor }) => visitor.kind)].sort(([one], [other]) =>
      one < other ? -1 : 1,
    );
    return [line(`**${name}**`, some), ...kinds.map(([kind, ofKind]) => line(kind, ofKind))];
  };
  const rows = [...part('bots', true), ...part('people', false)];
  const head = ['', 'sent', ...Object.values(outcomes)];
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0), title.length),
  );
  const written = (row: string[]) =>
    `| ${row.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => `${'-'.repeat(width + 1)}${column ? ':' : '-'}`).join('|')}|`;
  return [written(head), rule, ...rows.map(written)].join('\n');
}

export function countOf(played: Played[], outcome: Outcome): number {
  return played.filter((one) => one.outcome === outcome).length;
}
