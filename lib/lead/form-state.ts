import type { CalendarDate } from './calendar-date.ts';
import { type FieldName, fieldNames, type LeadAnswers, type LeadValues, leadSchema } from './schema.ts';

/** What a form shows again after a submit that did not lead to a status page. */
export interface LeadFormState {
  values: LeadValues;
  fieldErrors: Partial<Record<FieldName, string>>;
  /** Problems of the whole form, such as a full disk. */
  formErrors: string[];
}

export const formTakenDown =
  'This form was taken down, so nothing was sent. Everything you typed is still here, to copy.';

export const untouched: LeadFormState = { values: {}, fieldErrors: {}, formErrors: [] };

export type CheckedLead =
  | { answers: LeadAnswers; fieldErrors?: never }
  | { answers?: never; fieldErrors: LeadFormState['fieldErrors'] };

/** Applies the rules of `leadSchema`; the first problem of each field is the one to tell. */
export function checkLead(values: LeadValues, today: CalendarDate): CheckedLead {
  const parsed = rulesOf(today).safeParse(values);
  if (parsed.success) return { answers: parsed.data };
  const fieldErrors: LeadFormState['fieldErrors'] = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path[0] as FieldName;
    fieldErrors[field] ??= issue.message;
  }
  return { fieldErrors };
}

let latest: { today: CalendarDate; schema: ReturnType<typeof leadSchema> } | undefined;

/** Putting the schema together takes longer than applying it; it changes once a day. */
function rulesOf(today: CalendarDate) {
  if (latest?.today !== today) latest = { today, schema: leadSchema({ today }) };
  return latest.schema;
}

/** The form's own fields out of everything that was sent, as text. */
export function pickValues(sent: Record<string, string>): LeadValues {
  const values: LeadValues = {};
  for (const name of fieldNames) {
    const value = sent[name];
    if (value !== undefined) values[name] = value;
  }
  return values;
}
