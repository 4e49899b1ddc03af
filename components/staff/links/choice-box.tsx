import { FieldError } from '#components/lead-form/field-messages.tsx';

interface Props {
  name: string;
  label: string;
  choices: [value: string, label: string][];
  value: string;
  error: string | undefined;
}

/** One of a list. */
export function ChoiceBox({ name, label, choices, value, error }: Props) {
  return (
    <div>
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <select
        id={name}
        name={name}
        defaultValue={value}
        // React shows a new default only in a new box.
        key={value}
        aria-invalid={Boolean(error)}
        aria-describedby={error ? `${name}-error` : undefined}
        className="control mt-1.5"
      >
        <option value="">Choose a property</option>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
      <FieldError name={name} message={error} prefix="Error: " />
    </div>
  );
}
