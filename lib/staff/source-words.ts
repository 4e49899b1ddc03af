import type { Property } from '../property/property.ts';
import type { CheckedSource, SourceState } from '../property/source-check.ts';

/** A lead source as staff know it. */
export function sourceName({ alias }: Pick<CheckedSource, 'alias'>): string {
  return alias ?? 'the default source';
}

export const sourceStates: Record<SourceState, string> = {
  fine: 'In ResMan',
  vanished: 'Not in ResMan',
  stopped: 'Gone from ResMan',
  unchecked: 'Not checked yet',
};

/** What is known of a source that leads should not be sent with. */
export function whatIsMissing({ state, name }: CheckedSource): string {
  const called = name ? `, “${name}” in ResMan,` : '';
  return state === 'vanished'
    ? `${called} is not among the property’s lead sources in ResMan`
    : `${called} is no longer seen in ResMan: it was probably deleted there`;
}

/** Where the properties file names it. */
export function settingOf(property: Pick<Property, 'slug'>, { alias }: Pick<CheckedSource, 'alias'>): string {
  return alias === undefined
    ? `lead_source_id of ${property.slug}`
    : `lead_source_id of the source “${alias}” of ${property.slug}`;
}
