import { end, type Guestcard } from '../../fixtures/guestcard.ts';
import { submit } from '../clients.ts';
import type { Dice } from '../dice.ts';
import type { ClientTruth } from '../history.ts';
import { makePlan } from '../plan.ts';
import type { Acknowledged } from './cuts.ts';

/** Leads as fast as they are taken; the process is killed while the last third of them comes in. */
export async function acceptUntilKilled(
  { seed, leads, slugs }: { seed: number; leads: number; slugs: string[] },
  guestcard: Guestcard,
  dice: Dice,
): Promise<{ clients: ClientTruth[]; acknowledged: Acknowledged[] }> {
  const plan = makePlan({
    seed,
    store: 'sqlite',
    leads,
    durationMs: 0,
    replicas: 1,
    properties: slugs,
    leaseMs: 0,
    storm: false,
    faults: false,
  });
  const killAfter = dice.between(Math.floor(leads * 0.7), leads - 1);
  const acknowledged: Acknowledged[] = [];
  const clients: ClientTruth[] = [];
  const waiting = [...plan.leads];
  let killed: Promise<void> | undefined;
  const client = async () => {
    for (let lead = waiting.shift(); lead; lead = waiting.shift()) {
      const truth = await submit({ ...lead, routes: [0], twice: false }, [guestcard.url], seed);
      clients.push(truth);
      // The clock shows whole milliseconds that have passed.
      for (const receipt of truth.receipts) acknowledged.push({ receipt, at: Date.now() + 1 });
      if (acknowledged.length >= killAfter) killed ??= end(guestcard.process, 'SIGKILL');
      if (killed) return;
    }
  };
  await Promise.all(Array.from({ length: 4 }, client));
  await killed;
  return { clients, acknowledged };
}
