import type { ComponentProps } from 'react';
import { describedBy, FieldError, Hint } from './field-messages.tsx';
import type { FieldProps } from './form-props.ts';

type Props = FieldProps & {
  label: string;
  hint?: string;
  /** Shown inside the box, before what is typed. */
  prefix?: string;
  /** For short answers: a box as wide as the page asks for as much text. */
  narrow?: boolean;
} & Pick<
    ComponentProps<'input'>,
    'type' | 'inputMode' | 'autoComplete' | 'autoCapitalize' | 'min' | 'spellCheck'
  >;

export function TextField({ name, form, label, hint, prefix, narrow, ...input }: Props) {
  const error = form.error(name);
  return (
    <div>
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <Hint name={name}>{hint}</Hint>
      <div className={`relative mt-1.5 ${narrow ? 'sm:max-w-64' : ''}`}>
        {prefix && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 left-4 grid items-center text-muted"
          >
            {prefix}
          </span>
        )}
        <input
          type="text"
          {...input}
          {...form.register(name)}
          id={name}
          defaultValue={form.values[name] ?? ''}
          aria-invalid={Boolean(error)}
          aria-describedby={describedBy(name, hint, error)}
          className={prefix ? 'control pl-8' : 'control'}
        />
      </div>
      <FieldError name={name} message={error} />
    </div>
  );
}

export function MessageField({ name, form, label, hint }: FieldProps & { label: string; hint?: string }) {
  const error = form.error(name);
  return (
    <div>
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <Hint name={name}>{hint}</Hint>
      <textarea
        {...form.register(name)}
        id={name}
        rows={4}
        defaultValue={form.values[name] ?? ''}
        aria-invalid={Boolean(error)}
        aria-describedby={describedBy(name, hint, error)}
        className="control mt-1.5 block"
      />
      <FieldError name={name} message={error} />
    </div>
  );
}
