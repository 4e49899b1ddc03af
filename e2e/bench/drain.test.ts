import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from './drain.ts';

const back = 1_000_000;
const create = (second: number, email_1: string, status = 200) => ({
  method: 'POST',
  path: '/v1/leads/resman/',
  at: back + second * 1_000,
  status,
  body: { email_1 },
});
const question = (second: number) => ({
  ...create(second, ''),
  method: 'GET',
  path: '/v1/admin/logs/writes/',
});
const sample = (second: number, queued: number, undelivered: number) => ({
  at: back + second * 1_000,
  queued,
  undelivered,
});

test('the budget counts from the first lead taken to the last, not before and not after', () => {
  const received = [
    question(1),
    // 55 requests in 30 seconds are all that 110 a minute allows.
    ...Array.from({ length: 56 }, (_, index) => create(10 + (index * 30) / 55, `${index}@example.com`)),
    question(60),
    question(90),
  ];
  const drain = judge(56, back, [sample(0, 56, 56), sample(91, 0, 0)], received);
  assert.equal(drain.budgetUsed, 1);
  assert.equal(drain.requests, 59);
  assert.equal(drain.firstLeadAfter, 10);
  assert.equal(drain.deliveredAfter, 91);
  assert.equal(drain.busiestMinute, 58);
});

test('a lead taken twice and a request refused for its number are told', () => {
  const received = [create(1, 'a@example.com'), create(2, 'a@example.com'), create(3, 'b@example.com', 429)];
  const drain = judge(2, back, [sample(4, 0, 0)], received);
  assert.equal(drain.duplicates, 1);
  assert.equal(drain.tooMany, 1);
});

test('the course has what waited, and what was asked in the minute before', () => {
  const received = [create(1, 'a@example.com'), create(30, 'b@example.com'), create(70, 'c@example.com')];
  const { course } = judge(3, back, [sample(0, 3, 3), sample(60, 1, 2), sample(80, 0, 1)], received);
  assert.deepEqual(course, [
    { at: 0, queued: 3, undelivered: 3, requestsPerMinute: 0 },
    { at: 60, queued: 1, undelivered: 2, requestsPerMinute: 2 },
    { at: 80, queued: 0, undelivered: 1, requestsPerMinute: 2 },
  ]);
});
