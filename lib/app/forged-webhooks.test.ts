import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countForgedWebhook, forgedWebhooks } from './forged-webhooks.ts';

const hour = 60 * 60_000;

test('the last hour is counted apart from all since the start', () => {
  for (const moment of [0, 1, hour - 1]) countForgedWebhook(moment);
  assert.deepEqual(forgedWebhooks(hour - 1), { total: 3, lastHour: 3 });
  assert.deepEqual(forgedWebhooks(hour), { total: 3, lastHour: 2 });
  assert.deepEqual(forgedWebhooks(3 * hour), { total: 3, lastHour: 0 });
});

test('any number of them takes little memory, and none is missing from the total', () => {
  const { total } = forgedWebhooks(0);
  for (let count = 0; count < 1_500; count += 1) countForgedWebhook(10 * hour);
  assert.deepEqual(forgedWebhooks(10 * hour), { total: total + 1_500, lastHour: 1_000 });
});
