import type { ReactNode } from 'react';
import { clickKeys, type Touch, utmKeys } from '#lib/attribution/campaign.ts';
import { resolveLeadSource } from '#lib/property/lead-source.ts';
import type { LeadRecord } from '#lib/staff/read-lead.ts';
import { When } from './when.tsx';

type Lead = Pick<LeadRecord, 'attribution' | 'trust' | 'place' | 'embedOrigin' | 'property' | 'now'>;

/** Where a lead came from: what counts for ResMan first, then everything that its link, its page and its device said. */
export function CameFrom({ lead }: { lead: Lead }) {
  const { attribution, place, embedOrigin, property } = lead;
  const { page, referrer, link, first, campaign } = attribution;
  const { alias, unknownSource } = resolveLeadSource(property, attribution);
  const trust = trustWords[lead.trust ?? 'none'];
  return (
    <>
      {alias ?? attribution.source ?? campaign.utm_source ?? 'No link with a source'}
      {trust && <span className="text-muted"> ({trust})</span>}
      {unknownSource && !alias && (
        <Line>
          “{unknownSource}” is not one of this property’s sources: ResMan gets the property’s default source.
        </Line>
      )}
      {unknownSource && alias && (
        <Line>The link said “{unknownSource}”, which is not one of this property’s sources.</Line>
      )}
      {[...campaignWords({ campaign }), ...clickKeys.flatMap((key) => named(key, campaign[key]))].map(
        (line) => (
          <Line key={line}>{line}</Line>
        ),
      )}
      {link && <Line>Short link: {link}</Line>}
      {place && (
        <Line>
          {placeWords[place]}
          {place === 'embed' && embedOrigin && `, ${embedOrigin}`}
        </Line>
      )}
      {page && <Line>Page: {page}</Line>}
      {referrer && <Line>Came there from: {referrer}</Line>}
      {first && (
        <Line>
          First came <When time={first.at} now={lead.now} timeZone={property.time_zone} />:{' '}
          {[...named('source', first.source), ...campaignWords(first)].join(', ')}
        </Line>
      )}
    </>
  );
}

const trustWords = { verified: 'verified link', self_declared: 'as the link says', none: undefined };
const placeWords = {
  page: 'On the form’s own page',
  embed: 'On a website of the property',
  api: 'By a form that is not ours',
};

function campaignWords({ campaign }: Pick<Touch, 'campaign'>): string[] {
  return utmKeys.flatMap((key) => named(key, campaign[key]));
}

function named(name: string, value: string | undefined): string[] {
  return value ? [`${name}: ${value}`] : [];
}

function Line({ children }: { children: ReactNode }) {
  return <span className="block text-muted text-sm">{children}</span>;
}
