import type { Texts } from '#lib/language/texts.ts';

/** Beside the form where there is room; a phone's screen belongs to the form. */
export function WhatHappensNext({ texts }: { texts: Pick<Texts['page'], 'whatHappensNext' | 'steps'> }) {
  return (
    <section aria-labelledby="next-steps" className="mt-12 hidden border-line border-t pt-8 lg:block">
      <h2 id="next-steps" className="font-semibold">
        {texts.whatHappensNext}
      </h2>
      <ol className="mt-5 space-y-5">
        {texts.steps.map(([title, detail], index) => (
          <li key={title} className="flex gap-4">
            <span
              aria-hidden="true"
              className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-wash font-display text-accent-ink"
            >
              {index + 1}
            </span>
            <span>
              <span className="block font-medium">{title}</span>
              <span className="block text-muted">{detail}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
