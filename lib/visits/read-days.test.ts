import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDays } from './read-days.ts';

const today = '2026-03-10';
for (const [query, from, to] of [
  [{}, '2026-02-09', today],
  [{ days: '7' }, '2026-03-04', today],
  [{ days: '90' }, '2025-12-11', today],
  [{ days: '8' }, '2026-02-09', today],
  [{ from: '2026-01-05', to: '2026-01-05' }, '2026-01-05', '2026-01-05'],
  [{ from: '2026-02-01', to: '2026-01-01', days: '7' }, '2026-01-01', '2026-02-01'],
  [{ from: '2026-03-01' }, '2026-03-01', today],
  [{ from: '2026-04-01' }, today, '2026-04-01'],
  [{ to: '2026-02-10', days: '7' }, '2026-02-04', '2026-02-10'],
  [{ from: '2026-02-30', to: 'yesterday' }, '2026-02-09', today],
  [{ from: '0001-01-01', to: '9999-12-31' }, '2026-02-09', today],
  [{ from: ['2026-02-01', '2026-02-02'], to: '2026-02-10' }, '2026-01-12', '2026-02-10'],
] as const)
  test(`${JSON.stringify(query)} is ${from} to ${to}`, () =>
    assert.deepEqual(readDays(query as never, today), { from, to }));
