/** A form on another website says which: it counts when it is one of the property's own. */
export const embedOriginField = 'embed_origin';

/** Our forms say where they are; in a frame, everything that follows stays there. */
export const placeField = 'gc_place';

/** Where the form was that sent this. */
export function placeOf(sent: Record<string, string>): 'page' | 'embed' | 'api' {
  const said = sent[placeField];
  return said === 'page' || said === 'embed' ? said : 'api';
}

/** Where its status page is: in the frame when the form was. */
export function statusPath(receipt: string, place: 'page' | 'embed' | 'api'): string {
  return place === 'embed' ? `/embed/status/${receipt}` : `/status/${receipt}`;
}
