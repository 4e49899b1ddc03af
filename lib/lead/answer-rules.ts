import { z } from 'zod';
import { fill, fillCounted, type Texts } from '../language/texts.ts';
import { type CalendarDate, isCalendarDate, yearsAfter } from './calendar-date.ts';
import { cleanAddress, cleanLine, cleanText } from './clean-text.ts';
import { dollarsToCents } from './money.ts';

/** The words of the rules, in one language. */
export type RuleTexts = Pick<Texts, 'locale' | 'rules'>;

const blankToAbsent = (text: string) => (text === '' ? undefined : text);

/** Nothing may be done with text before its length is known: some patterns take seconds on 64 KB of hostile text. */
const atMost = (most: number, error: string) =>
  z.string().refine((text) => text.length <= most, { error, abort: true });

/** The rule of each kind of answer: text as typed in, the answer out, and words that say what to do. */
export function answerRules(texts: RuleTexts) {
  const { rules } = texts;
  const { subjects } = rules;

  const line = (most: number, what: string, clean = cleanLine) => {
    const error = fill(rules.tooLong, { what, most });
    return atMost(4 * most, error)
      .transform(clean)
      .refine((text) => text.length <= most, { error, abort: true });
  };

  const optionalLine = (most: number, what: string) => line(most, what).transform(blankToAbsent).optional();

  const name = (what: string, error: string) =>
    line(100, what)
      .refine((text) => /[^\p{C}\p{Z}]/u.test(text), { error })
      // An absent field is the same to a person as an empty one.
      .prefault('');

  const amount = (error: string, most: number, step: 1 | 0.5) =>
    z
      .string()
      .transform((text) => text.trim())
      .refine((text) => text === '' || isAmount(text, most, step), { error: fill(error, { most }) })
      .transform((text) => (text === '' ? undefined : Number(text)))
      .optional();

  /** Kept as typed: people write numbers in many ways, and only the digits before an extension count. */
  const phone = line(60, subjects.phone, cleanAddress)
    .refine((text) => text === '' || hasPhoneDigits(text), { error: rules.phone })
    .transform(blankToAbsent)
    .optional();

  const phoneType = z
    .string()
    .transform((text) => blankToAbsent(text.trim().toUpperCase()))
    .pipe(z.enum(['FAX', 'HOME', 'MOBILE', 'WORK'], { error: rules.phoneType }).optional())
    .optional();

  const messageTooLong = (issue: { input?: unknown }) =>
    fillCounted(texts, rules.messageTooLong, String(issue.input).length, {
      most: new Intl.NumberFormat(texts.locale).format(longestMessage),
    });

  return {
    firstName: name(subjects.firstName, rules.firstName),
    lastName: name(subjects.lastName, rules.lastName),
    email: line(254, subjects.email, cleanAddress)
      .refine((text) => text === '' || looksLikeEmail(text), { error: rules.email })
      .transform(blankToAbsent)
      .optional(),
    phone,
    phoneType,
    bedrooms: amount(rules.bedrooms, 20, 1),
    bathrooms: amount(rules.bathrooms, 20, 0.5),
    leaseTerm: amount(rules.leaseTerm, 120, 1),
    budget: line(60, subjects.budget)
      .refine((text) => text === '' || (dollarsToCents(text) ?? Number.POSITIVE_INFINITY) <= 10_000_000, {
        error: rules.budget,
      })
      .transform((text) => (text === '' ? undefined : dollarsToCents(text)))
      .optional(),
    moveIn: z
      .string()
      .transform((text) => blankToAbsent(text.trim()))
      .optional(),
    /**
     * A tick box: browsers send its value when ticked and nothing otherwise; JSON clients send true or false. Anything
     * else is asked about: an answer like "no thanks" must never count as a yes.
     */
    ticked: z
      .string()
      .transform((text) => text.trim().toLowerCase())
      .refine((text) => yes.includes(text) || no.includes(text), { error: rules.yesOrNo })
      .transform((text) => yes.includes(text))
      .prefault(''),
    /** An opaque id of Propexo. */
    id: z
      .string()
      .transform((text) => text.trim())
      .refine((text) => /^[\w-]{0,64}$/.test(text), { error: rules.fromTheList })
      .transform(blankToAbsent)
      .optional(),
    /**
     * A floor plan, or a unit of it after a dot: the form's homes are one group of radio buttons, so that a plan and a unit of
     * another one cannot both be chosen, also without JavaScript.
     */
    home: z
      .string()
      .transform((text) => text.trim())
      .refine((text) => /^([\w-]{1,64}(\.[\w-]{1,64})?)?$/.test(text), { error: rules.fromTheList })
      .transform(blankToAbsent)
      .optional(),
    address_1: optionalLine(200, subjects.address_1),
    address_2: optionalLine(200, subjects.address_2),
    city: optionalLine(100, subjects.city),
    state: optionalLine(100, subjects.state),
    zip: optionalLine(20, subjects.zip),
    notes: z
      .string()
      .refine((text) => text.length <= 4 * longestMessage, { error: messageTooLong, abort: true })
      .transform(cleanText)
      .refine((text) => text.length <= longestMessage, { error: messageTooLong })
      .transform(blankToAbsent)
      .optional(),
  };
}

const longestMessage = 2_000;
const yes = ['yes', 'true', 'on', '1'];
const no = ['', 'no', 'false', 'off', '0'];

function looksLikeEmail(text: string): boolean {
  return /^[^\s@"<>,;]{1,64}@(?!.*\.\.)[^\s@"<>,;.][^\s@"<>,;]*\.[^\s@"<>,;.]{2,}$/u.test(text);
}

function hasPhoneDigits(text: string): boolean {
  const number = text.replace(/[\s,;]*(?:ext(?:ension)?[.:]?|x|#)\s*\d*$/i, '');
  const digits = number.replace(/\D/g, '').length;
  return digits >= 7 && digits <= 15 && /^[\d\s()+./\p{Pd}\u2212]+$/u.test(number);
}

function isAmount(text: string, most: number, step: number): boolean {
  return /^\d{1,4}(\.\d)?$/.test(text) && Number(text) <= most && Number(text) % step === 0;
}

export function homeIds(choice: string | undefined, unit: string | undefined) {
  const [plan, unitOfPlan] = choice?.split('.') ?? [];
  return { floor_plan_id: plan, unit_id: unit ?? unitOfPlan };
}

export function moveInProblem(
  date: string | undefined,
  today: CalendarDate,
  { rules }: RuleTexts,
): string | undefined {
  if (date === undefined) return undefined;
  if (!isCalendarDate(date)) return rules.moveInNotADay;
  if (date < today) return rules.moveInPassed;
  if (date > yearsAfter(today, 5)) return rules.moveInTooLate;
  return undefined;
}
