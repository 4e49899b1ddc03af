import type { SourceRow } from '#lib/visits/source-report.ts';
import { campaignName, counted, numberOf, sourceName } from '#lib/visits/source-words.ts';

const most = 8;
const bars = [
  ['views', 'view', 'fill-edge'],
  ['starts', 'start', 'fill-accent-wash stroke-accent-ink'],
  ['submits', 'submit', 'fill-accent'],
] as const;
/** Heights follow the text: in ems. */
const barHeight = 1;
const step = 1.45;
/** Of the width; the rest is for the number behind the longest bar. */
const longest = 82;

/** The sources that most people came by, as bars. Nothing in it is told by its colour alone. */
export function SourcePicture({ rows }: { rows: SourceRow[] }) {
  const shown = rows.slice(0, most);
  const top = Math.max(1, ...shown.flatMap((row) => bars.map(([key]) => row[key])));
  return (
    <section
      aria-labelledby="picture"
      className="mt-8 rounded-2xl border border-line bg-surface p-5 shadow-sm sm:p-6"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 id="picture" className="font-semibold text-xl">
          From view to submit
        </h2>
        <ul aria-label="What the bars are, from above" className="flex flex-wrap gap-x-4 text-muted text-sm">
          {bars.map(([key, one, look]) => (
            <li key={key} className="flex items-center gap-1.5">
              <svg width="12" height="12" aria-hidden="true">
                <rect x="0.5" y="0.5" width="11" height="11" rx="2" className={look} />
              </svg>
              {`${one[0]?.toUpperCase()}${one.slice(1)}s`}
            </li>
          ))}
        </ul>
      </div>
      <ul className="mt-4 space-y-4">
        {shown.map((row) => (
          <li
            key={JSON.stringify([row.source, row.campaign])}
            className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,13rem)_minmax(0,1fr)] sm:items-center"
          >
            <p className="min-w-0 leading-snug">
              <span className="font-medium">{sourceName(row.source)}</span>
              {row.campaign && <span className="block text-muted text-sm">{campaignName(row.campaign)}</span>}
            </p>
            <Bars row={row} top={top} />
          </li>
        ))}
      </ul>
      {rows.length > most && (
        <p className="mt-4 text-muted text-sm">
          The {most} with the most views, of {numberOf(rows.length)}.
        </p>
      )}
    </section>
  );
}

function Bars({ row, top }: { row: SourceRow; top: number }) {
  const said = bars.map(([key, one]) => counted(row[key], one)).join(', ');
  return (
    <svg width="100%" height={`${bars.length * step}em`} role="img" aria-label={said} className="text-xs">
      {bars.map(([key, , look], index) => {
        const width = (longest * row[key]) / top;
        const y = index * step + (step - barHeight) / 2;
        return (
          <g key={key}>
            {/* A little of something is not nothing. */}
            {row[key] > 0 && (
              <rect
                x="0.5"
                y={`${y}em`}
                width={`${Math.max(width, 0.8)}%`}
                height={`${barHeight}em`}
                rx="2"
                className={look}
              />
            )}
            <text
              x={`${width}%`}
              dx={row[key] > 0 ? '0.6em' : 0}
              y={`${y + 0.86}em`}
              className="fill-ink tabular-nums"
            >
              {numberOf(row[key])}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
