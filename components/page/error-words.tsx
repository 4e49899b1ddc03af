'use client';

import { createContext, type ReactNode } from 'react';

interface Words {
  broken: string;
  brokenText: string;
}

/** An error page is drawn by the browser, which does not know the page's language by itself. */
export const ErrorWords = createContext<Words>({ broken: '', brokenText: '' });

export function GiveErrorWords({ broken, brokenText, children }: Words & { children: ReactNode }) {
  return <ErrorWords value={{ broken, brokenText }}>{children}</ErrorWords>;
}
