import { claimProbes, probeCircuit } from './circuit.ts';
import { type Claim, claimDue } from './claim.ts';
import type { DeliveryContext } from './context.ts';
import { untilNextDue } from './due.ts';
import { follow } from './follow.ts';
import { followAll } from './follow-all.ts';
import { handleInbox } from './inbox.ts';
import { gaveUp, lost } from './next-state.ts';
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

/**
 * Work under way at once: enough to use the request budget while much of it hangs until its time-out, and few enough of
 * one integration that others always find room.
 */
const widest = 64;
const widestOfOne = 8;
const mostProbes = 8;
/** A lead that comes while the worker rests leaves so much later at most. */
const longestRestMs = 50;

/**
 * Begins delivering what is due.
 * @param longestSleepMs the safety net: how long a due delivery may go unseen when nobody wakes the worker
 */
export function startWorker(context: DeliveryContext, longestSleepMs = 1_000): Worker {
  const underWay = new Set<Promise<void>>();
  const lanes = new Map<string, number>();
  const turns = new Map<string, number>();
  let turn = 0;
  let sendsSinceQuestion = 0;
  let probing = 0;
  let stopped = false;
  let lastRound = performance.now();
  let wake = () => {};
  let woken = false;

  /** @param atLeast so long nothing but the end wakes it. */
  const sleep = (milliseconds: number, atLeast = 0) =>
    new Promise<void>((resolve) => {
      const began = performance.now();
      const timer = setTimeout(resolve, Math.max(1, Math.min(milliseconds, longestSleepMs)));
      wake = () => {
        const rest = began + atLeast - performance.now();
        clearTimeout(timer);
        if (rest <= 0 || stopped) return resolve();
        const restTimer = setTimeout(resolve, rest);
        wake = () => {
          if (!stopped) return;
          clearTimeout(restTimer);
          resolve();
        };
      };
      if (woken) wake();
    });
  const begin = (claims: Claim[]) => {
    const integration = claims[0]?.delivery.integration_id ?? '';
    lanes.set(integration, (lanes.get(integration) ?? 0) + 1);
    turn += 1;
    turns.set(integration, turn);
    const task = deliver(context, claims).finally(() => {
      underWay.delete(task);
      lanes.set(integration, (lanes.get(integration) ?? 1) - 1);
      signal();
    });
    underWay.add(task);
  };
  /** Each on its own: an integration that does not answer keeps nobody waiting. */
  const probe = async () => {
    for (const integration of await claimProbes(context, mostProbes - probing)) {
      probing += 1;
      const task = probeCircuit(context, integration)
        .catch((error) => context.log.warn({ err: error, integration }, 'an integration could not be probed'))
        .finally(() => {
          underWay.delete(task);
          probing -= 1;
          signal();
        });
      underWay.add(task);
    }
  };
  const signal = () => {
    woken = true;
    wake();
  };
  const round = async () => {
    await handleInbox(context);
    const began = performance.now();
    await probe();
    const { claims, wait, at } = await claimDue(context, {
      total: widest - underWay.size,
      of: (integration) => widestOfOne - (lanes.get(integration) ?? 0),
      sendsSinceQuestion,
      lastTurn: (integration) => turns.get(integration) ?? 0,
    });
    lastRound = performance.now();
    for (const task of inTasks(claims)) {
      sendsSinceQuestion = task[0]?.work === 'send' ? sendsSinceQuestion + 1 : 0;
      begin(task);
    }
    if (claims.length > 0) return;
    const untilDue = await untilNextDue(context.database, at);
    // What is due and was not claimed waits for something else (a circuit, room): no busy loop over it.
    const next = wait > 0 ? wait : (untilDue ?? longestSleepMs);
    // While leads pour in that cannot go out, looking for work must not take the time of accepting them.
    await sleep(
      next,
      wait > 0 ? Math.min(wait, longestSleepMs) : Math.min(longestRestMs, 20 * (performance.now() - began)),
    );
  };
  const run = async () => {
    while (!stopped) {
      woken = false;
      try {
        await round();
      } catch (error) {
        context.log.warn({ err: error }, 'the delivery round failed; trying again');
        if (!stopped) await sleep(longestSleepMs, 200);
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

/** Those that are asked about together are one task; every other claim is one by itself. */
function inTasks(claims: Claim[]): Claim[][] {
  const together = Map.groupBy(
    claims.filter(({ work }) => work === 'follow_all'),
    ({ delivery }) => delivery.integration_id,
  );
  const alone = claims.filter(({ work }) => work !== 'follow_all');
  return [...together.values(), ...alone.map((claim) => [claim])];
}

const roomForOne = { total: 1, of: () => 1, sendsSinceQuestion: 0, lastTurn: () => 0 };

/** Works until nothing is due at this moment, one after the other: for tests, which move the clock themselves. */
export async function drainDeliveries(context: DeliveryContext): Promise<void> {
  for (;;) {
    for (const integration of await claimProbes(context, 1)) await probeCircuit(context, integration);
    await handleInbox(context);
    const { claims } = await claimDue(context, { ...roomForOne });
    if (claims.length === 0) return;
    for (const task of inTasks(claims)) await deliver(context, task);
  }
}

/** A failure here leaves the claims to their lease: the deliveries are looked at again when that ends. */
async function deliver(context: DeliveryContext, claims: Claim[]): Promise<void> {
  const [claim] = claims;
  if (!claim) return;
  try {
    switch (claim.work) {
      case 'send':
        return await send(context, claim);
      case 'prove_absent':
        return await proveAbsent(context, claim);
      case 'follow':
        return await follow(context, claim);
      case 'follow_all':
        return await followAll(context, claims);
      case 'reconcile':
        return await reconcile(context, claim);
      case 'expired':
        await settle(context.database, claim, gaveUp);
        return;
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
