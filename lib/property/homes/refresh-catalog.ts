import type { DeliveryContext } from '../../delivery/context.ts';
import { payWhenIdle } from '../../delivery/pay-when-idle.ts';
import { scaled, waitOf } from '../../delivery/schedule.ts';
import { type CatalogClaim, claimCatalog, endTurn, keepLease, saveHomes, saveSources } from './catalog.ts';
import { type Reader, StoppedRead, UnusableRead } from './paged-read.ts';
import { readHomes } from './read-homes.ts';
import { readSources } from './read-sources.ts';

const minute = 60_000;

/** Propexo itself reads ResMan about twice a day; what a person at the property changes there in Propexo shows sooner. */
export const refreshEveryMs = 60 * minute;
const retryWaits = [minute, 5 * minute, 15 * minute, 30 * minute, 60 * minute];
/** However short the time scale is made, Propexo is not asked without a pause. */
const shortestWaitMs = 1_000;

/** How the reading waits: false when it has to stop. */
export type Pause = (milliseconds: number) => Promise<boolean>;

/**
 * Reads the homes and the lead sources of the property whose turn it is, one request at a time, each paid from the shared
 * budget when no lead needs it. Neither waits for the other to succeed.
 * @returns what became of it; 'nothing_due' when there was nothing to do.
 */
export async function refreshNext(
  context: DeliveryContext,
  pause: Pause,
): Promise<'nothing_due' | 'refreshed' | 'failed' | 'stopped'> {
  const { database, timeScale, random, log } = context;
  const leaseMs = scaled('lease', timeScale);
  const claim = await claimCatalog(database, leaseMs, refreshEveryMs * timeScale);
  if (!claim) return 'nothing_due';
  const mayAsk = async () => {
    for (;;) {
      if (!(await keepLease(database, claim, leaseMs))) throw new StoppedRead('The lease is over');
      const wait = await payWhenIdle(context);
      if (wait === 0) return;
      if (!(await pause(Math.min(wait, leaseMs / 2)))) throw new StoppedRead('Asked to stop');
    }
  };
  const reader = (): Reader => ({ context, mayAsk, seen: new Set() });
  const failures: string[] = [];
  try {
    if (claim.due.homes)
      await tryTo(failures, async () => {
        owned(await saveHomes(database, claim, await readHomes(reader(), claim)));
      });
    if (claim.due.sources)
      await tryTo(failures, async () => {
        owned(await saveSources(database, claim, await readSources(reader(), claim)));
      });
  } catch (error) {
    if (error instanceof StoppedRead) return 'stopped';
    throw error;
  }
  const failure = failures.length > 0 ? failures.join('; ') : undefined;
  const wait = failure
    ? waitOf(retryWaits, claim.failures, timeScale) * (0.5 + 0.5 * random())
    : refreshEveryMs * timeScale * (0.9 + 0.2 * random());
  await endTurn(database, claim, failure, Math.max(shortestWaitMs, wait));
  if (!failure) return 'refreshed';
  log.warn(
    describe(claim, failure),
    'what Propexo tells of a property could not be read; the last of it counts on',
  );
  return 'failed';
}

/** A list that cannot be used is written down, and the next one is read nevertheless. */
async function tryTo(failures: string[], read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof UnusableRead)) throw error;
    failures.push(error.message);
  }
}

function owned(saved: boolean): void {
  if (!saved) throw new StoppedRead('The lease is over');
}

function describe({ integration_id, property_id, failures }: CatalogClaim, failure: string): object {
  return { integration: integration_id, property_id, failure, failures: failures + 1 };
}
