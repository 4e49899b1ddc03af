/** One measured round: how much was done, and how long each took. */
export interface Round {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
}

/** @param durations milliseconds of each request; @param seconds how long the round took */
export function summarize(durations: number[], seconds: number): Round {
  return {
    perSecond: durations.length / seconds,
    p50: percentile(durations, 0.5),
    p95: percentile(durations, 0.95),
    p99: percentile(durations, 0.99),
  };
}

/** The smallest value that at least this share (0 to 1) of the values does not exceed; NaN of none. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle value; of an even number the mean of the two in the middle; NaN of none. */
export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[half] ?? Number.NaN;
  return ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2;
}

/**
 * The median over the rounds of how many times one is the other. Both of a pair ran next to each other in time, so what
 * else the machine did meanwhile weighs on both.
 */
export function medianRatio(ones: number[], others: number[]): number {
  return median(ones.map((one, round) => one / (others[round] ?? Number.NaN)));
}

/** How many of the sorted moments (epoch milliseconds) lie in the minute that ends at `end`. */
export function inMinuteBefore(moments: number[], end: number): number {
  return moments.filter((moment) => moment > end - 60_000 && moment <= end).length;
}
