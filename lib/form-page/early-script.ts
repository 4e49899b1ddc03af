import { readPrefill } from '../attribution/read-prefill.ts';
import { mergeVisit } from '../embed/merge-visit.ts';
import { talkToParent } from '../embed/talk-to-parent.ts';
import { keepDraft } from './keep-draft.ts';
import { prefillForm } from './prefill-form.ts';
import { rememberFirstTouch } from './remember-first-touch.ts';
import { sayWhenBlocked } from './say-when-blocked.ts';
import { startOnFirstTouch } from './start-on-first-touch.ts';
import { waitForConnection } from './wait-for-connection.ts';

/** A function and what it is called with: other functions. */
type Part = readonly [(...given: never[]) => void, ...unknown[]];

/**
 * What runs in the form page before its framework does, in this order. Each part is a function of a file of its own that
 * is sent to the browser as its source, with what it is called with: it may use nothing but what is inside of it and what
 * a browser has. (Not `typeof window`: the build knows that it builds for a server, and answers that itself.)
 */
const formParts: Part[] = [
  [keepDraft],
  [prefillForm, readPrefill],
  [waitForConnection],
  [rememberFirstTouch],
  [startOnFirstTouch],
];
const frameParts: Part[] = [[talkToParent, mergeVisit]];
const framedFormParts: Part[] = [[sayWhenBlocked]];

/** By this id the parts find the element of their script, with what the page tells them in its `data-` attributes. */
export const earlyScriptId = 'early';

/** The page's one inline script. It stands behind the form, so the parts find all of it. */
export function earlyScript({ hasForm, isFramed }: { hasForm: boolean; isFramed: boolean }): string {
  const parts = [
    ...(hasForm ? formParts : []),
    ...(isFramed ? frameParts : []),
    ...(hasForm && isFramed ? framedFormParts : []),
  ];
  return parts.map(([part, ...given]) => `(${part})(${given})`).join(';');
}
