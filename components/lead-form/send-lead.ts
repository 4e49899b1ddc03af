import { unstable_rethrow } from 'next/navigation';
import type { LeadFormState } from '#lib/lead/form-state.ts';
import { readAnswer, type SendAnswer } from '#lib/lead/send-answer.ts';
import type { LeadAction } from './form-props.ts';

/** After this long without an answer a try counts as lost. What it sent may have arrived: the next one finds it. */
const patienceMs = 20_000;

/** One way to send a checked form, once. */
export type Road = (form: FormData) => Promise<LeadFormState | SendAnswer>;

/**
 * The server action answers with a redirect to the status page, or with what is wrong. When it cannot be called (an old
 * page after a deploy, a broken connection), the same fields go to the plain endpoint; the submission id in them keeps a
 * lead that did arrive from becoming two.
 */
export function byAction(slug: string, action: LeadAction, state: LeadFormState): Road {
  return async (form) => {
    try {
      return await withPatience((signal) => Promise.race([action(state, form), rejectOn(signal)]));
    } catch (error) {
      unstable_rethrow(error);
      return isTimeout(error) ? { trouble: 'noAnswer' } : byEndpoint(slug)(form);
    }
  };
}

/** The endpoint's address and fields never change. */
export function byEndpoint(slug: string): Road {
  return async (form) => {
    const fields = [...form].filter(([name]) => !name.startsWith('$ACTION'));
    try {
      return await withPatience(async (signal) => {
        const response = await fetch(`/api/leads/${slug}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify(Object.fromEntries(fields)),
          signal,
        });
        const body = parse(await response.text());
        return readAnswer(response.status, body, response.headers.get('retry-after'));
      });
    } catch (error) {
      if (isTimeout(error)) return { trouble: 'noAnswer' };
      // The browser says no more of a request that did not get through.
      if (error instanceof TypeError) return { trouble: navigator.onLine ? 'unavailable' : 'offline' };
      throw error;
    }
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function withPatience<T>(act: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  try {
    return await act(patience.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** A server action cannot be ended from outside, only left alone. */
function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

const isTimeout = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';
