import Link from 'next/link';
import { ago, duration } from '#lib/staff/ago.ts';
import type { ListedLead } from '#lib/staff/list-leads.ts';
import { isPendingLong } from '#lib/staff/needs.ts';
import { saidAbout, wordsFor } from '#lib/staff/plain-words.ts';
import { StateLabel } from './state-label.tsx';

/** What needs a person: why, what proves it, and for how long. */
export function NeedRows({ leads, now }: { leads: ListedLead[]; now: number }) {
  return (
    <ul className="mt-4 space-y-3">
      {leads.map(({ id, name, reference, property, delivery, need }) => {
        const words = wordsFor(delivery);
        const said = saidAbout(delivery);
        return (
          <li key={id} className="relative rounded-xl border border-line bg-surface p-4 shadow-sm sm:p-5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <h3 className="min-w-0 font-semibold text-lg">
                <LeadLink id={id}>{name}</LeadLink>
              </h3>
              <p className={need?.urgent ? 'font-semibold text-danger' : 'text-muted text-sm'}>
                {need && `Waiting for ${duration(now - need.since)}`}
              </p>
            </div>
            <p className="text-muted text-sm">
              {property.name}, {reference}
            </p>
            <p className="mt-2.5">
              <StateLabel state={delivery.state}>{words.label}</StateLabel> {words.what}
            </p>
            {said && <p className="mt-2 border-edge border-s-2 ps-3 text-muted text-sm">{shortened(said)}</p>}
            {words.next && <p className="mt-2">{words.next}</p>}
          </li>
        );
      })}
    </ul>
  );
}

/** All leads, a line each. */
export function LeadRows({ leads, now, scale }: { leads: ListedLead[]; now: number; scale: number }) {
  return (
    <ul className="mt-4 divide-y divide-line rounded-xl border border-line bg-surface shadow-sm">
      {leads.map(({ id, name, contact, receivedAt, property, delivery }) => (
        <li
          key={id}
          className="relative grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-1 px-4 py-3 hover:bg-canvas sm:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,4fr)] sm:items-center sm:px-5"
        >
          <div className="min-w-0">
            <p className="font-semibold">
              <LeadLink id={id}>{name}</LeadLink>
            </p>
            <p className="text-muted text-sm">{contact}</p>
          </div>
          <p className="text-muted text-sm">
            {property.name}, {ago(receivedAt, now)}
          </p>
          <p className="sm:text-end">
            <StateLabel state={delivery.state}>{wordsFor(delivery).label}</StateLabel>
            {isPendingLong(delivery, now, scale) && (
              <span className="block text-notice text-sm">for {duration(now - delivery.state_since)}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The whole row leads to the lead. */
function LeadLink({ id, children }: { id: string; children: string }) {
  return (
    <Link
      href={`/staff/leads/${id}`}
      prefetch={false}
      className="underline decoration-1 decoration-edge underline-offset-4 after:absolute after:inset-0 hover:decoration-2"
    >
      {children}
    </Link>
  );
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
