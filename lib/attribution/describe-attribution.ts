import { cleanLine } from '../lead/clean-text.ts';
import { type Attribution, type ClickKey, clickKeys, type Touch } from './campaign.ts';
import type { Trust } from './link-signature.ts';

interface Known {
  trust?: Trust | null | undefined;
  /** The source said nothing that the property knows. */
  isUnknown?: boolean;
}

const longestLine = 600;

/**
 * Where a person came from, as one line that a leasing team can read and an export can take apart: facts with a name in
 * front, `; ` between them. Empty when nothing is known.
 */
export function describeAttribution(attribution: Attribution, { trust, isUnknown }: Known = {}): string {
  const { page, referrer, first, campaign } = attribution;
  const remark = isUnknown
    ? ' (not a source of this property)'
    : trust === 'verified'
      ? ' (verified link)'
      : '';
  const touch = describeTouch(attribution, remark);
  const clicks = clickKeys.flatMap((key: ClickKey) => named(key, campaign[key]));
  const before = first && describeTouch(first);
  const day = first && new Date(first.at);
  const facts = [
    ...touch,
    ...named('page', page),
    ...named('referrer', referrer),
    ...clicks,
    ...(before && day && !Number.isNaN(day.getTime())
      ? [`first came ${day.toISOString().slice(0, 10)} by ${before.join(', ')}`]
      : []),
  ];
  const line = facts.join('; ');
  return line.length > longestLine ? `${line.slice(0, longestLine - 1).replace(/\p{Cs}$/u, '')}…` : line;
}

/** The facts of one visit. */
function describeTouch({ source, campaign }: Touch, remark = ''): string[] {
  const { utm_source, utm_medium, utm_campaign, utm_term, utm_content, utm_id } = campaign;
  return [
    ...named('source', source && cleanLine(source) + remark),
    ...named('campaign', utm_campaign),
    ...named('campaign source', utm_source),
    ...named('medium', utm_medium),
    ...named('term', utm_term),
    ...named('content', utm_content),
    ...named('campaign id', utm_id),
  ];
}

function named(name: string, value: string | undefined): string[] {
  const said = value && cleanLine(value);
  return said ? [`${name} ${said}`] : [];
}
