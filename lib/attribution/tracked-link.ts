import type { Attribution } from './campaign.ts';
import { attributionFields, attributionKeys, readAttribution } from './read-attribution.ts';
import { type Prefill, readPrefill } from './read-prefill.ts';

/** What a link says; `readTrackedLink` of a link that was built says the same. */
export interface TrackedLink {
  attribution: Attribution;
  /** Without it, whatever the address itself fills in stays as it is. */
  prefill?: Prefill;
  /** The same. */
  language?: string;
}

/** How links write the answers that say what somebody looks for; everything else is about the person. */
const wishes: Record<string, string> = {
  target_move_in_date: 'move_in',
  desired_num_bedrooms: 'bedrooms',
  desired_num_bathrooms: 'bathrooms',
  desired_max_rent: 'max_rent',
  desired_lease_term_in_months: 'lease_term',
  floor_plan_id: 'floor_plan',
  unit_id: 'unit',
};
const contact: Record<string, string> = { email_1: 'email', phone_1: 'phone' };

const languageKey = 'lang';
const known = new Set(attributionKeys);

/**
 * Makes an address say where people come from, in place of what it said before; everything else in it stays as it was, to
 * the letter. Answers about the person go behind the `#`, where no server's log sees them.
 */
export function buildTrackedLink(address: string, { attribution, prefill, language }: TrackedLink): string {
  const { path, query, fragment } = takeApart(address);
  const answers = prefill && Object.entries(canonical(prefill));
  const isAnswer = (piece: string) => answers !== undefined && Object.keys(readPrefill(piece)).length > 0;
  const isOurs = (piece: string) => {
    const key = keyOf(piece);
    return known.has(key) || (language !== undefined && key === languageKey) || isAnswer(piece);
  };
  const said = readAttribution(Object.fromEntries(attributionFields(attribution)));
  const inQuery = [
    ...query.filter((piece) => !isOurs(piece)),
    ...attributionFields(said).map(written),
    ...(language === undefined ? [] : [written([languageKey, language])]),
    ...(answers ?? []).flatMap(([name, value]) => (wishes[name] ? [written([wishes[name], value])] : [])),
  ];
  const inFragment = [
    ...fragment.filter((piece) => !isAnswer(piece)),
    ...(answers ?? []).flatMap(([name, value]) =>
      wishes[name] ? [] : [written([contact[name] ?? name, value])],
    ),
  ];
  return path + joined('?', inQuery) + joined('#', inFragment);
}

/** Reads everything that a link says, as the form page does. */
export function readTrackedLink(
  address: string,
): Required<Omit<TrackedLink, 'language'>> & Pick<TrackedLink, 'language'> {
  const { query, fragment } = takeApart(address);
  // Of a name that comes several times the first value counts.
  const said = Object.fromEntries([...new URLSearchParams(query.join('&'))].reverse());
  const language = said[languageKey];
  return {
    attribution: readAttribution(said),
    prefill: { ...readPrefill(query.join('&')), ...readPrefill(fragment.join('&')) },
    ...(language === undefined ? {} : { language }),
  };
}

function takeApart(address: string) {
  const [, path = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(address) ?? [];
  return { path, query: pieces(query), fragment: pieces(fragment) };
}

const pieces = (text: string | undefined) => (text ? text.split('&') : []);

const joined = (mark: string, all: string[]) => (all.length > 0 ? mark + all.join('&') : '');

const keyOf = (piece: string) => [...new URLSearchParams(piece).keys()][0] ?? '';

const written = ([name, value]: [string, string]) => `${name}=${encodeURIComponent(value.toWellFormed())}`;

/** In one order, and as the form would read it. */
function canonical(prefill: Prefill): Prefill {
  const sorted = Object.entries(prefill)
    .map(([name, value]): [string, string] => [name, value.toWellFormed()])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return readPrefill(new URLSearchParams(sorted).toString());
}
