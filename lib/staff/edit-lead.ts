import { defaultLanguage, textsIn } from '../language/languages.ts';
import { dayIn } from '../lead/calendar-date.ts';
import { isQuestionName, valuesOfCustom } from '../lead/custom-answers.ts';
import { type CheckedLead, checkLead } from '../lead/form-state.ts';
import { personKeys } from '../lead/person-keys.ts';
import {
  type AnswerName,
  type FieldName,
  fieldNames,
  type LeadAnswers,
  type LeadValues,
} from '../lead/schema.ts';
import { askedQuestions } from '../property/asked-questions.ts';
import type { LeadRecord } from './read-lead.ts';

/** Checked answers as a form shows them: the inverse of `checkLead`. */
export function valuesOf(answers: LeadAnswers): LeadValues {
  const { desired_max_rent_in_cents: cents, move_in_not_sure, sms_consent, custom, ...rest } = answers;
  const values: LeadValues = valuesOfCustom(custom);
  for (const [name, value] of Object.entries(rest))
    if (value !== undefined) values[name as FieldName] = String(value);
  if (cents !== undefined) values.desired_max_rent = (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2);
  if (move_in_not_sure) values.move_in_not_sure = 'yes';
  if (sms_consent) values.sms_consent = 'yes';
  return values;
}

/** What a leasing team edits often; the rest is shown where it has a value, or was refused. */
const always: readonly FieldName[] = [
  'first_name',
  'last_name',
  'email_1',
  'phone_1',
  'phone_1_type',
  'target_move_in_date',
  'move_in_not_sure',
  'desired_num_bedrooms',
  'desired_num_bathrooms',
  'desired_max_rent',
  'desired_lease_term_in_months',
  'notes',
];

/** The fields of the form for this lead. Consent is not among them: nobody gives it for somebody else. */
export function editableFields(values: LeadValues, refused: readonly string[]): AnswerName[] {
  const fields = fieldNames.filter(
    (name) =>
      name !== 'sms_consent' && (always.includes(name) || Boolean(values[name]) || refused.includes(name)),
  );
  return [...fields, ...Object.keys(values).filter(isQuestionName)];
}

/**
 * Applies the rules of the renter's form to what a person corrected. Fields that were not shown keep their answer. The
 * move-in date is judged as on the day the lead came: what was right then is no mistake now.
 */
export function checkEdit(
  { answers, property, receivedAt }: Pick<LeadRecord, 'answers' | 'property' | 'receivedAt'>,
  sent: LeadValues,
): CheckedLead {
  const { sms_consent: _, ...edited } = sent;
  const before = valuesOf(answers);
  const values: LeadValues = { ...before, move_in_not_sure: '', ...edited };
  // What was asked and offered may have changed since: an answer that is left as it was is right.
  const questions = askedQuestions(property.fields, defaultLanguage).filter(
    ({ name }) => values[name] !== before[name],
  );
  const checked = checkLead(
    values,
    dayIn(property.time_zone, receivedAt),
    textsIn(defaultLanguage),
    questions,
  );
  if (!checked.answers) return checked;
  const custom = checked.answers.custom?.map((answer) => ({
    ...answers.custom?.find(({ id }) => id === answer.id),
    ...answer,
  }));
  // The consent was given for the number that was typed then.
  const [now, then] = [personKeys(checked.answers).phone_key, personKeys(answers).phone_key];
  const sameNumber = checked.answers.phone_1 === answers.phone_1 || (now !== null && now === then);
  const sms_consent = answers.sms_consent && sameNumber;
  return { answers: { ...checked.answers, ...(custom ? { custom } : {}), sms_consent } };
}
