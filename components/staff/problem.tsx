'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** What went wrong or was done, where the focus goes after a submit: without JavaScript the browser moves it. */
export function Problem({
  children,
  calm = false,
  answer,
}: {
  children: ReactNode;
  calm?: boolean;
  /** The answer that says so: the same words again are news again. */
  answer?: object;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [children, answer]);
  return (
    <div
      ref={box}
      role={calm ? 'status' : 'alert'}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: only after a submit, where the focus belongs on its outcome.
      autoFocus
      className={`rounded-xl border-2 p-4 ${calm ? 'border-accent-ink bg-accent-wash' : 'border-danger bg-danger-wash'}`}
    >
      {children}
    </div>
  );
}
