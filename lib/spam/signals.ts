import type { LeadAnswers } from '../lead/schema.ts';
import { trapField } from './spam-fields.ts';
import { hasMarkup, linksIn, looksRandom, offersContact } from './text-signs.ts';

/** Something about a submit that people rarely do, and how much it says: `verdict.ts` knows what follows. */
export interface Signal {
  name: SignalName;
  weight: number;
  /** How many, where it counts. */
  count?: number;
}

export type SignalName =
  | 'trap_filled'
  | 'too_fast'
  | 'quick'
  | 'name_with_link'
  | 'random_name'
  | 'line_with_link'
  | 'links'
  | 'markup'
  | 'foreign_choice'
  | 'false_proof'
  | 'used_proof'
  | 'repeated_message'
  | 'busy_network'
  | 'rushing_network'
  | 'flooding_network'
  | 'worn_form'
  | 'shared_form';

interface Submit {
  sent: Record<string, string>;
  answers: LeadAnswers;
  /** How long ago our form was rendered, in milliseconds; undefined where that is not known. */
  sinceRendering: number | undefined;
  timeScale: number;
}

/** What a submit says by itself. */
export function signalsOf(submit: Submit): Signal[] {
  return [trapFilled, fillTime, names, lines, message, foreignChoice].flatMap((look) => look(submit));
}

function trapFilled({ sent }: Submit): Signal[] {
  return sent[trapField]?.trim() ? [{ name: 'trap_filled', weight: 60 }] : [];
}

/** Whoever lets the browser fill in everything needs two seconds: to see the page, to point, to press. */
function fillTime({ sinceRendering: since, timeScale }: Submit): Signal[] {
  if (since === undefined) return [];
  if (since < 1_000 * timeScale) return [{ name: 'too_fast', weight: 25 }];
  return since < 1_800 * timeScale ? [{ name: 'quick', weight: 10 }] : [];
}

function names({ answers: { first_name, last_name } }: Submit): Signal[] {
  const both = [first_name, last_name];
  if (both.some((name) => linksIn(name) > 0 || hasMarkup(name)))
    return [{ name: 'name_with_link', weight: 60 }];
  return both.some(looksRandom) ? [{ name: 'random_name', weight: 5 }] : [];
}

function lines({ answers }: Submit): Signal[] {
  const { address_1, address_2, city, state, zip } = answers;
  const written = [address_1, address_2, city, state, zip].filter((line) => line !== undefined);
  return written.some((line) => linksIn(line) > 0 || hasMarkup(line))
    ? [{ name: 'line_with_link', weight: 30 }]
    : [];
}

/** One link is somebody who shows a floor plan or a listing, wherever there is room to write. */
function message({ answers: { notes = '', custom = [] } }: Submit): Signal[] {
  const written = [notes, ...custom.map(({ answer }) => answer)].join('\n');
  const count = linksIn(written);
  return [
    ...(count >= 2 ? [{ name: 'links' as const, weight: count >= 3 ? 30 : 10, count }] : []),
    ...(hasMarkup(written) ? [{ name: 'markup' as const, weight: 50 }] : []),
  ];
}

/** Our boxes send "yes" or nothing. Forms made elsewhere may send other words. */
function foreignChoice({ sent, sinceRendering }: Submit): Signal[] {
  const isForeign = (value: string | undefined) => value !== undefined && value !== '' && value !== 'yes';
  return sinceRendering !== undefined && [sent.sms_consent, sent.move_in_not_sure].some(isForeign)
    ? [{ name: 'foreign_choice', weight: 10 }]
    : [];
}

/** What a submit has in common with others before it. */
export interface Recent {
  /** Other people who sent the same message within a day. */
  sameMessage: number;
  /** Submits of the same network within an hour, and within ten minutes. */
  hour: number;
  tenMinutes: number;
  /** Submits of the same rendering of the form within a day, and other networks among them. */
  sameForm: number;
  sameFormNetworks: number;
}

/** Looking for more would change nothing. */
export const mostCounted = 60;

/**
 * Many people of one office or one mobile carrier share an address, a website's own server sends for all its visitors,
 * a lobby's tablet shows one form all day, and a link may fill in the message: each of these alone at most asks for a
 * proof. It takes an advertisement, a form in several places or a rush on our own form for more.
 */
export function signalsAmong(recent: Recent, answers: LeadAnswers, isOurForm: boolean): Signal[] {
  return [...repeatedMessage(recent, answers), ...busyNetwork(recent, isOurForm), ...formAgain(recent)];
}

function repeatedMessage({ sameMessage: count }: Recent, { notes = '' }: LeadAnswers): Signal[] {
  if (count < 3) return [];
  const advert = count >= 10 ? 60 : 40;
  return [{ name: 'repeated_message', weight: offersContact(notes) ? advert : 20, count }];
}

function busyNetwork({ hour, tenMinutes }: Recent, isOurForm: boolean): Signal[] {
  if (tenMinutes >= mostCounted) return [{ name: 'flooding_network', weight: 60, count: tenMinutes }];
  if (tenMinutes >= 20) return [{ name: 'rushing_network', weight: isOurForm ? 30 : 20, count: tenMinutes }];
  return hour >= 25 ? [{ name: 'busy_network', weight: hour >= 40 ? 20 : 10, count: hour }] : [];
}

function formAgain({ sameForm, sameFormNetworks }: Recent): Signal[] {
  if (sameFormNetworks >= 3) return [{ name: 'shared_form', weight: 30, count: sameFormNetworks }];
  return sameForm >= 10 ? [{ name: 'worn_form', weight: sameForm >= 30 ? 20 : 10, count: sameForm }] : [];
}
