import { plainButton } from '#components/staff/buttons.ts';
import type { SnippetChoices } from '#lib/embed/snippet.ts';
import { textsIn } from '#lib/language/languages.ts';
import type { Property } from '#lib/property/property.ts';

interface Props {
  property: Property;
  choices: SnippetChoices;
}

const kinds = [
  ['frame', 'In the page'],
  ['popup', 'Pop-up behind a link'],
  ['button', 'Floating button'],
] as const;
const schemes = [
  ['', 'As the property has it'],
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['auto', 'As the visitor’s device'],
] as const;

/** A plain form that asks for the same page with another snippet. */
export function SnippetChoicesForm({ property: { slug, locales, sources }, choices }: Props) {
  return (
    <form method="get" action={`/staff/properties/${slug}#snippet`} className="mt-5">
      <fieldset>
        <legend className="font-medium text-sm">How it is shown</legend>
        <div className="mt-1.5 flex flex-wrap gap-2">
          {kinds.map(([kind, words]) => (
            <label key={kind} className="choice">
              <input type="radio" name="kind" value={kind} defaultChecked={choices.kind === kind} />
              {words}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="mt-4 grid gap-3 sm:grid-cols-3">
        {locales.length > 1 && (
          <Choice name="lang" label="Language" value={choices.language}>
            {[['', 'As the visitor’s browser'], ...locales.map((code) => [code, textsIn(code).name])]}
          </Choice>
        )}
        <Choice name="theme" label="Colors" value={choices.scheme}>
          {schemes}
        </Choice>
        {sources.length > 0 && (
          <Choice name="source" label="Lead source" value={choices.source}>
            {[['', 'The default'], ...sources.map(({ alias }) => [alias, alias])]}
          </Choice>
        )}
      </div>
      <button type="submit" className={`${plainButton} mt-4`}>
        Show the snippet
      </button>
    </form>
  );
}

function Choice({
  name,
  label,
  value,
  children,
}: {
  name: string;
  label: string;
  value: string | undefined;
  children: readonly (readonly (string | undefined)[])[];
}) {
  return (
    <div className="min-w-0">
      <label htmlFor={name} className="font-medium text-sm">
        {label}
      </label>
      <select id={name} name={name} defaultValue={value ?? ''} className="control mt-1">
        {children.map(([choice = '', words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
