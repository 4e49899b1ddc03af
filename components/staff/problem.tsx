'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** What went wrong or was done, where the focus goes after a submit: without JavaScript the browser moves it. */
export function Problem({ children, calm = false }: { children: ReactNode; calm?: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [children]);
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
