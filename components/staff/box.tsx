import type { ComponentProps } from 'react';
import { describedBy, FieldError, Hint } from '#components/lead-form/field-messages.tsx';

type Props = ComponentProps<'input'> & {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
};

/** A box with its label, its hint and what is wrong with it. */
export function Box({ name, label, hint, error, ...input }: Props) {
  return (
    <div>
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <Hint name={name}>{hint}</Hint>
      <input
        {...input}
        id={name}
        name={name}
        aria-invalid={Boolean(error)}
        aria-describedby={describedBy(name, hint, error)}
        className="control mt-1.5"
      />
      <FieldError name={name} message={error} prefix="Error: " />
    </div>
  );
}
