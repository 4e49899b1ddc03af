import type { DeliveryContext } from '../../delivery/context.ts';
import { refreshNext } from './refresh-catalog.ts';

export interface CatalogKeeper {
  /** Begins nothing more; what is under way ends after the request it waits for, and leaves its lease to run out. */
  stop(): void;
}

/**
 * Keeps the homes of all properties fresh, one property at a time, in the background.
 * @param restMs how long a property that became due may go unseen
 */
export function keepCatalogs(context: DeliveryContext, restMs = 5_000): CatalogKeeper {
  let stopped = false;
  let wake = () => {};
  const pause = (milliseconds: number) =>
    new Promise<boolean>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        resolve(!stopped);
      };
      const timer = setTimeout(end, stopped ? 0 : milliseconds);
      timer.unref();
      wake = end;
    });
  const run = async () => {
    while (!stopped) {
      try {
        if ((await refreshNext(context, pause)) === 'nothing_due') await pause(restMs);
      } catch (error) {
        if (stopped) return;
        context.log.warn({ err: error }, 'the homes of a property could not be looked after; trying again');
        await pause(restMs);
      }
    }
  };
  void run();
  return {
    stop() {
      stopped = true;
      wake();
    },
  };
}
