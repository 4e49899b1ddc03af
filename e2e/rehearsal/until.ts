import { setTimeout as wait } from 'node:timers/promises';

/** Looks four times a second whether it is true; answers whether it became true within this time. */
export async function until(patienceMs: number, holds: () => Promise<boolean>): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    if (await holds()) return true;
    if (performance.now() > deadline) return false;
    await wait(250);
  }
}
