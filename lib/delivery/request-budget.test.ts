import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testStore } from '../database/test-databases.ts';
import { readRateLimit } from '../propexo/rate-limit.ts';
import { RateWindow } from '../propexo/simulator/rate-window.ts';
import {
  afterAnswer,
  afterUse,
  allowance,
  type BudgetState,
  changeBudget,
  holdBudget,
  ownRate,
} from './request-budget.ts';

const start = Date.UTC(2026, 2, 2, 17, 0, 0);
const unused: BudgetState = {
  next_at: 0,
  staff_next_at: 0,
  account_limit: null,
  pace_ms: null,
  pace_until: 0,
  blocked_until: 0,
};

/** Takes whatever is allowed at each of these moments; answers when each request left. */
function takeAll(perMinute: number, moments: number[], most = 64): { at: number[]; state: BudgetState } {
  let state = unused;
  const at: number[] = [];
  for (const now of moments) {
    const used = Math.min(most, allowance(state, perMinute, now).requests);
    state = { ...state, ...afterUse(state, perMinute, now, used, 0) };
    for (let request = 0; request < used; request += 1) at.push(now);
  }
  return { at, state };
}

const everyMoment = (from: number, minutes: number, step: number) =>
  Array.from({ length: (minutes * 60_000) / step }, (_, index) => from + index * step);

function mostInAMinute(at: number[]): number {
  return Math.max(
    0,
    ...at.map((first) => at.filter((time) => time >= first && time < first + 60_000).length),
  );
}

test('in no minute, wherever it begins, leave more requests than are allowed', () => {
  const waits = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 50, maxLength: 400 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), waits, (perMinute, gaps) => {
      let now = start;
      const moments = gaps.map((gap) => {
        now += gap;
        return now;
      });
      assert.ok(mostInAMinute(takeAll(perMinute, moments).at) <= perMinute);
    }),
    { numRuns: 60 },
  );
});

test('a queue uses more than 95 % of what is allowed', () => {
  const { at } = takeAll(110, everyMoment(start, 10, 50));
  assert.ok(at.length >= 10 * 110 * 0.96, `${at.length} of 1,100`);
});

test('the wait it tells is the wait there is', () => {
  const { state } = takeAll(110, [start]);
  const { requests, wait } = allowance(state, 110, start);
  assert.equal(requests, 0);
  assert.equal(allowance(state, 110, start + wait).requests, 1);
  assert.equal(allowance(state, 110, start + wait - 2).requests, 0);
});

test('staff have requests of their own while a backlog uses up the rest', () => {
  const { state, at } = takeAll(110, everyMoment(start, 1, 50));
  const now = (at.at(-1) ?? 0) + 1;
  assert.deepEqual({ ...allowance(state, 110, now), wait: 0 }, { requests: 0, forStaff: 5, wait: 0 });
  const after = { ...state, ...afterUse(state, 110, now, 0, 5) };
  assert.equal(allowance(after, 110, now).forStaff, 0);
  assert.ok(allowance(after, 110, now).wait > allowance(state, 110, now).wait, 'others wait for them');
});

test('our rate follows the account: below its slow zone, with room for staff', () => {
  assert.equal(ownRate(110, null), 110);
  assert.equal(ownRate(110, 150), 110);
  assert.equal(ownRate(140, 150), 110);
  assert.equal(ownRate(110, 60), 38);
  assert.equal(ownRate(110, 10), 5);
  assert.equal(ownRate(110, 1_000), 110);
});

test('a database clock that was put back stops nobody', () => {
  const { state } = takeAll(110, everyMoment(start, 1, 50));
  const before = { ...state, blocked_until: start + 60_000, pace_ms: 9_000, pace_until: start + 60_000 };
  assert.equal(allowance(before, 110, start - 10 * 60_000).requests, 4);
});

const told = (limit: number, remaining: number, minuteEndsInMs = 30_000) => ({
  refused: false,
  limit,
  remaining,
  minuteEndsInMs,
});

test('alone on the account, an answer changes nothing but the limit that is known', () => {
  assert.deepEqual(
    afterAnswer(unused, 110, start, told(150, 95), () => 0),
    { account_limit: 150 },
  );
  const known = { ...unused, account_limit: 150 };
  assert.equal(
    afterAnswer(known, 110, start, told(150, 95), () => 0),
    undefined,
  );
});

test('while others use up the minute, what is left is spread over the rest of it', () => {
  const change = afterAnswer({ ...unused, account_limit: 150 }, 110, start, told(150, 45), () => 0);
  assert.deepEqual(change, { pace_ms: 1_000, pace_until: start + 30_000 });
  const paced = { ...unused, account_limit: 150, ...change, next_at: start + 1_000 };
  assert.equal(allowance(paced, 110, start).requests, 0);
  assert.equal(allowance(paced, 110, start).wait, 1_000);
  assert.ok(allowance(paced, 110, start + 30_000).requests > 0, 'the next minute is a new one');
});

test('before the minute is used up everything stops until the next, staff too', () => {
  const change = afterAnswer({ ...unused, account_limit: 150 }, 110, start, told(150, 15), () => 0.5);
  assert.deepEqual(change, { blocked_until: start + 30_500 });
  assert.deepEqual(allowance({ ...unused, ...change }, 110, start), {
    requests: 0,
    forStaff: 0,
    wait: 30_500,
  });
});

test('429: the next minute by Propexo’s own clock, whatever ours says', () => {
  const answer = {
    kind: 'answer',
    status: 429,
    headers: { date: 'Mon, 02 Mar 2026 17:09:40 GMT' },
    body: '',
    bodyComplete: true,
  } as const;
  const limit = readRateLimit(answer, start);
  assert.deepEqual(limit, { refused: true, limit: undefined, remaining: undefined, minuteEndsInMs: 20_000 });
  assert.deepEqual(limit && afterAnswer(unused, 110, start, limit, () => 0), {
    blocked_until: start + 20_000,
  });
});

test('an answer without the headers, or none at all, says nothing', () => {
  const headers = { 'x-ratelimit-limit': 'many', 'x-ratelimit-remaining': '3' };
  assert.equal(
    readRateLimit({ kind: 'answer', status: 200, headers, body: '', bodyComplete: true }, start),
    undefined,
  );
  assert.equal(readRateLimit({ kind: 'no_answer', reason: 'x', cause: new Error('x') }, start), undefined);
});

test('beside another client of the same account there is never a 429, and the minute is still put to use', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 100, max: 2_000 }), (others, delay) => {
      const window = new RateWindow(150, () => clock);
      let clock = start;
      let state = unused;
      let refused = 0;
      let ours = 0;
      const answers: { at: number; remaining: number; minuteEnds: number }[] = [];
      for (clock = start; clock < start + 4 * 60_000; clock += 100) {
        for (const { remaining, minuteEnds } of answers.filter(({ at }) => at === clock)) {
          const limit = told(150, remaining, minuteEnds);
          state = { ...state, ...afterAnswer(state, 110, clock, limit, () => 0) };
        }
        if (Math.floor((clock * others) / 60_000) > Math.floor(((clock - 100) * others) / 60_000))
          window.count();
        const used = allowance(state, 110, clock).requests;
        state = { ...state, ...afterUse(state, 110, clock, used, 0) };
        for (let request = 0; request < used; request += 1) {
          ours += 1;
          if (!window.count().allowed) refused += 1;
          const remaining = Number(window.headers()['x-ratelimit-remaining']);
          const minuteEnds = 60_000 - (clock % 60_000);
          answers.push({ at: clock + Math.round(delay / 100) * 100, remaining, minuteEnds });
        }
      }
      assert.equal(refused, 0);
      assert.ok(ours >= 4 * Math.min(105, 130 - others - 10), `${ours} beside ${others}`);
    }),
    { numRuns: 40 },
  );
});

testStore('replicas share one budget', async (database, clock, { open }) => {
  const replicas = [database, open(() => clock.now), open(() => clock.now)];
  const taken = await Promise.all(
    replicas.flatMap((replica) =>
      Array.from({ length: 5 }, () =>
        replica.db.transaction().execute(async (trx) => {
          const state = await holdBudget(trx, replica);
          const { requests } = allowance(state, 50, clock.now);
          if (requests > 0) await changeBudget(trx, afterUse(state, 50, clock.now, 1, 0));
          return Math.min(requests, 1);
        }),
      ),
    ),
  );
  assert.equal(
    taken.reduce((sum, one) => sum + one, 0),
    2,
  );
});
