'use client';

import { type ReactNode, useEffect } from 'react';
import { tellWebsite } from '#lib/embed/tell-website.ts';
import { forgetSentDraft } from '#lib/form-page/sent-form.ts';
import { fill, type Texts } from '#lib/language/texts.ts';
import { type OwnPlace, statusPath } from '#lib/lead/form-place.ts';
import { card } from '../page/card.ts';
import { type ShownStatus, usePolledStatus } from './use-polled-status.ts';

interface Props {
  receipt: string;
  slug: string;
  /** The lead's name for people, where a website around the page may learn it. */
  reference: string | undefined;
  place: OwnPlace;
  propertyName: string;
  formPath: string;
  timeZone: string;
  initial: ShownStatus;
  texts: Pick<Texts, 'locale' | 'status' | 'embed'>;
}

/** What became of an inquiry, as two separate facts: we have it, and the leasing team has it. */
export function LeadStatusCard(props: Props) {
  const { receipt, slug, reference, place, propertyName, formPath, timeZone, initial, texts } = props;
  const { state, receivedAt, deliveredAt } = usePolledStatus(receipt, initial);
  useEffect(() => forgetSentDraft(slug), [slug]);
  const isDelivered = state === 'delivered';
  useEffect(() => {
    if (reference) tellWebsite('submit', { lead: reference });
  }, [reference]);
  useEffect(() => {
    if (reference && isDelivered) tellWebsite('delivered', { lead: reference });
  }, [reference, isDelivered]);
  const at = (time: number) =>
    new Intl.DateTimeFormat(texts.locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(time);
  const { states, ...words } = texts.status;
  const said = states[state];
  return (
    <section className={place === 'page' ? card : undefined}>
      {/* Read out on arrival, and seen on the tab of who looks at something else meanwhile. */}
      <title>{`${said.heading} · ${propertyName}`}</title>
      <div role="status">
        <h1 className="text-balance font-display text-3xl leading-tight">{said.heading}</h1>
        <p className="mt-3 text-lg text-muted">{fill(said.next, { property: propertyName })}</p>
      </div>
      <ol className="mt-8 space-y-6">
        <Step done={words.done} title={words.received} detail={at(receivedAt)} />
        <Step
          done={state === 'delivered' && words.done}
          title={state === 'needs_staff' ? words.teamInTouch : words.withTheTeam}
          detail={deliveredAt ? at(deliveredAt) : said.pending}
        />
      </ol>
      <p className="mt-8 border-line border-t pt-5 text-muted text-sm">
        {place === 'page' ? (
          words.keepAddress
        ) : (
          <a
            href={statusPath(receipt, 'page')}
            target="_blank"
            rel="noopener"
            className="inline-block py-1 text-accent-ink underline underline-offset-4"
          >
            {texts.embed.keepAddress}
          </a>
        )}
      </p>
      <p className="mt-2">
        <a
          href={formPath}
          className="inline-flex min-h-11 items-center font-medium text-accent-ink underline underline-offset-4"
        >
          {words.another}
        </a>
      </p>
    </section>
  );
}

function Step({ done, title, detail }: { done: string | false; title: ReactNode; detail: string }) {
  return (
    <li className="flex gap-4">
      <span
        aria-hidden="true"
        className={`mt-0.5 grid size-7 shrink-0 place-items-center rounded-full ${done ? 'bg-accent text-on-accent' : 'border-2 border-edge border-dashed'}`}
      >
        {done && (
          <svg viewBox="0 0 16 16" className="size-4" fill="none" stroke="currentColor" strokeWidth="2.5">
            <title>{done}</title>
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
