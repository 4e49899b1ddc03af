import type { SourceFigures } from '#lib/visits/source-figures.ts';
import { counted, numberOf, percentOf, spent } from '#lib/visits/source-words.ts';

/** All sources together, at a glance. */
export function SourceTotals({ totals }: { totals: SourceFigures }) {
  const { views, starts, submits, delivered, failed, unknown, waiting, held } = totals;
  const open = [
    failed > 0 && `${numberOf(failed)} failed`,
    unknown > 0 && `${numberOf(unknown)} unknown`,
    waiting > 0 && `${numberOf(waiting)} waiting`,
  ].filter(Boolean);
  return (
    <section aria-label="All together" className="mt-6">
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-2xl border border-line bg-line shadow-sm sm:grid-cols-3 lg:grid-cols-5">
        <Figure term="Views" value={numberOf(views)} more="the form was opened" />
        <Figure term="Starts" value={numberOf(starts)} more="a field got the focus" />
        <Figure
          term="Submits"
          value={numberOf(submits)}
          more={held > 0 ? `and ${numberOf(held)} held as spam` : 'leads that came in'}
        />
        <Figure term="Views to submits" value={percentOf(totals)} more="of the views became a lead" />
        <Figure
          term="In ResMan"
          value={numberOf(delivered)}
          more={
            open.length > 0
              ? open.join(', ')
              : delivered > 0
                ? `half within ${spent(totals.medianMinutes).replace('under ', '')}`
                : counted(0, 'failed', 'failed')
          }
        />
      </dl>
    </section>
  );
}

function Figure({ term, value, more }: { term: string; value: string; more: string }) {
  return (
    <div className="flex flex-col bg-surface p-4 last:col-span-2 sm:p-5 lg:last:col-span-1">
      <dt className="text-muted text-sm">{term}</dt>
      <dd className="mt-1 font-display text-3xl leading-none tabular-nums">{value}</dd>
      <dd className="mt-1.5 text-muted text-sm">{more}</dd>
    </div>
  );
}
