import { readScheme } from '../property/shown-theme.ts';

/** A form on another website says which: it counts when it is one of the property's own. */
export const embedOriginField = 'embed_origin';

/** Our forms say where they are; in a frame, everything that follows stays there. */
export const placeField = 'gc_place';

/** And in which colours, when their address asked for some. */
export const schemeField = 'gc_theme';

/** The places that we make ourselves. */
export type OwnPlace = 'page' | 'embed';

/** Where the form was that sent this. */
export function placeOf(sent: Record<string, string>): OwnPlace | 'api' {
  const said = sent[placeField];
  return said === 'page' || said === 'embed' ? said : 'api';
}

/** The plain endpoint for a form there: its answer may be seen in a frame when the form was in one. */
export function endpointPath(slug: string, place: OwnPlace | 'api'): string {
  return `/api/leads/${slug}${place === 'embed' ? `?${placeField}=embed` : ''}`;
}

/** Where its status page is: in the frame when the form was. */
export function statusPath(receipt: string, place: OwnPlace | 'api'): string {
  return place === 'embed' ? `/embed/status/${receipt}` : `/status/${receipt}`;
}

/** The same for a form that was sent, in the colours that it had. */
export function statusAddress(receipt: string, sent: Record<string, string>): string {
  const scheme = readScheme(sent[schemeField]);
  return statusPath(receipt, placeOf(sent)) + (scheme ? `?theme=${scheme}` : '');
}
