import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { fill } from '#lib/language/texts.ts';
import { statusAddress } from '#lib/lead/form-place.ts';
import { type LeadFormState, pickValues } from '#lib/lead/form-state.ts';
import { pauseBeforeNextTry, type SendAnswer, type Trouble } from '#lib/lead/send-answer.ts';
import type { LeadAction, PublicForm } from './form-props.ts';
import { provingOn } from './prove.ts';
import { byAction, byEndpoint, type Road } from './send-lead.ts';

/** A form that is on its way but did not get an answer: it is sent again as it was, with its submission id. */
interface Waiting {
  form: FormData;
  trouble: Trouble;
  tries: number;
  pauseMs: number;
}

/** Why it is not sent again by itself. */
type Stopped = 'changed' | 'cancelled';

export interface Sending {
  sending: boolean;
  /** The server asked for work that shows that this is no program, and it is being done. */
  proving: boolean;
  /** Why it waits, until there is an answer or it was stopped. */
  trouble: Trouble | undefined;
  stopped: Stopped | undefined;
  send: (state: LeadFormState, form: FormData) => void;
  stop: (reason: Stopped) => void;
}

/** Sends a form until there is an answer, unless the person changes an answer or decides otherwise. */
export function useSending(
  published: PublicForm,
  action: LeadAction,
  answered: (state: LeadFormState) => void,
): Sending {
  // Not a transition: React ends those together, and a server action that hangs would hold this one open.
  const [sending, setSending] = useState(false);
  const [proving, setProving] = useState(false);
  const [waiting, setWaiting] = useState<Waiting>();
  const [stopped, setStopped] = useState<Stopped>();
  const [, fail] = useState<never>();
  const hadTrouble = useRef(false);
  /** Also while a try is under way, which nothing can call back. */
  const stopping = useRef<Stopped>(undefined);

  const settle = useCallback(
    (answer: LeadFormState | SendAnswer, form: FormData, tries: number) => {
      hadTrouble.current = 'trouble' in answer;
      if ('trouble' in answer) {
        setStopped(stopping.current);
        if (stopping.current) return setWaiting(undefined);
        const pauseMs = pauseBeforeNextTry(tries, Math.random(), answer.askedPauseMs);
        return setWaiting({ form, trouble: answer.trouble, tries, pauseMs });
      }
      setWaiting(undefined);
      const sent = Object.fromEntries(form) as Record<string, string>;
      if ('receipt' in answer) return location.assign(statusAddress(answer.receipt, sent));
      if ('values' in answer) return answered(answer);
      answered({ values: pickValues(sent), ...problemsOf(answer, published) });
    },
    [published, answered],
  );

  const attempt = useCallback(
    async (road: Road, form: FormData, tries: number) => {
      setSending(true);
      try {
        settle(await provingOn(road, setProving)(form), form, tries);
        setSending(false);
      } catch (error) {
        // Next leads to the status page with an error that React has to be given, together with that page.
        startTransition(() => {
          fail(() => {
            throw error;
          });
        });
      }
    },
    [settle],
  );

  const send = (state: LeadFormState, form: FormData) => {
    stopping.current = undefined;
    setStopped(undefined);
    const { slug } = published;
    // A server action that got no answer may still stand in the way of the next one.
    attempt(hadTrouble.current ? byEndpoint(slug) : byAction(slug, action, state), form, 1);
  };

  useEffect(() => {
    if (!waiting || sending) return;
    const { form, tries, pauseMs } = waiting;
    const again = () => {
      attempt(byEndpoint(published.slug), form, tries + 1);
    };
    const timer = setTimeout(again, pauseMs);
    addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', again);
    };
  }, [waiting, sending, attempt, published.slug]);

  const stop = (reason: Stopped) => {
    if (sending) stopping.current = reason;
    else if (waiting) {
      setWaiting(undefined);
      setStopped(reason);
    }
  };
  return { sending, proving, trouble: waiting?.trouble, stopped, send, stop };
}

type Settled = Exclude<SendAnswer, { receipt: string } | { trouble: Trouble }>;

function problemsOf(answer: Settled, { phone, texts }: PublicForm): Omit<LeadFormState, 'values'> {
  if (!('refusal' in answer)) return answer;
  if (answer.refusal === 'tooLong') return { fieldErrors: {}, formErrors: [texts.keeping.tooLong] };
  const { notSent, notSentCall } = texts.problems;
  return { fieldErrors: {}, formErrors: [phone ? fill(notSentCall, { phone }) : notSent] };
}
