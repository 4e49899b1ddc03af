import { type Language, type Speech, textsIn } from '#lib/language/languages.ts';
import { languageButton } from '#lib/lead/form-state.ts';
import { formId } from './form-props.ts';

interface Props {
  languages: readonly Language[];
  speech: Speech;
  /** What else the address says, from the second name on. */
  suffix: string;
}

/**
 * Buttons of the form, not links: the browser sends what was typed along, and the page comes back with it in the other
 * language, with and without JavaScript.
 */
export function LanguageSwitch({ languages, speech: { language: present, texts }, suffix }: Props) {
  if (languages.length < 2) return null;
  return (
    <fieldset className="flex flex-wrap gap-x-4 text-sm">
      <legend className="sr-only">{texts.page.chooseLanguage}</legend>
      {/* Return in a field presses the first button of a form, which would be one of these. */}
      <button type="submit" form={formId} tabIndex={-1} aria-hidden="true" className="sr-only" />
      {languages.map((code) =>
        code === present ? (
          <span
            key={code}
            lang={code}
            aria-current="true"
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {textsIn(code).name}
          </span>
        ) : (
          <button
            key={code}
            type="submit"
            form={formId}
            name={languageButton}
            value={code}
            formAction={`?lang=${code}${suffix}`}
            lang={code}
            className="min-h-11 text-accent-ink underline underline-offset-4"
          >
            {textsIn(code).name}
          </button>
        ),
      )}
    </fieldset>
  );
}
