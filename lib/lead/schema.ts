import { z } from 'zod';
import { answerRules, homeIds, moveInProblem, type RuleTexts } from './answer-rules.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { CustomAnswer, QuestionName } from './custom-answers.ts';

/** Every field that a form may send, by the name its input has. */
export const fieldNames = [
  'first_name',
  'last_name',
  'email_1',
  'phone_1',
  'phone_1_type',
  'phone_2',
  'phone_2_type',
  'target_move_in_date',
  'move_in_not_sure',
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
export type FieldName = (typeof fieldNames)[number];

/** The name of any input that is an answer. */
export type AnswerName = FieldName | QuestionName;

/** Without these nothing is sent; of e-mail and phone one will do. */
export const needed: ReadonlySet<AnswerName> = new Set(['first_name', 'last_name']);

/**
 * The only rules for a lead, the same in the browser and on the server: text as typed in, typed answers out.
 * Unknown fields are dropped.
 * @param given `today`, the present day at the property, and the words for what is wrong
 */
export function leadSchema({ today, texts }: { today: CalendarDate; texts: RuleTexts }) {
  const rules = answerRules(texts);
  return z
    .object({
      first_name: rules.firstName,
      last_name: rules.lastName,
      email_1: rules.email,
      phone_1: rules.phone,
      phone_1_type: rules.phoneType,
      phone_2: rules.phone,
      phone_2_type: rules.phoneType,
      target_move_in_date: rules.moveIn,
      move_in_not_sure: rules.ticked,
      desired_num_bedrooms: rules.bedrooms,
      desired_num_bathrooms: rules.bathrooms,
      desired_max_rent: rules.budget,
      desired_lease_term_in_months: rules.leaseTerm,
      floor_plan_id: rules.home,
      unit_id: rules.id,
      address_1: rules.address_1,
      address_2: rules.address_2,
      city: rules.city,
      state: rules.state,
      zip: rules.zip,
      notes: rules.notes,
      sms_consent: rules.ticked,
    })
    .superRefine(
      (lead, context) => {
        if (!lead.email_1 && !lead.phone_1) {
          context.addIssue({ code: 'custom', path: ['email_1'], message: texts.rules.contact });
        }
        const problem = moveInProblem(lead.target_move_in_date, today, texts);
        if (problem && !lead.move_in_not_sure) {
          context.addIssue({ code: 'custom', path: ['target_move_in_date'], message: problem });
        }
      },
      // Also after a wrong field: a person is told everything at once.
      { when: ({ value }) => Boolean(value) },
    )
    .transform(({ desired_max_rent, target_move_in_date, floor_plan_id, unit_id, ...answers }) => ({
      ...answers,
      ...homeIds(floor_plan_id, unit_id),
      // Who is not sure yet may have left a date standing; one that cannot be is no answer.
      target_move_in_date: moveInProblem(target_move_in_date, today, texts) ? undefined : target_move_in_date,
      desired_max_rent_in_cents: desired_max_rent,
    }));
}

/** What was typed or ticked, as text, as a browser sends it. */
export type LeadValues = z.input<ReturnType<typeof leadSchema>> & Partial<Record<QuestionName, string>>;

/** What a person told us, checked: amounts are numbers, the budget is in cents, absent answers are undefined. */
export type LeadAnswers = z.output<ReturnType<typeof leadSchema>> & {
  /** To questions of the property's own, in the order in which they are asked. */
  custom?: CustomAnswer[];
};
