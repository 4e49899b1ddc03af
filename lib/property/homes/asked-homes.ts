import { type FieldEntry, isStandardGroup, standardGroups } from '../fields.ts';
import type { Property } from '../property.ts';

/** Which of its homes a property's form offers: its floor plans, and the units under them. */
export function askedHomes({ fields }: Pick<Property, 'fields'>): { plans: boolean; units: boolean } {
  const names = namesOf(fields);
  const units = names.includes('unit_id');
  return { plans: units || names.includes('floor_plan_id'), units };
}

function namesOf(fields: readonly FieldEntry[]): string[] {
  return fields.flatMap((entry): readonly string[] => {
    if (typeof entry === 'string') return [entry];
    if ('field' in entry) return [entry.field];
    if ('question' in entry) return [];
    return entry.fields
      ? namesOf(entry.fields)
      : isStandardGroup(entry.group)
        ? standardGroups[entry.group]
        : [];
  });
}
