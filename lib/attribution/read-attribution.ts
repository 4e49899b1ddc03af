import {
  type Attribution,
  campaignKeys,
  type FirstTouch,
  type LinkSignature,
  sourceKeys,
  utmKeys,
} from './campaign.ts';

/**
 * Every name may also be written with this in front, for websites that keep the plain ones for themselves; where both
 * are there, this one counts.
 */
export const prefix = 'gc_';

/** What only we write: these have no plain form. */
const ownKeys = ['gc_signature', 'gc_expires', 'gc_link', 'gc_page', 'gc_referrer'] as const;
const firstKeys = ['gc_first_at', 'gc_first_source', ...utmKeys.map((key) => `gc_first_${key}` as const)];
const plainKeys = [...sourceKeys, ...campaignKeys];

/** Every name that says something about where a person came from. */
export const attributionKeys: readonly string[] = [
  ...plainKeys,
  ...plainKeys.map((key) => prefix + key),
  ...ownKeys,
  ...firstKeys,
];

const longestValue = 200;

type Query = Record<string, string | string[] | undefined>;

/** Reads a link's query (or a form's fields): known names only, each value capped, empty ones dropped. */
export function readAttribution(query: Query): Attribution {
  const exactly = (key: string) => cleanValue(query[key]);
  const read = (key: string) => exactly(prefix + key) || exactly(key);
  const source = sourceKeys.map(read).find(Boolean);
  const signature = readSignature(exactly);
  const link = matching(exactly('gc_link'), /^[\w-]{4,32}$/);
  const page = matching(exactly('gc_page'), /^[\w.:[\]-]+(\/[^\s?#]*)?$/);
  const referrer = matching(exactly('gc_referrer')?.toLowerCase(), /^[\w.:[\]-]+$/);
  const first = readFirst(exactly);
  return {
    ...(source ? { source } : {}),
    campaign: pick(campaignKeys, read),
    ...(signature ? { signature } : {}),
    ...(link ? { link } : {}),
    ...(page ? { page } : {}),
    ...(referrer ? { referrer } : {}),
    ...(first ? { first } : {}),
  };
}

type Read = (key: string) => string | undefined;

function readSignature(read: Read): LinkSignature | undefined {
  const mac = matching(read('gc_signature'), /^[\w-]{10,64}$/);
  if (!mac) return undefined;
  const expires = readWhole(read('gc_expires'), 12);
  return { mac, ...(expires === undefined ? {} : { expires }) };
}

function readFirst(read: Read): FirstTouch | undefined {
  const at = readWhole(read('gc_first_at'), 15);
  const source = read('gc_first_source');
  const campaign = pick(utmKeys, (key) => read(`gc_first_${key}`));
  if (at === undefined || (!source && Object.keys(campaign).length === 0)) return undefined;
  return { at, ...(source ? { source } : {}), campaign };
}

/** The same facts as fields for a form or a link: `readAttribution` of them gives the same again. */
export function attributionFields(attribution: Attribution): [name: string, value: string][] {
  const { source, campaign, signature, link, page, referrer, first } = attribution;
  const said: [string, string | number | undefined][] = [
    ['source', source],
    ...Object.entries(campaign),
    ['gc_signature', signature?.mac],
    ['gc_expires', signature?.expires],
    ['gc_link', link],
    ['gc_page', page],
    ['gc_referrer', referrer],
    ['gc_first_at', first?.at],
    ['gc_first_source', first?.source],
    ...Object.entries(first?.campaign ?? {}).map(([key, value]): [string, string] => [
      `gc_first_${key}`,
      value,
    ]),
  ];
  return said.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
}

/** One value as a person could have meant it: nothing invisible, no spaces around it, not endless. */
function cleanValue(value: string | string[] | undefined): string | undefined {
  return (
    [value]
      .flat()[0]
      ?.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
      .trimStart()
      .slice(0, longestValue)
      // The cut may leave a space or half a character at the end.
      .replace(/\p{Cs}$/u, '')
      .trimEnd()
  );
}

function pick<Key extends string>(keys: readonly Key[], read: Read): Partial<Record<Key, string>> {
  const picked: Partial<Record<Key, string>> = {};
  for (const key of keys) {
    const value = read(key);
    if (value) picked[key] = value;
  }
  return picked;
}

function matching(value: string | undefined, pattern: RegExp): string | undefined {
  return value && pattern.test(value) ? value : undefined;
}

function readWhole(value: string | undefined, digits: number): number | undefined {
  return value && value.length <= digits && /^(0|[1-9]\d*)$/.test(value) ? Number(value) : undefined;
}
