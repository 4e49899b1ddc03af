import { askPropexo } from '../../delivery/ask-propexo.ts';
import type { DeliveryContext } from '../../delivery/context.ts';
import { payWhenIdle } from '../../delivery/pay-when-idle.ts';
import { scaled, waitOf } from '../../delivery/schedule.ts';
import { type HomeList, type HomePage, homeLists, readHomePage } from '../../propexo/homes.ts';
import { type CatalogClaim, claimCatalog, keepLease, noteFailure, saveCatalog } from './catalog.ts';
import type { HomeRecords } from './home-records.ts';

const minute = 60_000;

/** Propexo itself reads ResMan about twice a day; what a person at the property changes there in Propexo shows sooner. */
export const refreshEveryMs = 60 * minute;
const retryWaits = [minute, 5 * minute, 15 * minute, 30 * minute, 60 * minute];
/** However short the time scale is made, Propexo is not asked without a pause. */
const shortestWaitMs = 1_000;

/** The largest page; and a smaller one for rows so long that such a page is longer than an answer may be. */
const pageSizes = [250, 50];
const mostPages = 20;
const mostRecords = 5_000;

/** How the reading waits: false when it has to stop. */
export type Pause = (milliseconds: number) => Promise<boolean>;

/** A read that cannot be used; the message is for the log and for staff, without anything of the answer. */
class UnusableRead extends Error {
  override name = 'UnusableRead';
}

/**
 * Reads the homes of the property whose turn it is, one request at a time, each paid from the shared budget when no lead
 * needs it.
 * @returns what became of it; 'nothing_due' when there was nothing to do.
 */
export async function refreshNext(
  context: DeliveryContext,
  pause: Pause,
): Promise<'nothing_due' | 'refreshed' | 'failed' | 'stopped'> {
  const { database, timeScale, random, log } = context;
  const leaseMs = scaled('lease', timeScale);
  const claim = await claimCatalog(database, leaseMs);
  if (!claim) return 'nothing_due';
  const mayAsk = async () => {
    for (;;) {
      if (!(await keepLease(database, claim, leaseMs))) return false;
      const wait = await payWhenIdle(context);
      if (wait === 0) return true;
      if (!(await pause(Math.min(wait, leaseMs / 2)))) return false;
    }
  };
  const wait = (milliseconds: number) => Math.max(shortestWaitMs, milliseconds);
  try {
    const records = await readAll(context, claim, mayAsk);
    if (!records) return 'stopped';
    const next = wait(refreshEveryMs * timeScale * (0.9 + 0.2 * random()));
    return (await saveCatalog(database, claim, records, next)) ? 'refreshed' : 'stopped';
  } catch (error) {
    if (!(error instanceof UnusableRead)) throw error;
    const next = wait(waitOf(retryWaits, claim.failures, timeScale) * (0.5 + 0.5 * random()));
    await noteFailure(database, claim, error.message, next);
    const { integration_id, property_id } = claim;
    log.warn(
      { integration: integration_id, property_id, failure: error.message, failures: claim.failures + 1 },
      'the floor plans and units of a property could not be read; the form goes on with the last ones',
    );
    return 'failed';
  }
}

/** All pages of all three lists; undefined when it had to stop. @throws UnusableRead */
async function readAll(
  context: DeliveryContext,
  claim: CatalogClaim,
  mayAsk: () => Promise<boolean>,
): Promise<HomeRecords | undefined> {
  const all: HomeRecords = { plans: [], units: [], listings: [] };
  const seen = new Set<string>();
  for (const list of homeLists) {
    let offset = 0;
    for (let pages = 0; ; pages += 1) {
      if (pages === mostPages) throw new UnusableRead(`${list}: more than ${mostPages} pages`);
      const page = await readPage(context, claim, list, offset, mayAsk);
      if (!page) return undefined;
      const { plans, units, listings } = page.records;
      const found = [...plans, ...units, ...listings].length;
      all.plans.push(...unseen(plans, seen));
      all.units.push(...unseen(units, seen));
      all.listings.push(...unseen(listings, seen));
      const before = seen.size;
      for (const { id } of [...plans, ...units, ...listings]) seen.add(id);
      if (seen.size > mostRecords) throw new UnusableRead(`more than ${mostRecords} records`);
      if (!page.more) break;
      if (page.rows === 0 || (found > 0 && seen.size === before))
        throw new UnusableRead(`${list}: its pages do not go on`);
      offset += page.rows;
    }
  }
  return all;
}

function unseen<Record extends { id: string }>(records: Record[], seen: ReadonlySet<string>): Record[] {
  return [...new Map(records.map((record) => [record.id, record])).values()].filter(
    ({ id }) => !seen.has(id),
  );
}

async function readPage(
  context: DeliveryContext,
  { integration_id, property_id }: CatalogClaim,
  list: HomeList,
  offset: number,
  mayAsk: () => Promise<boolean>,
): Promise<HomePage | undefined> {
  for (const limit of pageSizes) {
    if (!(await mayAsk())) return undefined;
    const answer = await askPropexo(context, 'homes', () =>
      context.propexo.listHomes(list, { integration_id, property_id }, { offset, limit }),
    );
    if (answer.kind !== 'answer') throw new UnusableRead(`${list}: no answer (${answer.reason})`);
    if (answer.status !== 200) throw new UnusableRead(`${list}: answered ${answer.status}`);
    if (!answer.bodyComplete) continue;
    const page = readHomePage(list, answer.body, property_id, offset);
    if (!page) throw new UnusableRead(`${list}: an answer that cannot be read`);
    return page;
  }
  throw new UnusableRead(`${list}: answers that are too long or break off`);
}
