/** What advertisers write into their links. */
export const utmKeys = [
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'utm_id',
] as const;
export type UtmKey = (typeof utmKeys)[number];

/** What advertising networks add to a link when somebody follows it. */
export const clickKeys = [
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
export type ClickKey = (typeof clickKeys)[number];

export const campaignKeys = [...utmKeys, ...clickKeys] as const;
export type CampaignKey = (typeof campaignKeys)[number];

/** The names under which links in the wild carry a lead source, the most deliberate first. */
export const sourceKeys = ['source', 'lead_source', 'src', 'ref', 'utm_knock_source_title'] as const;

/** One time that a person came by a link. */
export interface Touch {
  /** A lead source's alias, as it was given: it may be unknown to the property. */
  source?: string;
  campaign: Partial<Record<CampaignKey, string>>;
}

/** Where a person came from, as the link, the page and the device said it. */
export interface Attribution extends Touch {
  /** What a signed link shows for itself, see link-signature.ts; not yet believed. */
  signature?: LinkSignature;
  /** The code of the short link that they followed. */
  link?: string;
  /** The page with the form: host and path, nothing after them. */
  page?: string;
  /** The host of the page before that one. */
  referrer?: string;
  /** The first time that this device came, when that was another one. */
  first?: FirstTouch;
}

export interface LinkSignature {
  mac: string;
  /** Epoch seconds; a link without it does not expire. */
  expires?: number;
}

export interface FirstTouch {
  /** Epoch milliseconds, by the device's clock. */
  at: number;
  source?: string;
  campaign: Partial<Record<UtmKey, string>>;
}
