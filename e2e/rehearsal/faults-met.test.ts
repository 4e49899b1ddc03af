import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countFaultsMet } from './faults-met.ts';
import type { Plan } from './plan.ts';

const mark = 'no-00001';
const plan = {
  leads: [{ mark, faults: ['503, honest', 'PARTIAL_SUCCESS'] }],
  disturbances: [],
} as unknown as Plan;
const job = { mark, jobId: 'job', pending: 'no', isRetry: false } as const;

test('a fault of a send is met when the send is looked at, a fate of a job when there is a job', () => {
  assert.equal(countFaultsMet(plan, { creates: [], jobs: [] }), 0);
  for (const status of [401, 429])
    assert.equal(countFaultsMet(plan, { creates: [{ mark, status }], jobs: [] }), 0);
  assert.equal(countFaultsMet(plan, { creates: [{ mark, status: 503 }], jobs: [] }), 1);
  assert.equal(countFaultsMet(plan, { creates: [{ mark, status: null }], jobs: [job] }), 2);
  assert.equal(countFaultsMet(plan, { creates: [{ mark: 'no-00002', status: 200 }], jobs: [] }), 0);
});
