'use client';

import type { ReactNode } from 'react';
import { type ShownStatus, usePolledStatus } from './use-polled-status.ts';

interface Props {
  receipt: string;
  propertyName: string;
  formPath: string;
  timeZone: string;
  initial: ShownStatus;
}

/** What became of an inquiry, as two separate facts: we have it, and the leasing team has it. */
export function LeadStatusCard({ receipt, propertyName, formPath, timeZone, initial }: Props) {
  const { state, receivedAt, deliveredAt } = usePolledStatus(receipt, initial);
  const at = (time: number) =>
    new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(time);
  const said = words(propertyName)[state];
  return (
    <section className="rounded-2xl border border-line bg-surface p-5 shadow-sm sm:p-8">
      <div role="status">
        <h1 className="text-balance font-display text-3xl leading-tight">{said.heading}</h1>
        <p className="mt-3 text-lg text-muted">{said.next}</p>
      </div>
      <ol className="mt-8 space-y-6">
        <Step done title="Received" detail={at(receivedAt)} />
        <Step
          done={state === 'delivered'}
          title={state === 'needs_staff' ? 'The team will be in touch' : 'With the leasing team'}
          detail={deliveredAt ? at(deliveredAt) : said.pending}
        />
      </ol>
      <p className="mt-8 border-line border-t pt-5 text-muted text-sm">
        This page has its own address. Keep it, and you can come back to see where your inquiry is.
      </p>
      <p className="mt-4">
        <a href={formPath} className="font-medium text-accent-ink underline underline-offset-4">
          Send another inquiry
        </a>
      </p>
    </section>
  );
}

function words(
  propertyName: string,
): Record<ShownStatus['state'], Record<'heading' | 'next' | 'pending', string>> {
  return {
    received: {
      heading: 'Thank you. We have your inquiry',
      next: `It is safely stored and on its way to the leasing team at ${propertyName}. This page tells you when they have it.`,
      pending: 'On its way',
    },
    delivered: {
      heading: 'Your inquiry is with the leasing team',
      next: `The team at ${propertyName} will get back to you using the contact details you gave.`,
      pending: '',
    },
    needs_staff: {
      heading: 'Thank you. We have your inquiry',
      next: `It is safely stored, and the team at ${propertyName} will be in touch. You do not need to send it again; if it is urgent, please call.`,
      pending: 'Waiting for a person on the team',
    },
  };
}

function Step({ done, title, detail }: { done: boolean; title: ReactNode; detail: string }) {
  return (
    <li className="flex gap-4">
      <span
        aria-hidden="true"
        className={`mt-0.5 grid size-7 shrink-0 place-items-center rounded-full ${done ? 'bg-accent text-on-accent' : 'border-2 border-edge border-dashed'}`}
      >
        {done && (
          <svg viewBox="0 0 16 16" className="size-4" fill="none" stroke="currentColor" strokeWidth="2.5">
            <title>Done</title>
            <path d="m3 8.5 3.2 3.2L13 4.8" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
        )}
      </span>
      <span>
        <span className="block font-semibold">{title}</span>
        {/* The server and the browser may put other spaces between a time and its AM. */}
        <span className="block text-muted text-sm" suppressHydrationWarning>
          {detail}
        </span>
      </span>
    </li>
  );
}
