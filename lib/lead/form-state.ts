import type { Challenge } from 'altcha-lib/types';
import type { RuleTexts } from './answer-rules.ts';
import type { CalendarDate } from './calendar-date.ts';
import { type AskedQuestion, checkCustomAnswers, isQuestionName } from './custom-answers.ts';
import { type AnswerName, fieldNames, type LeadAnswers, type LeadValues, leadSchema } from './schema.ts';

/** What a form shows again after a submit that did not lead to a status page. */
export interface LeadFormState {
  values: LeadValues;
  fieldErrors: Partial<Record<AnswerName, string>>;
  /** Problems of the whole form, such as a full disk. */
  formErrors: string[];
  /** Where the person came from, as it was sent: the address of an answer may have lost it. */
  attribution?: [name: string, value: string][];
  /** Work for the browser to prove that no program floods the form: nothing is stored until it is done. */
  challenge?: Challenge;
}

/** The name of the buttons that show the same form in another language. */
export const languageButton = 'switch_to';

export const untouched: LeadFormState = { values: {}, fieldErrors: {}, formErrors: [] };

export type CheckedLead =
  | { answers: LeadAnswers; fieldErrors?: never }
  | { answers?: never; fieldErrors: LeadFormState['fieldErrors'] };

/**
 * Applies the rules of `leadSchema` and those of the property's own questions; the first problem of each field is the
 * one to tell.
 */
export function checkLead(
  values: LeadValues,
  today: CalendarDate,
  texts: RuleTexts,
  questions: readonly AskedQuestion[] = [],
): CheckedLead {
  const parsed = rulesOf(today, texts).safeParse(values);
  const { custom, fieldErrors } = checkCustomAnswers(values, questions, texts);
  if (parsed.success && Object.keys(fieldErrors).length === 0)
    return { answers: custom.length > 0 ? { ...parsed.data, custom } : parsed.data };
  const problems: LeadFormState['fieldErrors'] = {};
  for (const issue of parsed.error?.issues ?? []) {
    const field = issue.path[0] as AnswerName;
    problems[field] ??= issue.message;
  }
  return { fieldErrors: { ...problems, ...fieldErrors } };
}

const latest = new Map<RuleTexts, { today: CalendarDate; schema: ReturnType<typeof leadSchema> }>();

/** Putting the schema together takes longer than applying it; it changes once a day. */
function rulesOf(today: CalendarDate, texts: RuleTexts) {
  const known = latest.get(texts);
  if (known?.today === today) return known.schema;
  const schema = leadSchema({ today, texts });
  latest.set(texts, { today, schema });
  return schema;
}

/** The form's own fields out of everything that was sent, as text. */
export function pickValues(sent: Record<string, string>): LeadValues {
  const values: LeadValues = {};
  for (const name of fieldNames) {
    const value = sent[name];
    if (value !== undefined) values[name] = value;
  }
  for (const [name, value] of Object.entries(sent)) if (isQuestionName(name)) values[name] = value;
  return values;
}
