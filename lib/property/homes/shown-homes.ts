import { type Counted, fill, fillCounted, type Texts } from '../../language/texts.ts';
import type { CalendarDate } from '../../lead/calendar-date.ts';
import type { OfferedHomes, OfferedPlan, OfferedUnit } from './offered-homes.ts';

/** The homes of a form in the reader's words: a browser gets text only, and writes none of it itself. */
export interface ShownHomes {
  asOf: string;
  plans: ShownPlan[];
}

export interface ShownPlan {
  id: string;
  name: string;
  /** "1 bed · 1 bath · 540–580 sq ft" */
  facts: string;
  rent?: string;
  availability?: string;
  picture?: string;
  units: { id: string; name: string; facts: string }[];
  /** How many more there are. */
  more?: string;
}

/** @param given.units whether units can be chosen, or floor plans only */
export function showHomes(
  homes: OfferedHomes,
  texts: Texts,
  { timeZone, units }: { timeZone: string; units: boolean },
): ShownHomes {
  const words = texts.homes;
  const time = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const number = new Intl.NumberFormat(texts.locale);
  const dollars = new Intl.NumberFormat(texts.locale, {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: 0,
  });
  const date = new Intl.DateTimeFormat(texts.locale, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  const shortDate = new Intl.DateTimeFormat(texts.locale, {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });

  const count = (text: Counted, value: number, values = {}) => fillCounted(texts, text, value, values);
  const dayOf = (day: CalendarDate, format = date) => unbroken(plainSpaces(format.format(Date.parse(day))));
  const money = (cents: number) => plainSpaces(dollars.format(cents / 100));
  const range = ([least, most]: [number, number], write: (value: number) => string) =>
    write(least) === write(most) ? write(least) : `${write(least)}–${write(most)}`;
  const size = (squareFeet: [number, number]) =>
    fill(words.squareFeet, { size: range(squareFeet, (value) => number.format(value)) });

  const availabilityOf = ({ availability }: OfferedPlan) => {
    if (!availability) return undefined;
    const { count: all, now, next } = availability;
    if (all === 0) return words.noneAvailable;
    if (now === all) return count(words.availableNow, all);
    const available = count(words.available, all);
    if (now > 0) return fill(words.someNow, { available, now: number.format(now) });
    return next ? fill(words.availableFrom, { available, date: dayOf(next) }) : available;
  };
  const unitOf = ({ id, number: name, rent, squareFeet, floor, from, now }: OfferedUnit) => ({
    id,
    name: fill(words.unit, { number: name }),
    facts: together(
      rent && money(rent),
      squareFeet && size([squareFeet, squareFeet]),
      floor && fill(words.floor, { floor }),
      from ? fill(words.from, { date: dayOf(from, shortDate) }) : now && words.now,
    ),
  });
  const bedroomsOf = (bedrooms: number) =>
    bedrooms === 0 ? texts.form.studio : count(words.bedrooms, bedrooms);
  const planOf = (plan: OfferedPlan): ShownPlan => {
    const { id, bedrooms, bathrooms, squareFeet, rent, picture } = plan;
    const rooms = bedrooms === undefined ? undefined : bedroomsOf(bedrooms);
    const availability = availabilityOf(plan);
    return {
      id,
      name: plan.name || (rooms ?? ''),
      facts: together(
        plan.name ? rooms : undefined,
        bathrooms !== undefined && count(words.bathrooms, bathrooms),
        squareFeet && size(squareFeet),
      ),
      ...(rent ? { rent: fill(words.rent, { rent: range(rent, money) }) } : {}),
      ...(availability ? { availability } : {}),
      ...(picture ? { picture } : {}),
      units: units ? plan.units.map(unitOf) : [],
      ...(units && plan.more > 0 ? { more: count(words.more, plan.more) } : {}),
    };
  };
  return {
    asOf: fill(words.asOf, { time: plainSpaces(time.format(homes.asOf)) }),
    plans: homes.plans.map(planOf),
  };
}

function together(...parts: (string | number | false | undefined)[]): string {
  return parts.flatMap((part) => (part ? [unbroken(String(part))] : [])).join(' · ');
}

/** "705 sq ft" and "December 1" stay on one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** Intl writes narrow and fixed spaces, which some fonts do not have. */
function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
