import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quantile } from './figures.ts';
import type { PowerCutResult } from './power-cut/power-cut.ts';
import { faultsOf, powerCutFaults, tableOf } from './report.ts';
import type { RunResult } from './run.ts';

const verdict = {
  accepted: 2,
  delivered: 1,
  withStaff: {},
  withPropexo: 0,
  lost: [],
  doubled: [],
  broken: [],
};

function runOf(change: Partial<RunResult>): RunResult {
  return {
    options: { title: 'SQLite', patienceMs: 60_000 },
    plan: { leads: [], disturbances: [] },
    history: {
      clients: [],
      app: [{ receivedAt: 0, deliveredAt: 1_500 }],
      requests: { total: 3, refusedForRate: 1 },
    },
    verdict,
    recoveryMs: 500,
    largestMb: 100,
    missed: [],
    ...change,
  } as unknown as RunResult;
}

test('quantiles are values of the list', () => {
  assert.equal(quantile([4, 1, 3, 2], 0.5), 2);
  assert.equal(quantile([4, 1, 3, 2], 0.95), 4);
  assert.equal(quantile([7], 0.5), 7);
  assert.equal(quantile([], 0.5), undefined);
});

test('the table has a column for each run and a row for every reason that any of them has', () => {
  const lines = tableOf([
    runOf({ verdict: { ...verdict, withStaff: { 'failed: refused': 1, 'unknown: no_answer': 2 } } }),
    runOf({ verdict: { ...verdict, withStaff: { 'failed: partial': 3 } } }),
  ]).split('\n');
  const row = (label: string) =>
    lines
      .find((line) => line.includes(label))
      ?.split('|')
      .slice(2, -1)
      .map((cell) => cell.trim());
  assert.deepEqual(row('failed: refused'), ['1', '0']);
  assert.deepEqual(row('unknown: no_answer'), ['2', '0']);
  assert.deepEqual(row('failed: partial'), ['0', '3']);
  assert.deepEqual(row('with staff'), ['3', '3']);
  assert.deepEqual(row('p50'), ['1.5 s', '1.5 s']);
  assert.equal(new Set(lines.map(({ length }) => length)).size, 1);
});

test('one lead that is found doubled in two ways is one doubled lead', () => {
  const twice = [
    { mark: 'no-00001', what: '2 records in ResMan' },
    { mark: 'no-00001', what: '2 creates took effect' },
  ];
  assert.match(tableOf([runOf({ verdict: { ...verdict, doubled: twice } })]), /\*\*doubled\*\* +\| 1 /);
});

test('a run fails for whatever was lost, doubled or broken, and when it is not over', () => {
  assert.deepEqual(faultsOf(runOf({})), []);
  const finding = [{ mark: 'no-00001', what: 'gone' }];
  for (const kind of ['lost', 'doubled', 'broken'])
    assert.deepEqual(faultsOf(runOf({ verdict: { ...verdict, [kind]: finding } })), [
      `${kind.toUpperCase()} no-00001: gone`,
    ]);
  assert.deepEqual(faultsOf(runOf({ recoveryMs: undefined })), ['NOT OVER after 60 s of calm']);
});

test('a power cut fails for what was lost or damaged, and when the control finds nothing', () => {
  const good: PowerCutResult = {
    acknowledged: 50,
    syncs: 200,
    disks: 40,
    lost: 0,
    damaged: 0,
    control: { disks: 40, lost: 600 },
    afterwards: verdict,
  };
  assert.deepEqual(powerCutFaults(good), []);
  assert.equal(powerCutFaults({ ...good, lost: 1 }).length, 1);
  assert.equal(powerCutFaults({ ...good, damaged: 1 }).length, 1);
  assert.equal(powerCutFaults({ ...good, control: { disks: 40, lost: 0 } }).length, 1);
  const lost = [{ mark: 'no-00001', what: 'gone' }];
  assert.equal(powerCutFaults({ ...good, afterwards: { ...verdict, lost } }).length, 1);
});
