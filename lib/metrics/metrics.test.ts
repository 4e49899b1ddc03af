import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteSignatureFailure, signatureFailuresInLastHour } from '../app/signature-failures.ts';
import { silentDatabase } from '../database/test-databases.ts';
import { testDelivery } from '../delivery/test-delivery.ts';
import { bringsToken } from './bearer.ts';
import { budgetInUse } from './budget-in-use.ts';
import { createMetrics } from './metrics.ts';
import { quantileOf, sharedMetrics } from './shared-metrics.ts';
import { quietSnapshot } from './test-snapshot.ts';

const settings = { deliveryTimeScale: 1, propexo: { requestsPerMinute: 110 } };
const log = { error() {} } as never;

testDelivery('a scrape tells what this process counted and what the database says', async (office) => {
  const metrics = createMetrics({ settings, database: office.database, log });
  await office.accept();
  metrics.leadAccepted();
  metrics.leadNotSaved();
  metrics.meter.request('create', 200);
  metrics.meter.request('create', 'no_answer');
  metrics.meter.attempt('ambiguous');
  const text = await metrics.scrape();
  for (const line of [
    'guestcard_leads_accepted_total 1',
    'guestcard_lead_accept_failures_total 1',
    'guestcard_propexo_requests_total{kind="create",result="200"} 1',
    'guestcard_propexo_requests_total{kind="create",result="no_answer"} 1',
    'guestcard_sends_total{class="ambiguous"} 1',
    'guestcard_request_budget_configured_per_minute 110',
    'guestcard_database_up 1',
    'guestcard_leads{state="queued"} 1',
    'guestcard_alarm{name="leads_waiting"} 0',
  ])
    assert.ok(text.split('\n').includes(line), line);
  assert.match(text, /^process_cpu_seconds_total /m);
  const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
  assert.equal(new Set(names).size, names.length, 'no metric is described twice');
});

test('with a database that hangs, a scrape still tells what the process knows', async () => {
  const metrics = createMetrics({ settings, database: silentDatabase(), log, patienceMs: 1 });
  metrics.leadNotSaved();
  const text = await metrics.scrape();
  assert.match(text, /^guestcard_lead_accept_failures_total 1$/m);
  assert.match(text, /^guestcard_database_up 0$/m);
  assert.match(text, /^guestcard_alarm\{name="database_away"\} 1$/m);
  assert.doesNotMatch(text, /guestcard_leads\{|name="leads_waiting"/);
});

test('the shared part, in Prometheus’ units', async () => {
  const snapshot = quietSnapshot({
    leads: { unknown: { count: 2, oldestAge: 901_500 } },
    delivered: { inLastHour: 3, times: [1_500, 2_000, 60_000] },
    openCircuits: [{ integrationId: 'int-1', reason: 'credentials' }],
    budget: {
      next_at: 0,
      staff_next_at: 0,
      account_limit: 150,
      pace_ms: null,
      pace_until: 0,
      blocked_until: 1_000_001,
    },
  });
  const text = await sharedMetrics(snapshot, [{ name: 'outcome_unknown', sentence: '' }], 0.25);
  for (const line of [
    'guestcard_oldest_lead_age_seconds{state="unknown"} 901.5',
    'guestcard_delivery_time_seconds{quantile="0.5"} 2',
    'guestcard_delivery_time_seconds{quantile="1"} 60',
    'guestcard_circuit_open{integration="int-1",reason="credentials"} 1',
    'guestcard_request_budget_account_limit_per_minute 150',
    'guestcard_request_budget_in_use_ratio 0.25',
    'guestcard_request_budget_blocked 1',
    'guestcard_request_budget_paced 0',
    'guestcard_alarm{name="outcome_unknown"} 1',
  ])
    assert.ok(text.split('\n').includes(line), line);
});

test('quantiles are times that were measured', () => {
  assert.equal(quantileOf([7], 0.5), 7);
  assert.equal(quantileOf([1, 2, 3, 4], 0.5), 2);
  assert.equal(quantileOf([1, 2, 3, 4], 0.99), 4);
});

test('the budget is in use as far as requests of its burst are gone', () => {
  const { budget } = quietSnapshot();
  const at = (change: Partial<typeof budget>) => budgetInUse({ ...budget, ...change }, 110, 1_000);
  // A burst of 4, one each 60000 / 107 ms.
  assert.equal(at({}), 0);
  assert.equal(at({ next_at: 1_000 + (2 * 60_000) / 107 }), 0.5);
  assert.equal(at({ next_at: 99_000 }), 1);
  assert.equal(at({ blocked_until: 1_001 }), 1);
});

test('only the whole token opens', () => {
  assert.equal(bringsToken('Bearer the-token', 'the-token'), true);
  assert.equal(bringsToken('bearer the-token', 'the-token'), true);
  for (const header of [
    null,
    '',
    'Bearer',
    'Bearer the-toke',
    'Bearer the-token2',
    'Basic the-token',
    'the-token',
  ])
    assert.equal(bringsToken(header, 'the-token'), false, String(header));
});

test('wrong signatures of the last hour', () => {
  const hour = 60 * 60_000;
  for (const moment of [1, 2, hour]) noteSignatureFailure(moment);
  assert.equal(signatureFailuresInLastHour(1, hour), 3);
  assert.equal(signatureFailuresInLastHour(1, hour + 1), 2);
  assert.equal(signatureFailuresInLastHour(0.1, hour + 1), 1);
});
