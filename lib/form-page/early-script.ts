import { readPrefill } from '../attribution/read-prefill.ts';
import { keepDraft } from './keep-draft.ts';
import { prefillForm } from './prefill-form.ts';
import { rememberFirstTouch } from './remember-first-touch.ts';
import { startOnFirstTouch } from './start-on-first-touch.ts';
import { waitForConnection } from './wait-for-connection.ts';

/**
 * What runs in the form page before its framework does, in this order. Each part is a function of a file of its own that
 * is sent to the browser as its source, with what it is called with: it may use nothing but what is inside of it and what
 * a browser has. (Not `typeof window`: the build knows that it builds for a server, and answers that itself.)
 */
const parts = [
  [keepDraft],
  [prefillForm, readPrefill],
  [waitForConnection],
  [rememberFirstTouch],
  [startOnFirstTouch],
] as const satisfies [(...given: never[]) => void, ...unknown[]][];

/** By this id the parts find the element of their script, with what the page tells them in its `data-` attributes. */
export const earlyScriptId = 'early';

/** The page's one inline script. It stands behind the form, so the parts find all of it. */
export function earlyScript(): string {
  return parts.map(([part, ...given]) => `(${part})(${given})`).join(';');
}
