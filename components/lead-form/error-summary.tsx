import type { RefObject } from 'react';
import type { OwnPlace } from '#lib/lead/form-place.ts';
import type { LeadFormState } from '#lib/lead/form-state.ts';
import type { AnswerName } from '#lib/lead/schema.ts';

interface Props {
  summaryRef: RefObject<HTMLElement | null>;
  fieldErrors: LeadFormState['fieldErrors'];
  /** The names of the fields as they follow each other on the page. */
  order: readonly AnswerName[];
  formErrors: string[];
  heading: string;
  place: OwnPlace;
}

/** What is wrong, in one place that takes the focus, with a link to each field (after GOV.UK's error summary). */
export function ErrorSummary({ summaryRef, fieldErrors, order, formErrors, heading, place }: Props) {
  // Also what is wrong with a field that is not shown: somebody has to say it.
  const names = new Set([...order, ...(Object.keys(fieldErrors) as AnswerName[])]);
  const wrong = [...names].flatMap((name) => (fieldErrors[name] ? [[name, fieldErrors[name]] as const] : []));
  if (wrong.length === 0 && formErrors.length === 0) return null;
  return (
    <section
      ref={summaryRef}
      tabIndex={-1}
      // Without JavaScript the browser itself moves the focus here; in a frame it refuses to, aloud.
      // biome-ignore lint/a11y/noAutofocus: only after a failed submit, where the focus belongs on the problem.
      autoFocus={place === 'page'}
      aria-labelledby="problem"
      className="mb-7 rounded-xl border-2 border-danger bg-danger-wash p-5"
    >
      <div role="alert">
        <h2 id="problem" className="font-semibold text-lg">
          {heading}
        </h2>
        <ul className="mt-2 space-y-1">
          {formErrors.map((message) => (
            <li key={message}>{message}</li>
          ))}
          {wrong.map(([name, message]) => (
            <li key={name}>
              <a
                href={`#${name}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(name);
                }}
                className="inline-block py-1 font-medium text-danger underline underline-offset-4"
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** The question comes into view with its field: a field alone says little. */
function focusField(name: AnswerName): void {
  const field = document.getElementById(name);
  field?.closest('details')?.setAttribute('open', '');
  const question = field?.closest('fieldset') ?? document.querySelector(`label[for="${name}"]`);
  question?.scrollIntoView({ block: 'start' });
  field?.focus({ preventScroll: true });
}
