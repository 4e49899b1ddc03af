import type { Touch } from '../attribution/campaign.ts';
import type { Property } from './property.ts';

export interface ResolvedSource {
  /** Propexo's id, always one that is configured for this property. */
  leadSourceId: string;
  /** Which of the property's sources that is; undefined for its default. */
  alias?: string;
  /** What the link said when it named no source of this property. */
  unknownSource?: string;
}

/** Precedence: `source` > the same list applied to `utm_source` > the property's default. */
export function resolveLeadSource(property: Property, { source, campaign }: Touch): ResolvedSource {
  const byAlias = (alias: string | undefined) =>
    property.sources.find((known) => known.alias === alias?.toLowerCase());
  const named = byAlias(source);
  const found = named ?? byAlias(campaign.utm_source);
  return {
    leadSourceId: found?.lead_source_id ?? property.lead_source_id,
    ...(found ? { alias: found.alias } : {}),
    ...(source && !named ? { unknownSource: source } : {}),
  };
}

/** Under which names a visit and a lead are counted: both empty for somebody who came by no link of this kind. */
export interface CountedAs {
  /** The alias of a source of the property, else what the link called it, in small letters. */
  source: string;
  /** `utm_campaign` as it was given. */
  campaign: string;
}

export function countedAs(property: Property, touch: Touch): CountedAs {
  const { alias, unknownSource } = resolveLeadSource(property, touch);
  const said = alias ?? unknownSource ?? touch.campaign.utm_source ?? '';
  return { source: said.toLowerCase().slice(0, 100), campaign: touch.campaign.utm_campaign ?? '' };
}
