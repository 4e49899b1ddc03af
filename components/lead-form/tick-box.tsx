import type { ReactNode } from 'react';
import type { FieldProps } from './form-props.ts';

type Props = FieldProps & { value: string; small?: boolean; children: ReactNode };

/** Ticked sends `value`, unticked sends nothing. */
export function TickBox({ name, form, value, small, children }: Props) {
  return (
    <label
      className={`flex min-h-11 cursor-pointer gap-3 ${small ? 'items-start py-1 text-muted text-sm' : 'items-center'}`}
    >
      <input
        {...form.register(name)}
        type="checkbox"
        id={name}
        value={value}
        defaultChecked={Boolean(form.values[name])}
        className={`size-5 shrink-0 ${small ? 'mt-0.5' : ''}`}
      />
      <span className="min-w-0">{children}</span>
    </label>
  );
}
