import { attributionOfVisit } from '../attribution/attribution-of-visit.ts';
import { attributionFields } from '../attribution/read-attribution.ts';
import { readQuery } from '../form-page/form-request.ts';
import { embedOriginField, type OwnPlace } from '../lead/form-place.ts';
import type { Property } from '../property/property.ts';

interface Opened {
  place: OwnPlace;
  query: Record<string, string | string[] | undefined>;
  /** Of the request for the form. */
  referer?: string | undefined;
  host?: string | undefined;
}

/** What a form says of the visit that it was opened in, as hidden fields: where the person came from, and which website it is on. */
export function fieldsOfVisit(
  property: Pick<Property, 'embed_origins'>,
  opened: Opened,
): [name: string, value: string][] {
  const around = opened.place === 'embed' ? originOf(opened.referer) : undefined;
  const isOurs = around !== undefined && property.embed_origins.includes(around);
  return [
    ...attributionFields(
      attributionOfVisit({ ...opened, query: { ...queryOfFrame(opened), ...opened.query } }),
    ),
    ...(isOurs ? [[embedOriginField, around] as [string, string]] : []),
  ];
}

/** Browsers tell another website no more than this. */
export function originOf(referer: string | undefined): string | undefined {
  return referer && URL.canParse(referer) ? new URL(referer).origin : undefined;
}

/** Whoever leaves a frame for the page came to the page by what brought them to the frame. */
function queryOfFrame({ place, referer, host }: Opened): Opened['query'] {
  const before = place === 'page' && referer && URL.canParse(referer) ? new URL(referer) : undefined;
  if (!before || before.host !== host || !before.pathname.startsWith('/embed/')) return {};
  return readQuery(before.search);
}
