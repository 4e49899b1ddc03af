import type { SourceRow } from '#lib/visits/source-report.ts';
import { counted } from '#lib/visits/source-words.ts';
import { propertiesIn } from './property-names.ts';

const most = 6;

/** Names in links that are no source of the property: what that means, and what can be done. */
export function UnknownSources({ rows, names }: { rows: SourceRow[]; names: Map<string, string> }) {
  const unknown = Map.groupBy(
    rows.filter(({ unknownAt }) => unknownAt.length > 0),
    ({ source }) => source,
  );
  if (unknown.size === 0) return null;
  const listed = [...unknown].slice(0, most);
  return (
    <section
      aria-labelledby="unknown"
      className="mt-6 rounded-2xl border-2 border-notice bg-notice-wash p-5 text-ink"
    >
      <h2 id="unknown" className="font-semibold text-lg">
        {unknown.size === 1 ? 'One name in a link is' : `${unknown.size} names in links are`} not a source of{' '}
        {names.size === 1 ? 'this property' : 'its property'}
      </h2>
      <p className="mt-1 max-w-prose">
        Leads that came by {unknown.size === 1 ? 'it' : 'them'} are in ResMan with the property’s default lead
        source; the name is kept with each lead. If it should have a lead source of its own, add it to the
        property’s <code>sources</code> with the id of that lead source. If it is a mistake, mend the link.
      </p>
      <ul className="mt-3 space-y-1">
        {listed.map(([source, some]) => (
          <li key={source}>
            <span className="font-semibold">{source}</span>: {counted(sum(some, 'views'), 'view')},{' '}
            {counted(sum(some, 'submits'), 'submit')}
            {names.size > 1 && `, at ${propertiesIn(slugsOf(some), names)}`}
          </li>
        ))}
      </ul>
      {unknown.size > most && <p className="mt-2">And {unknown.size - most} more, marked in the table.</p>}
    </section>
  );
}

const sum = (rows: SourceRow[], key: 'views' | 'submits') => rows.reduce((total, row) => total + row[key], 0);

const slugsOf = (rows: SourceRow[]) => [...new Set(rows.flatMap(({ unknownAt }) => unknownAt))];
