const campaignKeys = [
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'utm_id',
  'gclid',
  'gbraid',
  'wbraid',
  'dclid',
  'fbclid',
  'msclkid',
  'ttclid',
  'li_fat_id',
  'twclid',
] as const;
type CampaignKey = (typeof campaignKeys)[number];

/** The names under which links in the wild carry a lead source, the most deliberate first. */
const sourceKeys = ['source', 'lead_source', 'src', 'ref', 'utm_knock_source_title'] as const;

/** Every name that says something about where a person came from. */
export const attributionKeys: readonly string[] = [...sourceKeys, ...campaignKeys];

/** Where a person came from, as the link said it. */
export interface Attribution {
  /** A lead source's alias, as it was given: it may be unknown to the property. */
  source?: string;
  campaign: Partial<Record<CampaignKey, string>>;
}

const longestValue = 200;

/** Reads a link's query (or a form's fields): known keys only, each capped, empty ones dropped. */
export function readAttribution(query: Record<string, string | string[] | undefined>): Attribution {
  const read = (key: string) => {
    const value = query[key];
    return (
      (Array.isArray(value) ? value[0] : value)
        ?.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
        .trimStart()
        .slice(0, longestValue)
        // The cut may leave a space or half a character at the end.
        .replace(/\p{Cs}$/u, '')
        .trimEnd()
    );
  };
  const campaign: Attribution['campaign'] = {};
  for (const key of campaignKeys) {
    const value = read(key);
    if (value) campaign[key] = value;
  }
  const source = sourceKeys.map(read).find(Boolean);
  return source ? { source, campaign } : { campaign };
}

/** The same facts as fields for a form to send along: `readAttribution` of them gives the same again. */
export function attributionFields(attribution: Attribution): [name: string, value: string][] {
  const fields: [string, string][] = Object.entries(attribution.campaign);
  return attribution.source ? [['source', attribution.source], ...fields] : fields;
}
