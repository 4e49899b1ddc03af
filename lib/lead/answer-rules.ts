import { z } from 'zod';
import { type CalendarDate, isCalendarDate, yearsAfter } from './calendar-date.ts';
import { cleanAddress, cleanLine, cleanText } from './clean-text.ts';
import { dollarsToCents } from './money.ts';

/** The rule of each kind of answer: text as typed in, the answer out, and words that say what to do. */

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

export const optionalLine = (most: number, what: string) =>
  line(most, what).transform(blankToAbsent).optional();

export const name = (which: 'first' | 'last') =>
  line(100, which === 'first' ? 'Your first name' : 'Your last name')
    .refine((text) => /[^\p{C}\p{Z}]/u.test(text), { error: `Enter your ${which} name` })
    // An absent field is the same to a person as an empty one.
    .prefault('');

export const email = line(254, 'Your email address', cleanAddress)
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
export const phone = line(60, 'Your phone number', cleanAddress)
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

export const phoneType = z
  .string()
  .transform((text) => blankToAbsent(text.trim().toUpperCase()))
  .pipe(z.enum(['FAX', 'HOME', 'MOBILE', 'WORK'], { error: 'Choose mobile, home, work or fax' }).optional())
  .optional();

export const amount = (what: string, most: number, step: 1 | 0.5) =>
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

export const budget = line(60, 'Your budget')
  .refine((text) => text === '' || (dollarsToCents(text) ?? Number.POSITIVE_INFINITY) <= 10_000_000, {
    error: 'Enter your budget in dollars a month, like $1,800',
  })
  .transform((text) => (text === '' ? undefined : dollarsToCents(text)))
  .optional();

export const moveIn = z
  .string()
  .transform((text) => blankToAbsent(text.trim()))
  .optional();

export function moveInProblem(date: string | undefined, today: CalendarDate): string | undefined {
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
export const ticked = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .refine((text) => yes.includes(text) || no.includes(text), { error: 'Answer yes or no' })
  .transform((text) => yes.includes(text))
  .prefault('');

/** An opaque id of Propexo. */
export const id = z
  .string()
  .transform((text) => text.trim())
  .refine((text) => /^[\w-]{0,64}$/.test(text), { error: 'Choose one from the list' })
  .transform(blankToAbsent)
  .optional();

const tooLong = (issue: { input?: unknown }) =>
  `Your message has ${String(issue.input).length.toLocaleString('en-US')} characters; shorten it to 2,000`;
export const notes = z
  .string()
  .refine((text) => text.length <= 8_000, { error: tooLong, abort: true })
  .transform(cleanText)
  .refine((text) => text.length <= 2_000, { error: tooLong })
  .transform(blankToAbsent)
  .optional();
