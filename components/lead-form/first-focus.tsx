import type { OwnPlace } from '#lib/lead/form-place.ts';
import { formId } from './form-props.ts';

interface Props {
  slug: string;
  place: OwnPlace;
}

/**
 * Counts who begins with the form, also without scripts: a browser asks for a background when it is first seen, and this
 * one, which is empty, with the focus. The same text for everybody: the strict policy of the page knows it by its hash.
 */
export function FirstFocus({ slug, place }: Props) {
  const address = `/${place === 'embed' ? 'embed' : 'p'}/${slug}/first-focus`;
  return <style>{`#${formId}:focus-within{background-image:url(${address})}`}</style>;
}
