import type { Happening } from '#lib/staff/timeline.ts';
import { When } from './when.tsx';

export function Timeline({
  happenings,
  now,
  timeZone,
}: {
  happenings: Happening[];
  now: number;
  timeZone: string;
}) {
  return (
    <section
      aria-labelledby="history"
      className="rounded-2xl border border-line bg-surface p-5 shadow-sm sm:p-6"
    >
      <h2 id="history" className="font-semibold text-xl">
        What happened
      </h2>
      <ol className="mt-4 space-y-4 border-line border-s-2 ps-4">
        {happenings.map(({ at, what, raw }, index) => (
          <li key={`${index} ${at}`}>
            <p>{what}</p>
            {raw && (
              <p className="mt-1 whitespace-pre-wrap break-words rounded-md bg-canvas px-2 py-1 font-mono text-sm">
                {raw}
              </p>
            )}
            <p className="text-muted text-sm">
              <When time={at} now={now} timeZone={timeZone} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
