import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Disturbance } from './disturbances.ts';
import { jobFaults, sendFaults } from './lead-faults.ts';
import { makePlan, type PlanOptions } from './plan.ts';

const options: PlanOptions = {
  seed: 7,
  store: 'postgres',
  leads: 200,
  durationMs: 60_000,
  replicas: 3,
  properties: ['maple-court', 'foundry-lofts'],
  leaseMs: 5_000,
  storm: true,
  faults: true,
};

test('the plan is a function of its options: the same seed, the same plan; another seed, another plan', () => {
  assert.deepEqual(makePlan(options), makePlan(options));
  const another = makePlan({ ...options, seed: 8 });
  assert.notDeepEqual(makePlan(options).leads, another.leads);
  assert.notDeepEqual(makePlan(options).disturbances, another.disturbances);
});

test('every fault of a lead is played, and each lead has its own mark', () => {
  const { leads } = makePlan(options);
  const played = new Set(leads.flatMap(({ faults }) => faults));
  assert.deepEqual(
    [...sendFaults, ...jobFaults].filter((fault) => !played.has(fault)),
    [],
  );
  assert.equal(new Set(leads.map(({ mark }) => mark)).size, leads.length);
  assert.ok(leads.some(({ twice }) => twice));
  assert.ok(new Set(leads.map(({ phone }) => phone)).size < leads.length, 'some people write again');
});

test('what cannot be told from outside is not asked for: a lying 503 over a job that stays out of sight', () => {
  for (let seed = 0; seed < 50; seed += 1)
    for (const { faults } of makePlan({ ...options, seed }).leads)
      assert.ok(
        !(faults.includes('503, but created') && faults.includes('PENDING for ever')),
        `seed ${seed}`,
      );
});

test('every disturbance comes, and one process has its troubles one after the other', () => {
  const { disturbances } = makePlan({ ...options, durationMs: 120_000 });
  const kinds = (to: Disturbance['to']) =>
    new Set(disturbances.filter((one) => one.to === to).map(({ what }) => what));
  assert.equal(kinds('upstream').size, 11);
  assert.equal(kinds('database').size, 4);
  assert.equal(kinds('process').size, 3);
  for (const replica of [0, 1, 2]) {
    const own = disturbances.filter((one) => one.to === 'process' && one.replica === replica);
    own.slice(1).forEach((later, index) => {
      const earlier = own[index] as Disturbance;
      assert.ok(later.atMs > earlier.atMs + earlier.forMs);
    });
    assert.ok(own.every(({ what, forMs }) => what !== 'SIGSTOP' || forMs > options.leaseMs));
  }
});

test('without faults nothing goes wrong by plan', () => {
  const { leads, disturbances } = makePlan({ ...options, faults: false });
  assert.equal(leads.length, 200);
  assert.deepEqual(
    leads.flatMap(({ faults }) => faults),
    [],
  );
  assert.deepEqual(disturbances, []);
});
