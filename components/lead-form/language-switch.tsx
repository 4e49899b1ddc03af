import { languageButton } from '#lib/lead/form-state.ts';
import { formId } from './form-props.ts';

interface Props {
  /** Of the group, for screen readers. */
  label: string;
  languages: { code: string; name: string }[];
  present: string;
}

/**
 * Buttons of the form, not links: the browser sends what was typed along, and the page comes back with it in the other
 * language, with and without JavaScript.
 */
export function LanguageSwitch({ label, languages, present }: Props) {
  if (languages.length < 2) return null;
  return (
    <fieldset className="flex flex-wrap gap-x-4 text-sm">
      <legend className="sr-only">{label}</legend>
      {/* Return in a field presses the first button of a form, which would be one of these. */}
      <button type="submit" form={formId} tabIndex={-1} aria-hidden="true" className="sr-only" />
      {languages.map(({ code, name }) =>
        code === present ? (
          <span
            key={code}
            lang={code}
            aria-current="true"
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {name}
          </span>
        ) : (
          <button
            key={code}
            type="submit"
            form={formId}
            name={languageButton}
            value={code}
            formAction={`?lang=${code}`}
            lang={code}
            className="min-h-11 text-accent-ink underline underline-offset-4"
          >
            {name}
          </button>
        ),
      )}
    </fieldset>
  );
}

export function isLanguageSwitch(event: Event): boolean {
  const { submitter } = event as SubmitEvent;
  return submitter instanceof HTMLButtonElement && submitter.name === languageButton;
}
