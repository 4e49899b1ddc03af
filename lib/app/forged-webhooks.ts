/**
 * Webhook messages without a right signature, counted in this process for whoever watches it: more than ten in an hour
 * are an alarm (a secret that was changed on one side only, or somebody trying). On the global object, because Next
 * evaluates a module once for each bundle.
 */
interface ForgedWebhooks {
  /** Since the process started. */
  total: number;
  /** When the latest came, on the monotonic clock; beyond a thousand the exact number says nothing more. */
  latest: number[];
}

const hour = 60 * 60_000;
const mostKept = 1_000;
const key = Symbol.for('guestcard.forged-webhooks');
const shared = globalThis as { [key]?: ForgedWebhooks };
shared[key] ??= { total: 0, latest: [] };
const forged = shared[key];

/** @param now milliseconds on the monotonic clock */
export function countForgedWebhook(now = performance.now()): void {
  forged.total += 1;
  forged.latest = [...recent(now), now].slice(-mostKept);
}

/** @param now milliseconds on the monotonic clock */
export function forgedWebhooks(now = performance.now()): { total: number; lastHour: number } {
  return { total: forged.total, lastHour: recent(now).length };
}

function recent(now: number): number[] {
  return forged.latest.filter((moment) => now - moment < hour);
}
