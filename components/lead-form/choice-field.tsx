import { describedBy, FieldError, Hint } from './field-messages.tsx';
import type { FieldProps } from './form-props.ts';

type Props = FieldProps & {
  label: string;
  hint?: string;
  choices: readonly (readonly [value: string, label: string])[];
  /** The choice that says nothing, ticked at first: a radio button cannot be unticked without JavaScript. */
  none: string;
};

export function ChoiceField({ name, form, label, hint, choices, none }: Props) {
  const error = form.error(name);
  const chosen = form.values[name] ?? '';
  const offered = [['', none] as const, ...choices];
  // A value that came another way (an old page, a program) is shown too, or it would be lost with the next submit.
  if (!offered.some(([value]) => value === chosen)) offered.push([chosen, chosen]);
  return (
    <fieldset aria-describedby={describedBy(name, hint, error)}>
      <legend className="font-medium">{label}</legend>
      <Hint name={name}>{hint}</Hint>
      <div className="mt-1.5 flex flex-wrap gap-1.5 sm:gap-2">
        {offered.map(([value, label], index) => (
          <label key={value} className="choice">
            <input
              {...form.register(name)}
              type="radio"
              id={index === 0 ? name : undefined}
              value={value}
              defaultChecked={value === chosen}
            />
            {label}
          </label>
        ))}
      </div>
      <FieldError name={name} message={error} prefix={form.texts.page.errorPrefix} />
    </fieldset>
  );
}
