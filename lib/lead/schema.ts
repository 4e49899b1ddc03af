import { z } from 'zod';
import { type CalendarDate, isCalendarDate, yearsAfter } from './calendar-date.ts';
import { cleanAddress, cleanLine, cleanText } from './clean-text.ts';
import { dollarsToCents } from './money.ts';

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

const blankToAbsent = (text: string) => (text === '' ? undefined : text);

/** Nothing may be done with text before its length is known: some patterns take seconds on 64 KB of hostile text. */
const atMost = (most: number, error: string) =>
  z.string().refine((text) => text.length <= most, { error, abort: true });

const line = (most: number, what: string, clean = cleanLine) => {
  const error = `${what} can have at most ${most} characters`;
  return atMost(4 * most, error)
    .transform(clean)
    .refine((text) => text.length <= most, { error, abort: true });
};

const optionalLine = (most: number, what: string) => line(most, what).transform(blankToAbsent).optional();

const name = (which: 'first' | 'last') =>
  line(100, which === 'first' ? 'Your first name' : 'Your last name')
    .refine((text) => /[^\p{C}\p{Z}]/u.test(text), { error: `Enter your ${which} name` })
    // An absent field is the same to a person as an empty one.
    .prefault('');

const email = line(254, 'Your email address', cleanAddress)
  .refine(
    (text) =>
      text === '' || /^[^\s@"<>,;]{1,64}@(?!.*\.\.)[^\s@"<>,;.][^\s@"<>,;]*\.[^\s@"<>,;.]{2,}$/u.test(text),
    {
      error: 'Enter an email address like name@example.com',
    },
  )
  .transform(blankToAbsent)
  .optional();

/** Kept as typed: people write numbers in many ways, and only the digits before an extension count. */
const phone = line(60, 'Your phone number', cleanAddress)
  .refine((text) => text === '' || hasPhoneDigits(text), {
    error: 'Enter a phone number with 7 to 15 digits, like (415) 555-0100',
  })
  .transform(blankToAbsent)
  .optional();

function hasPhoneDigits(text: string): boolean {
  const number = text.replace(/[\s,;]*(?:ext(?:ension)?[.:]?|x|#)\s*\d*$/i, '');
  const digits = number.replace(/\D/g, '').length;
  return digits >= 7 && digits <= 15 && /^[\d\s()+./\p{Pd}\u2212]+$/u.test(number);
}

const phoneType = z
  .string()
  .transform((text) => blankToAbsent(text.trim().toUpperCase()))
  .pipe(z.enum(['FAX', 'HOME', 'MOBILE', 'WORK'], { error: 'Choose mobile, home, work or fax' }).optional())
  .optional();

const amount = (what: string, most: number, step: 1 | 0.5) =>
  z
    .string()
    .transform((text) => text.trim())
    .refine((text) => text === '' || isAmount(text, most, step), {
      error: `Enter ${what} as a ${step === 1 ? 'whole number' : 'number like 1 or 1.5'} from 0 to ${most}`,
    })
    .transform((text) => (text === '' ? undefined : Number(text)))
    .optional();

function isAmount(text: string, most: number, step: number): boolean {
  return /^\d{1,4}(\.\d)?$/.test(text) && Number(text) <= most && Number(text) % step === 0;
}

const budget = line(60, 'Your budget')
  .refine((text) => text === '' || (dollarsToCents(text) ?? Number.POSITIVE_INFINITY) <= 10_000_000, {
    error: 'Enter your budget in dollars a month, like $1,800',
  })
  .transform((text) => (text === '' ? undefined : dollarsToCents(text)))
  .optional();

const moveIn = z
  .string()
  .transform((text) => blankToAbsent(text.trim()))
  .optional();

function moveInProblem(date: string | undefined, today: CalendarDate): string | undefined {
  if (date === undefined) return undefined;
  if (!isCalendarDate(date)) return 'Enter a move-in date that is on the calendar, or tick “Not sure yet”';
  if (date < today)
    return 'Your move-in date has already passed. Choose today or a later day, or tick “Not sure yet”';
  if (date > yearsAfter(today, 5))
    return 'Choose a move-in date in the next five years, or tick “Not sure yet”';
  return undefined;
}

const yes = ['yes', 'true', 'on', '1'];
const no = ['', 'no', 'false', 'off', '0'];

/**
 * A tick box: browsers send its value when ticked and nothing otherwise; JSON clients send true or false. Anything else
 * is asked about: an answer like "no thanks" must never count as a yes.
 */
const ticked = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .refine((text) => yes.includes(text) || no.includes(text), { error: 'Answer yes or no' })
  .transform((text) => yes.includes(text))
  .prefault('');

/** An opaque id of Propexo. */
const id = z
  .string()
  .transform((text) => text.trim())
  .refine((text) => /^[\w-]{0,64}$/.test(text), { error: 'Choose one from the list' })
  .transform(blankToAbsent)
  .optional();

const tooLong = (issue: { input?: unknown }) =>
  `Your message has ${String(issue.input).length.toLocaleString('en-US')} characters; shorten it to 2,000`;
const notes = z
  .string()
  .refine((text) => text.length <= 8_000, { error: tooLong, abort: true })
  .transform(cleanText)
  .refine((text) => text.length <= 2_000, { error: tooLong })
  .transform(blankToAbsent)
  .optional();

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
