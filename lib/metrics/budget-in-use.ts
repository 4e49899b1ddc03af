import { allowance, type BudgetState, ownRate, spacing } from '../delivery/request-budget.ts';

/** The part of the requests that may leave at once that is used up, 0 to 1; 1 while nothing may leave. */
export function budgetInUse(budget: BudgetState, perMinute: number, now: number): number {
  const { burst } = spacing(ownRate(perMinute, budget.account_limit));
  return 1 - Math.min(1, allowance(budget, perMinute, now).requests / burst);
}
