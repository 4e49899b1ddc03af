/** What a page tells about itself; milliseconds since its navigation began. */
export interface Observed {
  fcp: number;
  lcp: number;
  /** The sum of all shifts without a touch before them: at least what is called CLS. */
  shift: number;
  /** Of every long task, what is beyond 50 ms. */
  blocked: number;
  /** When each key had arrived in the field. */
  keys: number[];
}

declare global {
  interface Window {
    observed: Observed;
  }
}

/** Runs in the page, before anything of its own. */
export function observe(): void {
  const observed: Observed = { fcp: Number.NaN, lcp: Number.NaN, shift: 0, blocked: 0, keys: [] };
  window.observed = observed;
  const watch = (type: string, see: (entry: PerformanceEntry & Record<string, number>) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) see(entry as PerformanceEntry & Record<string, number>);
    }).observe({ type, buffered: true });
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') observed.fcp = startTime;
  });
  watch('largest-contentful-paint', ({ startTime }) => {
    observed.lcp = startTime;
  });
  watch('layout-shift', ({ hadRecentInput, value = 0 }) => {
    if (!hadRecentInput) observed.shift += value;
  });
  watch('longtask', ({ duration }) => {
    observed.blocked += Math.max(0, duration - 50);
  });
  addEventListener('input', () => observed.keys.push(performance.now()), { capture: true });
}
