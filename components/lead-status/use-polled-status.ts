import { useEffect, useState } from 'react';

/** Times in epoch milliseconds. */
export interface ShownStatus {
  state: 'received' | 'delivered' | 'needs_staff';
  receivedAt: number;
  deliveredAt: number | undefined;
}

/** Seconds between questions: a calm lead is delivered within the first few, a late one is asked for ever less often. */
const pauses = [1, 1, 1, 2, 2, 3, 5, 8, 13, 21, 30];
const longestPause = 60;
/** Milliseconds after which a question counts as lost. */
const longestAnswer = 15_000;

/** The status now and as it changes; asks until it is final, and not while nobody is looking. */
export function usePolledStatus(receipt: string, initial: ShownStatus): ShownStatus {
  const [status, setStatus] = useState(initial);
  // What waits for a person of the team may still be delivered.
  const final = status.state === 'delivered';

  useEffect(() => {
    if (final) return;
    let timer: ReturnType<typeof setTimeout>;
    let asked = 0;
    let asking = false;
    let stopped = false;
    const ask = async () => {
      asking = true;
      const answer = document.hidden ? undefined : await fetchStatus(receipt);
      asking = false;
      if (stopped) return;
      if (answer) setStatus(answer);
      timer = setTimeout(ask, (pauses[asked++] ?? longestPause) * 1_000);
    };
    const askOnReturn = () => {
      if (document.hidden || asking) return;
      clearTimeout(timer);
      asked = 0;
      ask();
    };
    timer = setTimeout(ask, 700);
    document.addEventListener('visibilitychange', askOnReturn);
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', askOnReturn);
    };
  }, [receipt, final]);

  return status;
}

/** undefined when the question got no answer: it is asked again later. */
async function fetchStatus(receipt: string): Promise<ShownStatus | undefined> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), longestAnswer);
  try {
    const response = await fetch(`/api/status/${receipt}`, { signal: patience.signal, cache: 'no-store' });
    if (!response.ok) return undefined;
    const { state, received_at, delivered_at } = await response.json();
    return {
      state,
      receivedAt: Date.parse(received_at),
      deliveredAt: delivered_at ? Date.parse(delivered_at) : undefined,
    };
  } catch (error) {
    // Offline, too slow, or a proxy's own page: the next question may fare better.
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException)
      return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
