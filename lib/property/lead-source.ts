import type { Attribution } from '../attribution/read-attribution.ts';
import type { Property } from './property.ts';

export interface ResolvedSource {
  /** Propexo's id, always one that is configured for this property. */
  leadSourceId: string;
  /** What the link said when it named no source of this property. */
  unknownSource?: string;
}

/** Precedence: `source` > the same list applied to `utm_source` > the property's default. */
export function resolveLeadSource(property: Property, attribution: Attribution): ResolvedSource {
  const byAlias = (alias: string | undefined) =>
    property.sources.find((source) => source.alias === alias?.toLowerCase())?.lead_source_id;
  const named = byAlias(attribution.source);
  if (named) return { leadSourceId: named };
  const leadSourceId = byAlias(attribution.campaign.utm_source) ?? property.lead_source_id;
  return attribution.source ? { leadSourceId, unknownSource: attribution.source } : { leadSourceId };
}
