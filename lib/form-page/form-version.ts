import { createHash } from 'node:crypto';
import { dayIn } from '../lead/calendar-date.ts';
import type { Property } from '../property/property.ts';

const definitions = new WeakMap<Property, string>();

/**
 * Names everything that a form page depends on but its language: two pages of one version are the same.
 * @param now epoch milliseconds
 * @param homes the version of what it offers, see `publishedHomes`
 */
export function formVersion(property: Property, now: number, homes = ''): string {
  let definition = definitions.get(property);
  if (!definition) {
    definition = createHash('sha256').update(JSON.stringify(property)).digest('base64url');
    definitions.set(property, definition);
  }
  return `${definition} ${dayIn(property.time_zone, now)} ${homes}`;
}
