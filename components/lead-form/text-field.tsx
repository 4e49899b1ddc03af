import type { ComponentProps, ReactNode } from 'react';
import { autofill } from '#lib/lead/autofill.ts';
import { needed } from '#lib/lead/schema.ts';
import { describedBy, FieldError, Hint } from './field-messages.tsx';
import type { FieldProps } from './form-props.ts';

type Props = FieldProps & {
  label: string;
  hint?: string;
  /** Shown inside the box, before what is typed. */
  prefix?: string;
  /** For short answers: a box as wide as the page asks for as much text. */
  narrow?: boolean;
} & Pick<ComponentProps<'input'>, 'type' | 'inputMode' | 'autoCapitalize' | 'min' | 'spellCheck'>;

export function TextField({ name, form, label, hint, prefix, narrow, ...input }: Props) {
  return (
    <Labelled name={name} form={form} label={label} hint={hint}>
      <div className={`relative ${narrow ? 'sm:max-w-64' : ''}`}>
        {prefix && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 start-4 grid items-center text-muted"
          >
            {prefix}
          </span>
        )}
        <input
          type="text"
          {...input}
          {...control({ name, form }, hint)}
          className={prefix ? 'control ps-8' : 'control'}
        />
      </div>
    </Labelled>
  );
}

export function MessageField({ name, form, label, hint }: FieldProps & { label: string; hint?: string }) {
  return (
    <Labelled name={name} form={form} label={label} hint={hint}>
      <textarea {...control({ name, form }, hint)} rows={4} className="control block" />
    </Labelled>
  );
}

/** The name above a box, and what is said about it. */
function Labelled(props: FieldProps & { label: string; hint: string | undefined; children: ReactNode }) {
  const { name, form, label, hint, children } = props;
  return (
    <div>
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <Hint name={name}>{hint}</Hint>
      <div className="mt-1.5">{children}</div>
      <FieldError name={name} message={form.error(name)} prefix={form.texts.page.errorPrefix} />
    </div>
  );
}

/** What ties a box to the form, its value, its hint and its error. */
function control({ name, form }: FieldProps, hint?: string) {
  const error = form.error(name);
  return {
    ...form.register(name),
    id: name,
    defaultValue: form.values[name] ?? '',
    autoComplete: autofill[name],
    // Not `required`: a reader's software would call an empty box wrong before anything was sent.
    'aria-required': needed.has(name) || undefined,
    'aria-invalid': Boolean(error),
    'aria-describedby': describedBy(name, hint, error),
  };
}
