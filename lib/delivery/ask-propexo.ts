import { readClock } from '../database/connect.ts';
import type { Exchange } from '../propexo/exchange.ts';
import { readRateLimit } from '../propexo/rate-limit.ts';
import type { DeliveryContext, RequestKind } from './context.ts';
import { afterAnswer, afterUse, allowance, changeBudget, holdBudget } from './request-budget.ts';

/** Makes one request that is paid for, counts it, and lets the budget learn from the answer. */
export async function askPropexo(
  context: DeliveryContext,
  kind: RequestKind,
  request: () => Promise<Exchange>,
): Promise<Exchange> {
  const answer = await request();
  context.meter?.request(kind, answer.kind === 'answer' ? answer.status : answer.kind);
  try {
    await learn(context, answer);
  } catch (error) {
    context.log.warn({ err: error }, 'the request budget could not be adjusted');
  }
  return answer;
}

async function learn(
  { database, requestsPerMinute, random, log }: DeliveryContext,
  answer: Exchange,
): Promise<void> {
  const now = await readClock(database);
  const told = readRateLimit(answer, now);
  if (!told) return;
  // Nearly every answer is no news: no lock, no write.
  const state = await database.db.selectFrom('request_budget').selectAll().executeTakeFirstOrThrow();
  const change = afterAnswer(state, requestsPerMinute, now, told, random);
  if (!change) return;
  await changeBudget(database.db, change);
  if (change.blocked_until)
    log.warn({}, 'Propexo’s request limit is used up; everything waits for its next minute');
}

const longestWaitMs = 15_000;

/**
 * Pays for one more request of work that is under way, waiting for the budget if need be.
 * @returns false when it would take too long: then leave it for the next look.
 */
export async function payForOneMore(context: DeliveryContext): Promise<boolean> {
  const { database, requestsPerMinute } = context;
  const lastMoment = performance.now() + longestWaitMs;
  for (;;) {
    const wait = await database.db.transaction().execute(async (trx) => {
      const budget = await holdBudget(trx, database);
      const now = await readClock({ ...database, db: trx });
      const allowed = allowance(budget, requestsPerMinute, now);
      if (allowed.requests === 0) return Math.max(1, allowed.wait);
      await changeBudget(trx, afterUse(budget, requestsPerMinute, now, 1, 0));
      return 0;
    });
    if (wait === 0) return true;
    if (performance.now() + wait > lastMoment) return false;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
