import {
  alwaysAsked,
  type EntryInGroup,
  type FieldEntry,
  type Group,
  isStandardGroup,
  type OptionalField,
  standardGroups,
} from './fields.ts';
import type { Question } from './question.ts';

type Relabelled = Exclude<EntryInGroup, string | Question>;
/** A question of the form's own or of the property's. */
export type SingleEntry = Relabelled | Question;
export type GroupEntry = Pick<Group, 'group' | 'title'> & { fields: SingleEntry[] };
export type FormEntry = SingleEntry | GroupEntry;

/** The names of the fields that the configuration spells out, also in groups. */
function spelledOut(fields: readonly FieldEntry[]): Set<string> {
  return new Set(
    fields.flatMap((entry): string[] => {
      if (typeof entry === 'string') return [entry];
      if ('group' in entry) return [...spelledOut(entry.fields ?? [])];
      return 'field' in entry ? [entry.field] : [];
    }),
  );
}

/**
 * What a property's form really asks, first what everybody is asked. A standard group has what is not asked elsewhere.
 * @param homes whether there are homes to choose from; without them bedrooms are asked instead, unless they are anyway
 */
export function formEntries(fields: readonly FieldEntry[], { homes }: { homes: boolean }): FormEntry[] {
  const named = spelledOut(fields);
  let asksBedrooms = named.has('desired_num_bedrooms');
  let asksHome = false;

  const single = (entry: EntryInGroup): SingleEntry[] => {
    if (typeof entry === 'string') return single({ field: entry });
    if ('question' in entry) return [entry];
    if ((entry.field === 'floor_plan_id' || entry.field === 'unit_id') && !homes) {
      if (asksBedrooms) return [];
      asksBedrooms = true;
      return [{ field: 'desired_num_bedrooms' }];
    }
    if (entry.field === 'floor_plan_id' || entry.field === 'unit_id') {
      // One control for both: the units stand under their floor plan.
      if (asksHome) return [];
      asksHome = true;
    }
    // It is an agreement to texts at that number.
    return entry.field === 'sms_consent' && !named.has('phone_1') ? [] : [entry];
  };
  const whole = (entry: FieldEntry): FormEntry[] => {
    if (typeof entry === 'string' || !('group' in entry)) return single(entry);
    const inside = (entry.fields ?? standard(entry.group)).flatMap(single);
    return inside.length > 0 ? [{ group: entry.group, title: entry.title, fields: inside }] : [];
  };
  const standard = (group: string): OptionalField[] =>
    isStandardGroup(group) ? standardGroups[group].filter((name) => !named.has(name)) : [];

  const always = alwaysAsked.map((name) => relabelled(fields, name) ?? { field: name });
  return [...always, ...fields.flatMap(whole).filter((entry) => !always.some((one) => one === entry))];
}

function relabelled(fields: readonly FieldEntry[], name: string): Relabelled | undefined {
  return fields.find(
    (entry): entry is Relabelled => typeof entry === 'object' && 'field' in entry && entry.field === name,
  );
}
