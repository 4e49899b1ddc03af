import type { KnownSources } from '../property/known-sources.ts';
import type { Property } from '../property/property.ts';
import { type CheckedSource, type SourceState, tooOldMs } from '../property/source-check.ts';
import { ago } from './ago.ts';

/** A lead source as staff know it. */
export function sourceName({ alias }: Pick<CheckedSource, 'alias'>): string {
  return alias ?? 'the default source';
}

export const sourceStates: Record<SourceState, string> = {
  fine: 'In ResMan',
  vanished: 'Not in ResMan',
  stopped: 'Gone from ResMan',
  silent: 'Nothing heard of it',
  missed: 'Being checked again',
  outdated: 'Not known',
  unchecked: 'Not checked yet',
};

/** What the sources of a property were compared with. */
export function whatWasCompared(known: KnownSources | undefined, now: number): string {
  if (!known) return 'Propexo has not told yet which lead sources ResMan has.';
  const when = ago(known.readAt, now);
  if (known.readAt < now - tooOldMs) return `Last checked ${when}, too long ago to tell.`;
  return `Compared with ResMan’s list ${when}, as Propexo has it.`;
}

/** What is known of a source that leads should not be sent with. */
export function whatIsMissing({ state, name }: CheckedSource): string {
  if (state === 'silent') return `${name ? `, “${name}” in ResMan` : ''}: nothing has been heard of it`;
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
