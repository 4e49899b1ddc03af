import { z } from 'zod';
import { localized } from '../language/localized.ts';
import { eitherOf } from './either-of.ts';
import { evenIfWrong, fairHousingFaults, reviewed } from './fair-housing-check.ts';
import { mostQuestions, questionSchema } from './question.ts';
import { unknownKeys } from './unknown-keys.ts';

/** Asked of everybody, before anything else. */
export const alwaysAsked = ['first_name', 'last_name', 'email_1'] as const;

/** The questions that a property may leave out. None is about who somebody is: ResMan has no field for such a thing. */
export const optionalFields = [
  'phone_1',
  'phone_2',
  'target_move_in_date',
  'desired_num_bedrooms',
  'desired_num_bathrooms',
  'desired_max_rent',
  'desired_lease_term_in_months',
  'floor_plan_id',
  'unit_id',
  'address_1',
  'address_2',
  'city',
  'state',
  'zip',
  'notes',
  'sms_consent',
] as const;

/** Groups that need not be spelled out. */
export const standardGroups = {
  home: [
    'floor_plan_id',
    'unit_id',
    'desired_num_bathrooms',
    'desired_max_rent',
    'desired_lease_term_in_months',
  ],
  address: ['address_1', 'address_2', 'city', 'state', 'zip'],
} as const satisfies Record<string, readonly OptionalField[]>;

export type AlwaysAsked = (typeof alwaysAsked)[number];
export type OptionalField = (typeof optionalFields)[number];
export type StandardGroup = keyof typeof standardGroups;

export const isStandardGroup = (id: string): id is StandardGroup => Object.hasOwn(standardGroups, id);

const isAlwaysAsked = (name: string) => alwaysAsked.some((always) => always === name);

const mustBeAField = { error: `must be one of ${optionalFields.join(', ')}` };
const fieldName = z.enum(optionalFields, mustBeAField);

/** A question of the form's own, perhaps in other words. */
const relabelledSchema = z
  .strictObject(
    {
      field: z.enum([...alwaysAsked, ...optionalFields], mustBeAField),
      label: localized(80).optional(),
      hint: localized(200).optional(),
      fair_housing_reviewed: reviewed,
    },
    { error: unknownKeys },
  )
  .superRefine(({ field, label, hint }, context) => {
    if (field === 'sms_consent' && (label ?? hint))
      context.addIssue({
        code: 'custom',
        message: 'can have no label or hint: the words of a consent are set apart',
      });
  })
  .superRefine(fairHousingFaults, evenIfWrong);

const groupSchema = z
  .strictObject(
    {
      group: z.string({ error: 'must be text' }).regex(/^[a-z][a-z0-9_]{0,29}$/, {
        error: 'must be a short name of lower-case letters, digits and _, such as "home"',
      }),
      title: localized(80).optional(),
      fields: z
        .array(
          eitherOf((entry) => {
            if (typeof entry === 'string') return fieldName;
            if ('field' in entry) return relabelledSchema;
            return 'question' in entry ? questionSchema : undefined;
          }, 'must be the name of a field, or an object with "field" or "question"'),
          { error: 'must be a list' },
        )
        .min(1, { error: 'must name at least one field' })
        .optional(),
      fair_housing_reviewed: reviewed,
    },
    { error: unknownKeys },
  )
  .superRefine(({ group, title, fields }, context) => {
    const fault = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (!isStandardGroup(group) && !title) fault(['title'], 'is missing');
    if (!isStandardGroup(group) && !fields) fault(['fields'], 'is missing');
    fields?.forEach((entry, place) => {
      if (typeof entry === 'object' && 'field' in entry && isAlwaysAsked(entry.field))
        fault(['fields', place], `${entry.field} is asked before any group`);
    });
  })
  .superRefine(fairHousingFaults, evenIfWrong);

const entrySchema = eitherOf((entry) => {
  if (typeof entry === 'string') return fieldName;
  if ('field' in entry) return relabelledSchema;
  if ('question' in entry) return questionSchema;
  return 'group' in entry ? groupSchema : undefined;
}, 'must be the name of a field, or an object with "field", "question" or "group"');

export type FieldEntry = z.output<typeof entrySchema>;
export type Group = z.output<typeof groupSchema>;
export type EntryInGroup = Exclude<FieldEntry, Group>;

/** What a property asks that says nothing about it: few questions in sight, and those about the home on demand. */
export const defaultFields: readonly FieldEntry[] = [
  'phone_1',
  'target_move_in_date',
  'desired_num_bedrooms',
  { group: 'home' },
  'notes',
  'sms_consent',
];

/** Which questions a property asks, in which order. */
export const fieldsSchema = z
  .array(entrySchema, { error: 'must be a list' })
  .superRefine(nothingTwice, evenIfWrong)
  .superRefine((fields, context) => {
    const { length } = placesOf(fields).filter(({ kind }) => kind === 'question');
    if (length > mostQuestions)
      context.addIssue({ code: 'custom', message: `can have at most ${mostQuestions} questions of its own` });
  }, evenIfWrong)
  .default([...defaultFields]);

function nothingTwice(fields: unknown, context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const { kind, name, path } of placesOf(fields)) {
    const key = `${kind} ${name}`;
    if (seen.has(key))
      context.addIssue({ code: 'custom', path, message: `names the ${kind} "${name}" twice` });
    seen.add(key);
  }
}

interface Place {
  kind: 'field' | 'question' | 'group';
  name: string;
  path: PropertyKey[];
}

/** Everything that is named, also in groups and beside what is wrong. */
function placesOf(fields: unknown, before: PropertyKey[] = []): Place[] {
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((entry: unknown, index): Place[] => {
    const path = [...before, index];
    if (typeof entry === 'string') return [{ kind: 'field', name: entry, path }];
    const { fields: inside, ...named } = Object(entry) as Record<string, unknown>;
    const own = (['field', 'question', 'group'] as const).flatMap((kind): Place[] => {
      const name = named[kind];
      return typeof name === 'string' ? [{ kind, name, path }] : [];
    });
    return [...own, ...placesOf(inside, [...path, 'fields'])];
  });
}
