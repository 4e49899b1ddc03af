const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Every duration of the protocol, before `DELIVERY_TIME_SCALE`. */
export const durations = {
  fence: 5 * second,
  lease: 120 * second,
  connectTimeout: 5 * second,
  sendTimeout: 30 * second,
  /** What must be left of the lease beyond the time-out when a send begins. */
  leaseReserve: 10 * second,
  shutdownGrace: 35 * second,
  /** How long a replica that was asked to end still takes requests, until every balancer has noticed. */
  drain: 5 * second,
};

/** Below these a scaled duration would say more about the machine than about the protocol. */
const floors: Partial<Record<keyof typeof durations, number>> = {
  fence: 250,
  lease: 5 * second,
  connectTimeout: second,
  sendTimeout: second,
  shutdownGrace: 5 * second,
  drain: second,
};

export function scaled(duration: keyof typeof durations, timeScale: number): number {
  return Math.max(durations[duration] * timeScale, floors[duration] ?? 0);
}

/** Waits between sends of what was surely not applied; after the last one the same wait again. */
export const retryWaits = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
] as const;
export const retryUntil = 72 * hour;

/** Waits between harmless questions to an integration whose circuit is open. */
export const probeWaits = [10 * second, 30 * second, minute, 2 * minute] as const;

/** A lead that cannot be put together is looked at again after this: a repair needs a person. */
export const putOffUnreadable = 5 * minute;

/** From here on, what is still open is in front of staff. */
export const staffNoticeAfter = 15 * minute;

/** Moments at which to look, counted from the beginning of the state; then regularly until the end. */
interface Lookouts {
  at: readonly number[];
  thenEvery: number;
  until: number;
}

/** Asking write-status about an accepted job. */
export const followUps: Lookouts = {
  at: [2, 5, 10, 20, 40, 60, 120, 300].map((seconds) => seconds * second),
  thenEvery: 15 * minute,
  until: 24 * hour,
};

/** Looking for a lead whose send has an unknown outcome. */
export const reconciles: Lookouts = {
  at: [5, 15, 30, 60, 120, 300, 600, 900].map((seconds) => seconds * second),
  thenEvery: hour,
  until: 26 * hour,
};

/**
 * Looking for a lead that was answered with 503, before it is sent again: only a search at `lastAbsenceSearch` or later
 * counts as proof, because a job that Propexo took nevertheless shows itself when it is done.
 */
export const absenceSearches: Lookouts = {
  at: [5, 30, 120].map((seconds) => seconds * second),
  thenEvery: 5 * minute,
  until: Number.POSITIVE_INFINITY,
};
export const lastAbsenceSearch = 120 * second;

/** The wait before try number `step` (from 0) in milliseconds. */
export function waitOf(waits: readonly number[], step: number, timeScale: number): number {
  return (waits[Math.min(step, waits.length - 1)] ?? 0) * timeScale;
}

/** Full jitter: anywhere between now and the whole wait, so that a queue does not come back as one crowd. */
export function withFullJitter(wait: number, random: () => number): number {
  return wait * random();
}

/**
 * How long from now to the next look, in milliseconds; undefined when no more are due.
 * @param elapsed milliseconds since the state began. Looks that were missed meanwhile are not caught up.
 */
export function untilNextLook(lookouts: Lookouts, elapsed: number, timeScale: number): number | undefined {
  const since = elapsed / timeScale;
  if (since >= lookouts.until) return undefined;
  const last = lookouts.at.at(-1) ?? 0;
  const next =
    lookouts.at.find((moment) => moment > since) ??
    last + (Math.floor((since - last) / lookouts.thenEvery) + 1) * lookouts.thenEvery;
  return (Math.min(next, lookouts.until) - since) * timeScale;
}
