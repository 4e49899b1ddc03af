import { type CalendarDate, daysAfter, isCalendarDate } from '../lead/calendar-date.ts';
import type { Days } from './source-report.ts';

export const presets = [7, 30, 90] as const;
const usual = 30;

/**
 * Which days somebody wants to see: `from` and `to`, in whichever order, or the last so many `days`, today included.
 * @param today where it is latest
 */
export function readDays(query: Record<string, string | string[] | undefined>, today: CalendarDate): Days {
  const read = (name: string) => {
    const value = query[name];
    return typeof value === 'string' && isCalendarDate(value) && isOfOurTime(value) ? value : undefined;
  };
  const [from, to] = [read('from'), read('to')];
  if (from && to) return from <= to ? { from, to } : { from: to, to: from };
  const count = presets.find((days) => String(days) === query.days) ?? usual;
  if (from) return from <= today ? { from, to: today } : { from: today, to: from };
  const last = to ?? today;
  return { from: daysAfter(last, 1 - count), to: last };
}

/** Days far from these have years of more digits, or fewer, a day earlier or later. */
const isOfOurTime = (day: CalendarDate) => day >= '2000' && day < '2200';
