import type { LeadFormState } from './form-state.ts';

/** Why there is no answer of ours: each has a sentence in the texts' `keeping`. */
export type Trouble = 'offline' | 'noAnswer' | 'unavailable' | 'busy';

/** What came of sending a form over the plain endpoint. */
export type SendAnswer =
  | { receipt: string }
  | Pick<LeadFormState, 'fieldErrors' | 'formErrors' | 'challenge'>
  /** Nothing that trying again would change: `tooLong` for whatever stands in between. */
  | { refusal: 'tooLong' | 'notSent' }
  /** Worth another try; how long somebody in between asked to wait, in ms. */
  | { trouble: Trouble; askedPauseMs?: number };

const longestAskedPauseMs = 5 * 60_000;
const pausesMs = [2_000, 4_000, 8_000, 15_000, 30_000, 60_000];

/**
 * Tells our own answer from one of somebody in between: a proxy's error page, a café's sign-in page that says 200.
 * @param body parsed JSON; undefined when it was none
 * @param retryAfter the header, in seconds; a date is taken as nothing
 */
export function readAnswer(status: number, body: unknown, retryAfter: string | null = null): SendAnswer {
  const said = ours(body);
  if (status === 201 && said.receipt) return { receipt: said.receipt };
  const { receipt: _, ...problems } = said;
  if (Object.keys(problems.fieldErrors).length > 0 || problems.formErrors.length > 0) return problems;
  if (status === 413) return { refusal: 'tooLong' };
  const isPassing = status < 400 || status === 408 || status === 425 || status === 429 || status >= 500;
  if (!isPassing) return { refusal: 'notSent' };
  const seconds = Number(retryAfter);
  return {
    trouble: status === 429 ? 'busy' : 'unavailable',
    ...(seconds > 0 ? { askedPauseMs: Math.min(seconds * 1_000, longestAskedPauseMs) } : {}),
  };
}

/**
 * How long to wait before the next try, in ms: longer each time, so that a server that comes back is not run over.
 * @param tries how many there were, at least 1
 * @param random from 0 to 1: not everybody at the same moment
 */
export function pauseBeforeNextTry(tries: number, random: number, askedPauseMs = 0): number {
  const pause = pausesMs[Math.min(tries, pausesMs.length) - 1] ?? 0;
  return Math.max(pause, askedPauseMs) * (1 + random / 4);
}

/** What our endpoint says, as far as it is there. */
function ours(
  body: unknown,
): Pick<LeadFormState, 'fieldErrors' | 'formErrors' | 'challenge'> & { receipt?: string } {
  const { receipt, field_errors, form_errors, challenge } = (body ?? {}) as Record<string, unknown>;
  return {
    fieldErrors: field_errors && typeof field_errors === 'object' ? field_errors : {},
    formErrors: Array.isArray(form_errors) ? form_errors.map(String) : [],
    ...(challenge && typeof challenge === 'object'
      ? { challenge: challenge as NonNullable<LeadFormState['challenge']> }
      : {}),
    ...(typeof receipt === 'string' && receipt ? { receipt } : {}),
  };
}
