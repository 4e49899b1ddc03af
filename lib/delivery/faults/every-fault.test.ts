import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { answersToASend } from './answers-to-a-send.ts';
import { clocksAndDatabases } from './clocks-and-databases.ts';
import { coveredElsewhere } from './covered-elsewhere.ts';
import { type FaultName, faultList, titleOf } from './fault.ts';
import { jobs } from './jobs.ts';
import { outages } from './outages.ts';
import { processes } from './processes.ts';

const played = [...outages, ...answersToASend, ...jobs, ...clocksAndDatabases, ...processes];
const rows = [...played, ...coveredElsewhere];

test('every fault, in each of its variants, has exactly one row, and no row is of another fault', () => {
  const wanted = (Object.keys(faultList) as FaultName[]).flatMap((fault) => {
    const variants: readonly string[] = faultList[fault];
    return variants.length > 0 ? variants.map((variant) => titleOf({ fault, variant })) : [fault];
  });
  assert.deepEqual(rows.map(titleOf).toSorted(), wanted.toSorted());
});

for (const { by, ...row } of coveredElsewhere) {
  test(`${titleOf(row)}: the test that covers it exists`, () => {
    const source = readFileSync(new URL(`../../../${by.file}`, import.meta.url), 'utf8');
    // Journeys carry tags behind their title; the title of a table's rows goes on with what differs.
    const ends = [`'${by.title}'`, `'${by.title} @`, `\`${by.title}\${`];
    assert.ok(
      ends.some((title) => source.includes(title)),
      `${by.file} has no test "${by.title}"`,
    );
  });
}
