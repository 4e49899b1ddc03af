import type { Kysely } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import type { RateLimit } from '../propexo/rate-limit.ts';

/** What may leave at this moment, and how long until the next may, in milliseconds. */
interface Allowance {
  requests: number;
  /** Requests that only work started by staff may use, beside the others. */
  forStaff: number;
  wait: number;
}

/** The row of `request_budget`, reduced to what the decisions need. Times in epoch milliseconds of the database. */
export interface BudgetState {
  next_at: number;
  staff_next_at: number;
  account_limit: number | null;
  pace_ms: number | null;
  pace_until: number;
  blocked_until: number;
}

const minute = 60_000;
/** Kept for staff beside the rest: what a person waits for must not queue behind a backlog. */
const staffPerMinute = 10;
/** Of the account's minute, this part is left alone: answers of others may be on their way. */
const reservePart = 0.1;

/**
 * Requests a minute that we allow ourselves. Propexo holds back every answer from 80 % of the account's limit on (docs:
 * rate limiting), so we and staff together stay below that, however much is configured.
 */
export function ownRate(configured: number, accountLimit: number | null): number {
  if (accountLimit === null) return configured;
  return Math.max(1, Math.min(configured, Math.max(0.8 * accountLimit - staffPerMinute, accountLimit / 2)));
}

/** How many may leave at once, and then one each `interval`: in no minute more than `perMinute` together. */
export function spacing(perMinute: number): { burst: number; interval: number } {
  const burst = Math.max(1, Math.floor(perMinute * 0.04));
  return { burst, interval: minute / (perMinute - burst + 1) };
}

/**
 * A database clock that was put back must not stop everything until it is as late again: no budget in use reaches
 * further ahead than some requests, and no minute longer than a minute.
 */
function believable(state: BudgetState, perMinute: number, now: number): BudgetState {
  const furthest = 2 * minute + 15 * spacing(ownRate(perMinute, state.account_limit)).interval;
  const near = (time: number) => (time > now + furthest ? 0 : time);
  const { next_at, staff_next_at, pace_until, blocked_until } = state;
  return {
    ...state,
    next_at: near(next_at),
    staff_next_at: near(staff_next_at),
    pace_until: near(pace_until),
    blocked_until: near(blocked_until),
  };
}

/** GCRA: how many requests may leave now. */
export function allowance(stored: BudgetState, perMinute: number, now: number): Allowance {
  const state = believable(stored, perMinute, now);
  const { burst, interval } = effectiveSpacing(state, perMinute, now);
  const main = room(state.next_at, now, burst, interval);
  const staff = room(state.staff_next_at, now, 5, minute / staffPerMinute);
  if (now < state.blocked_until) return { requests: 0, forStaff: 0, wait: state.blocked_until - now };
  return { requests: main.free, forStaff: staff.free, wait: main.wait };
}

function room(nextAt: number, now: number, burst: number, interval: number): { free: number; wait: number } {
  const ahead = Math.max(0, nextAt - now);
  const free = Math.max(0, Math.floor(burst - ahead / interval + 1e-6));
  return { free, wait: free > 0 ? 0 : Math.ceil(ahead - (burst - 1) * interval) };
}

function effectiveSpacing(state: BudgetState, perMinute: number, now: number) {
  const own = spacing(ownRate(perMinute, state.account_limit));
  if (state.pace_ms === null || now >= state.pace_until || state.pace_ms <= own.interval) return own;
  return { burst: 1, interval: state.pace_ms };
}

/** After `used` requests left, of which `usedByStaff` on the account of staff. Those also count for everybody. */
export function afterUse(
  stored: BudgetState,
  perMinute: number,
  now: number,
  used: number,
  usedByStaff: number,
): Pick<BudgetState, 'next_at' | 'staff_next_at'> {
  const state = believable(stored, perMinute, now);
  const { interval } = effectiveSpacing(state, perMinute, now);
  const later = (from: number, requests: number, each: number) =>
    requests === 0 ? from : Math.round(Math.max(from, now) + requests * each);
  return {
    next_at: later(state.next_at, used + usedByStaff, interval),
    staff_next_at: later(state.staff_next_at, usedByStaff, minute / staffPerMinute),
  };
}

/**
 * What an answer tells of the account's minute: when others of the same account use it up, we spread what is left over
 * the rest of it, and stop before it is gone.
 * @returns what changes in the budget; undefined when the answer is no news.
 */
export function afterAnswer(
  stored: BudgetState,
  perMinute: number,
  now: number,
  answer: RateLimit,
  random: () => number,
): Partial<BudgetState> | undefined {
  const state = believable(stored, perMinute, now);
  const change: Partial<BudgetState> = {};
  if (answer.limit !== undefined && answer.limit !== state.account_limit) change.account_limit = answer.limit;
  const nextMinute = now + answer.minuteEndsInMs + Math.round(1_000 * random());
  if (answer.refused) {
    change.blocked_until = Math.max(state.blocked_until, nextMinute);
  } else if (answer.limit !== undefined && answer.remaining !== undefined) {
    const spare = answer.remaining - Math.ceil(answer.limit * reservePart);
    const pace = Math.round(answer.minuteEndsInMs / Math.max(spare, 0.001));
    const { interval } = spacing(ownRate(perMinute, answer.limit));
    if (spare <= 0) change.blocked_until = Math.max(state.blocked_until, nextMinute);
    else if (pace > interval && (now >= state.pace_until || pace > (state.pace_ms ?? 0) * 1.1)) {
      change.pace_ms = pace;
      change.pace_until = nextMinute;
    }
  }
  return Object.keys(change).length > 0 ? change : undefined;
}

/** The budget, held by this transaction: on PostgreSQL whoever else wants to claim something waits for its end. */
export async function holdBudget(trx: Kysely<Tables>, database: Database): Promise<BudgetState> {
  const row = trx.selectFrom('request_budget').selectAll().where('id', '=', 'propexo');
  return (database.engine === 'postgres' ? row.forUpdate() : row).executeTakeFirstOrThrow();
}

export async function changeBudget(trx: Kysely<Tables>, change: Partial<BudgetState>): Promise<void> {
  await trx.updateTable('request_budget').set(change).where('id', '=', 'propexo').execute();
}
