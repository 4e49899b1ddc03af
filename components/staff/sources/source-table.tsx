// biome-ignore-all lint/a11y/noRedundantRoles: laid out as blocks, a table is none to some browsers without them.
import type { ReactNode } from 'react';
import type { SourceFigures } from '#lib/visits/source-figures.ts';
import type { SourceRow } from '#lib/visits/source-report.ts';
import { campaignName, numberOf, percentOf, sourceName, spent } from '#lib/visits/source-words.ts';
import { propertiesIn } from './property-names.ts';

interface Props {
  rows: SourceRow[];
  totals: SourceFigures;
  /** Of the properties, by their slugs. */
  names: Map<string, string>;
}

const most = 200;

const columns: [heading: string, value: (figures: SourceFigures) => string][] = [
  ['Views', ({ views }) => numberOf(views)],
  ['Starts', ({ starts }) => numberOf(starts)],
  ['Submits', ({ submits }) => numberOf(submits)],
  ['Views to submits', percentOf],
  ['Delivered', ({ delivered }) => numberOf(delivered)],
  ['Failed', ({ failed }) => numberOf(failed)],
  ['Unknown', ({ unknown }) => numberOf(unknown)],
  ['Waiting', ({ waiting }) => numberOf(waiting)],
  ['Held as spam', ({ held }) => numberOf(held)],
  ['Median time to ResMan', ({ medianMinutes }) => spent(medianMinutes)],
];
/** Most have none. */
const heldColumn = 8;

/**
 * Where there is no room for a table, each line of it is a block with its numbers by name: by the room there is, not by the
 * screen, so also where the text is large.
 */
export function SourceTable({ rows, totals, names }: Props) {
  const shown = columns.filter((_, index) => index !== heldColumn || totals.held > 0);
  return (
    <div className="@container mt-4">
      <div className="rounded-2xl border border-line bg-surface shadow-sm">
        <table role="table" className="block w-full text-sm @min-[54rem]:table">
          <caption className="sr-only">
            Views, starts, submits and what became of the leads, for each source and campaign
          </caption>
          <thead role="rowgroup" className="sr-only @min-[54rem]:not-sr-only @min-[54rem]:table-header-group">
            <tr role="row" className="text-muted">
              <th role="columnheader" scope="col" className="px-5 py-3 text-start align-bottom font-medium">
                Source and campaign
              </th>
              {shown.map(([heading]) => (
                <th
                  key={heading}
                  role="columnheader"
                  scope="col"
                  className="px-2 py-3 text-end align-bottom font-medium [overflow-wrap:normal] last:pe-5"
                >
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" className="block @min-[54rem]:table-row-group">
            {rows.slice(0, most).map((row) => (
              <Line key={JSON.stringify([row.source, row.campaign])} figures={row} shown={shown}>
                <span className="font-semibold text-base">{sourceName(row.source)}</span>
                {row.campaign && <span className="block text-muted">{campaignName(row.campaign)}</span>}
                {row.unknownAt.length > 0 && (
                  <span className="mt-1 block w-fit rounded-lg bg-notice-wash px-2 py-0.5 text-notice">
                    Not a source of {propertiesIn(row.unknownAt, names)}
                  </span>
                )}
              </Line>
            ))}
          </tbody>
          <tfoot role="rowgroup" className="block font-semibold @min-[54rem]:table-footer-group">
            <Line figures={totals} shown={shown}>
              <span className="font-semibold text-base">All together</span>
            </Line>
          </tfoot>
        </table>
      </div>
      <p className="mt-3 max-w-prose text-muted text-sm">
        {rows.length > most && `The first ${most} of ${numberOf(rows.length)}: all are in the CSV file. `}
        Failed leads were refused, of unknown ones nobody can tell yet whether they are in ResMan, waiting
        ones are on their way. The median time is from the submit to the proof that the lead is in ResMan:
        half of them took less.
      </p>
    </div>
  );
}

function Line({
  figures,
  shown,
  children,
}: {
  figures: SourceFigures;
  shown: typeof columns;
  children: ReactNode;
}) {
  return (
    <tr
      role="row"
      className="grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-x-5 gap-y-3 border-line border-t px-4 py-4 first:border-t-0 sm:px-5 @min-[54rem]:table-row @min-[54rem]:border-t! [tfoot_&]:border-edge [tfoot_&]:border-t"
    >
      <th
        role="rowheader"
        scope="row"
        className="col-span-full mb-1 text-start align-top font-medium @min-[54rem]:px-5 @min-[54rem]:py-3"
      >
        {children}
      </th>
      {shown.map(([heading, value]) => (
        <td
          key={heading}
          role="cell"
          className="flex flex-col justify-between tabular-nums @min-[54rem]:table-cell @min-[54rem]:whitespace-nowrap @min-[54rem]:px-2 @min-[54rem]:py-3 @min-[54rem]:text-end @min-[54rem]:align-top @min-[54rem]:last:pe-5"
        >
          <span aria-hidden="true" className="font-normal text-muted @min-[54rem]:hidden">
            {heading}
          </span>
          <span className="text-base @min-[54rem]:text-sm">{value(figures)}</span>
        </td>
      ))}
    </tr>
  );
}
