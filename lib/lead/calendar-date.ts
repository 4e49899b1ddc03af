/** A day on the calendar, `YYYY-MM-DD`, without a time and without a time zone. */
export type CalendarDate = string;

/** Whether the text is a day that exists: 2026-02-29 is not one. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 0;
}

/** Which day it is in this IANA time zone at `now` (epoch milliseconds). */
export function dayIn(timeZone: string, now: number): CalendarDate {
  const parts = formatOf(timeZone).formatToParts(now);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than everything else that is done with a form's answers; properties share a few zones. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** The same day so many years later; dates are compared as text. */
export function yearsAfter(day: CalendarDate, years: number): CalendarDate {
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
}

/** The day so many days later, or earlier. */
export function daysAfter(day: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

const dayMs = 24 * 60 * 60_000;

/**
 * When the day begins in this IANA time zone, epoch milliseconds: not always at midnight, where clocks are put forward
 * then; where the day is left out altogether, when the next one begins.
 */
export function startOfDay(timeZone: string, day: CalendarDate): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // No place is further from Greenwich than 14 hours.
  let [before, after] = [midnight - 15 * 60 * 60_000, midnight + 15 * 60 * 60_000 + dayMs];
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2);
    if (dayIn(timeZone, between) < day) before = between;
    else after = between;
  }
  return after;
}
