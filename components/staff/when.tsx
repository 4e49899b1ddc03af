import { ago, timeIn } from '#lib/staff/ago.ts';

/** A moment at the property, and how long ago that was. */
export function When({ time, now, timeZone }: { time: number; now: number; timeZone: string }) {
  return (
    <time dateTime={new Date(time).toISOString()}>
      {timeIn(timeZone, time)} <span className="whitespace-nowrap">({ago(time, now)})</span>
    </time>
  );
}
