import { readClock } from '../database/connect.ts';
import type { DeliveryContext } from './context.ts';
import { selectDue } from './due.ts';
import { afterUse, allowance, changeBudget, holdBudget, ownRate, spacing } from './request-budget.ts';

/** While leads are due, it is asked again so much later. */
const whileBusyMs = 1_000;

/**
 * Pays for one request of work that can wait. Leads go first: not while one is due, and only as long as all requests
 * that may leave at once are left for those that come next. That is half of the budget at most.
 * @returns 0 when it is paid; otherwise in how many milliseconds to ask again.
 */
export async function payWhenIdle(context: DeliveryContext): Promise<number> {
  const { database, requestsPerMinute, timeScale } = context;
  if ((await selectDue(database.db, await readClock(database), timeScale, false)).length > 0)
    return whileBusyMs;
  return database.db.transaction().execute(async (trx) => {
    const budget = await holdBudget(trx, database);
    const now = await readClock({ ...database, db: trx });
    const { burst, interval } = spacing(ownRate(requestsPerMinute, budget.account_limit));
    const { requests, wait } = allowance(budget, requestsPerMinute, now);
    const sinceFull = now - budget.next_at;
    if (requests < burst) return Math.max(1, Math.ceil(interval), wait);
    if (sinceFull >= 0 && sinceFull < interval) return Math.ceil(interval - sinceFull);
    await changeBudget(trx, afterUse(budget, requestsPerMinute, now, 1, 0));
    return 0;
  });
}
