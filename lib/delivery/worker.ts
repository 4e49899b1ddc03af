import { type Claim, claimDue, untilNextDue } from './claim.ts';
import type { DeliveryContext } from './context.ts';
import { follow } from './follow.ts';
import { lost } from './next-state.ts';
import { proveAbsent, reconcile } from './reconcile.ts';
import { send } from './send.ts';
import { settle } from './settle.ts';

export interface Worker {
  /** A lead was accepted: look now instead of at the next round. */
  wake(): void;
  /** Milliseconds since the worker last looked, with success, for what is due. */
  idleFor(): number;
  /** Claims nothing more; resolves when what is under way is written down, at the latest after `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

/** Requests under way at once: enough to use the request budget while some of them hang until their time-out. */
const widest = 8;
/**
 * Begins delivering what is due.
 * @param longestSleepMs the safety net: how long a due delivery may go unseen when nobody wakes the worker
 */
export function startWorker(context: DeliveryContext, longestSleepMs = 1_000): Worker {
  const underWay = new Set<Promise<void>>();
  let stopped = false;
  let lastRound = performance.now();
  let wake = () => {};
  let woken = false;

  const sleep = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.max(1, Math.min(milliseconds, longestSleepMs)));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const begin = (claim: Claim) => {
    const task = deliver(context, claim).finally(() => {
      underWay.delete(task);
      signal();
    });
    underWay.add(task);
  };
  const signal = () => {
    woken = true;
    wake();
  };
  const round = async () => {
    const room = widest - underWay.size;
    const claims = room > 0 ? await claimDue(context, room) : [];
    lastRound = performance.now();
    claims.forEach(begin);
    if (claims.length > 0) return;
    const wait = await untilNextDue(context.database);
    // What is due and was not claimed waits for something else (a pause, room): no busy loop over it.
    if (!woken) await sleep(wait !== undefined && wait > 0 ? wait : longestSleepMs);
  };
  const run = async () => {
    while (!stopped) {
      woken = false;
      try {
        await round();
      } catch (error) {
        context.log.warn({ err: error }, 'the delivery round failed; trying again');
        if (!stopped) await sleep(longestSleepMs);
      }
    }
  };
  const running = run();

  return {
    wake: signal,
    idleFor: () => performance.now() - lastRound,
    async stop(graceMs) {
      stopped = true;
      signal();
      await Promise.race([running.then(() => Promise.all(underWay)), timeout(graceMs)]);
    },
  };
}

function timeout(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

/** Works until nothing is due at this moment, one after the other: for tests, which move the clock themselves. */
export async function drainDeliveries(context: DeliveryContext): Promise<void> {
  for (;;) {
    const claims = await claimDue(context, 1);
    if (claims.length === 0) return;
    for (const claim of claims) await deliver(context, claim);
  }
}

/** A failure here leaves the claim to its lease: the delivery is looked at again when that ends. */
async function deliver(context: DeliveryContext, claim: Claim): Promise<void> {
  try {
    switch (claim.work) {
      case 'send':
        return await send(context, claim);
      case 'prove_absent':
        return await proveAbsent(context, claim);
      case 'follow':
        return await follow(context, claim);
      case 'reconcile':
        return await reconcile(context, claim);
      case 'died':
        await settle(
          context.database,
          claim,
          lost('process_died', 'The program ended while sending', context.timeScale),
        );
    }
  } catch (error) {
    context.log.warn({ err: error, delivery: claim.id, work: claim.work }, 'delivery work failed');
  }
}
