import type { CalendarDate } from '../lead/calendar-date.ts';
import type { OwnPlace } from '../lead/form-place.ts';

/** What is counted together, see `countedAs`. */
export interface CountedName {
  source: string;
  campaign: string;
  /** A source of the property, or none at all: nobody can invent these. */
  isOwn: boolean;
}

export interface VisitSum extends CountedName {
  day: CalendarDate;
  slug: string;
  place: OwnPlace;
  /** May be negative: a view that was moved may have been counted, and written, elsewhere. */
  views: number;
  starts: number;
}

/** Of one property and day. Strangers can invent names, and every name is a row for good. */
export const mostNames = 300;
/** Under what the rest is counted. */
export const otherName = '(other)';

/** How a name is counted when a day has too many: the property's own sources stay apart, and only their campaigns do not. */
export function asOther({ source, campaign, isOwn }: CountedName): CountedName {
  if (!isOwn) return { source: otherName, campaign: '', isOwn };
  return { source, campaign: campaign && otherName, isOwn };
}

export const nameKey = ({ source, campaign }: CountedName) => JSON.stringify([source, campaign]);

/** What has been counted and not yet written. */
export interface VisitSums {
  add(sum: VisitSum): void;
  /** Hands out everything, and begins at nothing. */
  take(): VisitSum[];
}

/** @param most sums kept while they cannot be written; what is new beyond is not counted */
export function createVisitSums(most = 20_000): VisitSums {
  let sums = new Map<string, VisitSum>();
  let namesOf = new Map<string, Set<string>>();

  const nameOf = (sum: VisitSum): CountedName => {
    const ofDay = `${sum.day} ${sum.slug}`;
    const names = namesOf.get(ofDay) ?? new Set();
    namesOf.set(ofDay, names);
    const key = nameKey(sum);
    if (!names.has(key) && names.size >= mostNames) return asOther(sum);
    names.add(key);
    return sum;
  };

  return {
    add(sum) {
      const { source, campaign, isOwn } = nameOf(sum);
      const key = JSON.stringify([sum.day, sum.slug, source, campaign, sum.place]);
      const known = sums.get(key);
      if (known) {
        known.views += sum.views;
        known.starts += sum.starts;
      } else if (sums.size < most) sums.set(key, { ...sum, source, campaign, isOwn });
    },
    take() {
      const all = [...sums.values()].filter(({ views, starts }) => views !== 0 || starts !== 0);
      sums = new Map();
      namesOf = new Map();
      return all;
    },
  };
}
