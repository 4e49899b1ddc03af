import { type ReactNode, useEffect, useRef, useState } from 'react';
import { inputNames, type ShownGroup } from '#lib/lead/shown-fields.ts';
import type { FieldProps } from './form-props.ts';

interface Props {
  form: FieldProps['form'];
  group: ShownGroup;
  children: ReactNode;
}

/** Questions that open on demand, with and without JavaScript; what was typed or is wrong in them does not stay hidden. */
export function FieldGroup({ form, group, children }: Props) {
  const ref = useRef<HTMLDetailsElement>(null);
  const show = () => {
    if (ref.current) ref.current.open = true;
  };
  const hasSomething = inputNames(group.fields).some((name) => form.values[name] || form.error(name));
  // Once open it stays so: it must not fall shut while somebody mends the last mistake in it.
  const [open, setOpen] = useState(hasSomething);
  if (hasSomething && !open) setOpen(true);
  // The browser may have put back what was typed before the page was left.
  useEffect(() => {
    if (isFilledIn(ref.current)) show();
  }, []);
  return (
    <details ref={ref} open={open} onChange={show} className="group sm:col-span-6">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-2.5 font-medium text-accent-ink [&::-webkit-details-marker]:hidden">
        <span aria-hidden="true" className="group-open:hidden">
          +
        </span>
        <span aria-hidden="true" className="hidden group-open:inline">
          −
        </span>
        <span className="underline decoration-1 underline-offset-4">{group.title}</span>
      </summary>
      <div className="mt-2 mb-2 border-line border-s-2 ps-4 sm:ps-5">{children}</div>
    </details>
  );
}

function isFilledIn(group: HTMLElement | null): boolean {
  const controls = group?.querySelectorAll<HTMLInputElement>('input, textarea') ?? [];
  return [...controls].some(({ type, checked, value }) =>
    type === 'radio' || type === 'checkbox' ? checked && value !== '' : value !== '',
  );
}
