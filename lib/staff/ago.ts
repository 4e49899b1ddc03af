const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** "3 minutes", "1 hour", "2 days"; "less than a minute". */
export function duration(milliseconds: number): string {
  const [unit, size] = units.find(([, length]) => milliseconds >= length) ?? [];
  if (!unit || !size) return 'less than a minute';
  const count = Math.floor(milliseconds / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** "3 minutes ago", "a moment ago". */
export function ago(time: number, now: number): string {
  return now - time < 60_000 ? 'a moment ago' : `${duration(now - time)} ago`;
}

/** "Mar 2, 2026, 9:00 AM PST". */
export function timeIn(timeZone: string, time: number): string {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(time);
}
