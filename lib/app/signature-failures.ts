/**
 * Webhooks that came with a wrong signature, as this process saw them. Next evaluates a module once for each bundle, so
 * the record is kept on the global object.
 */
interface Record {
  total: number;
  /** Epoch milliseconds, the oldest first; the newest are enough to tell that there were too many. */
  recent: number[];
}

const key = Symbol.for('guestcard.signature-failures');
const shared = globalThis as { [key]?: Record };
shared[key] ??= { total: 0, recent: [] };
const record = shared[key];

const remembered = 1_000;

/** For the webhook route: a message was turned away because its signature is wrong or missing. */
export function noteSignatureFailure(now = Date.now()): void {
  record.total += 1;
  record.recent.push(now);
  if (record.recent.length > remembered) record.recent.shift();
}

/** Since this process started. */
export function signatureFailures(): number {
  return record.total;
}

/** In the last hour, times the time scale; at most 1,000 are counted. */
export function signatureFailuresInLastHour(timeScale = 1, now = Date.now()): number {
  const since = now - 60 * 60_000 * timeScale;
  return record.recent.filter((moment) => moment > since).length;
}
