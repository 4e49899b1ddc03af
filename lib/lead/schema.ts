import { z } from 'zod';
import {
  amount,
  budget,
  email,
  id,
  moveIn,
  moveInProblem,
  name,
  notes,
  optionalLine,
  phone,
  phoneType,
  ticked,
} from './answer-rules.ts';
import type { CalendarDate } from './calendar-date.ts';

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

export const contactRule = 'Enter an email address or a phone number, so that the team can reach you';

/**
 * The only rules for a lead, the same in the browser and on the server: text as typed in, typed answers out.
 * `today` is the present day at the property. Unknown fields are dropped.
 */
export function leadSchema(rules: { today: CalendarDate }) {
  return z
    .object({
      first_name: name('first'),
      last_name: name('last'),
      email_1: email,
      phone_1: phone,
      phone_1_type: phoneType,
      phone_2: phone,
      phone_2_type: phoneType,
      target_move_in_date: moveIn,
      move_in_not_sure: ticked,
      desired_num_bedrooms: amount('the bedrooms', 20, 1),
      desired_num_bathrooms: amount('the bathrooms', 20, 0.5),
      desired_max_rent: budget,
      desired_lease_term_in_months: amount('the lease term in months', 120, 1),
      floor_plan_id: id,
      unit_id: id,
      address_1: optionalLine(200, 'The street address'),
      address_2: optionalLine(200, 'The second address line'),
      city: optionalLine(100, 'The city'),
      state: optionalLine(100, 'The state'),
      zip: optionalLine(20, 'The ZIP code'),
      notes,
      sms_consent: ticked,
    })
    .superRefine(
      (lead, context) => {
        if (!lead.email_1 && !lead.phone_1) {
          context.addIssue({ code: 'custom', path: ['email_1'], message: contactRule });
        }
        const problem = moveInProblem(lead.target_move_in_date, rules.today);
        if (problem && !lead.move_in_not_sure) {
          context.addIssue({ code: 'custom', path: ['target_move_in_date'], message: problem });
        }
      },
      // Also after a wrong field: a person is told everything at once.
      { when: ({ value }) => Boolean(value) },
    )
    .transform(({ desired_max_rent, target_move_in_date, ...answers }) => ({
      ...answers,
      // Who is not sure yet may have left a date standing; one that cannot be is no answer.
      target_move_in_date: moveInProblem(target_move_in_date, rules.today) ? undefined : target_move_in_date,
      desired_max_rent_in_cents: desired_max_rent,
    }));
}

/** What was typed or ticked, as text, as a browser sends it. */
export type LeadValues = z.input<ReturnType<typeof leadSchema>>;

/** What a person told us, checked: amounts are numbers, the budget is in cents, absent answers are undefined. */
export type LeadAnswers = z.output<ReturnType<typeof leadSchema>>;
