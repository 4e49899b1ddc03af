import type { ActResult } from './acts.ts';
import { ago } from './ago.ts';
import type { LeadRecord } from './read-lead.ts';

/** What an act leads back to: the lead's page, with the outcome as a word. */
export const outcomes = {
  done: 'done',
  delivered_already: 'delivered',
  changed: 'changed',
  not_possible: 'not-possible',
  not_confirmed: 'not-confirmed',
  no_such_lead: 'changed',
} as const satisfies Record<ActResult, string>;

const lately = 5 * 60_000;

const did = {
  found: 'Marked as found in ResMan',
  sent_again: 'Sent again',
  edited: 'Corrected and sent again',
  released: 'Released and sent',
} as const;

/** "Sent again by ana@example.com a moment ago." */
export function lastAct({ acts, now }: Pick<LeadRecord, 'acts' | 'now'>): string | undefined {
  const last = acts.at(-1);
  return last && `${did[last.act]} by ${last.who} ${ago(last.at, now)}.`;
}

export interface Told {
  text: string;
  /** Good news, or nothing to worry about. */
  calm: boolean;
}

/**
 * The outcome in words. It stands in the address, which anybody can write, so it is only believed where the lead's own
 * history says the same.
 */
export function tell(
  told: unknown,
  lead: Pick<LeadRecord, 'acts' | 'now' | 'delivery'>,
  who: string,
): Told | undefined {
  const last = lead.acts.at(-1);
  switch (told) {
    case 'done':
      if (!last || last.who !== who || lead.now - last.at > lately) return undefined;
      // What was asked for is done: the state says so itself.
      if (last.act !== 'found' && lead.delivery.state === 'delivered') return undefined;
      return { text: doneWords[last.act], calm: true };
    case 'delivered':
      if (lead.delivery.state !== 'delivered') return undefined;
      return {
        text: `ResMan has this lead, so there is nothing left to do. ${(last && lastAct(lead)) ?? ''}`.trim(),
        calm: true,
      };
    case 'changed':
      return {
        text: `This lead has changed since you opened the page, so nothing was done. ${lastAct(lead) ?? ''}`.trim(),
        calm: false,
      };
    case 'not-possible':
      return { text: 'That is not possible for this lead as it is now. Nothing was done.', calm: false };
    case 'not-confirmed':
      return {
        text: 'Nothing was sent. Tick the box first to say that you looked in ResMan and accept that it may be there twice.',
        calm: false,
      };
    case 'too-long':
      return { text: 'Nothing was done: an id has at most 100 characters.', calm: false };
    default:
      return undefined;
  }
}

const doneWords = {
  found: 'Noted: this lead is in ResMan.',
  sent_again: 'It is queued to be sent again. First we look whether ResMan has it after all.',
  edited: 'Your corrections are saved, and it is queued to be sent again.',
  released: 'It is released and on its way.',
} as const;
