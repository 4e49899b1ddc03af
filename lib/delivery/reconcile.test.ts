import assert from 'node:assert/strict';
import { publishProperties } from '../property/published-properties.ts';
import type { Scenario } from '../propexo/simulator/scenario.ts';
import { testDelivery } from './test-delivery.ts';

const ambiguous: [string, Scenario][] = [
  ['hangs, lead created', { kind: 'hang', act: true }],
  ['reset after the request', { kind: 'reset', when: 'after' }],
  ['500 created', { kind: 'answer', status: 500, act: true }],
  ['502 created', { kind: 'answer', status: 502, act: true }],
  ['504 created', { kind: 'answer', status: 504, act: true }],
  ['200 empty', { kind: 'empty', act: true }],
  ['200 HTML', { kind: 'html', act: true }],
  ['200 truncated JSON', { kind: 'truncated', act: true }],
  ['2 MB answer', { kind: 'huge', megabytes: 2, act: true }],
];
for (const [fault, scenario] of ambiguous) {
  testDelivery(`${fault}: unknown, then delivered by the reference, one record`, async (office) => {
    office.simulator.play(scenario);
    await office.accept();
    await office.pass(0);
    assert.equal((await office.delivery()).state, 'unknown');
    await office.pass(5);
    await office.pass(5);
    assert.equal((await office.delivery()).state, 'delivered');
    assert.equal(office.posts(), 1);
    assert.equal(office.simulator.leads.length, 1);
  });
}

const lostForGood: [string, Scenario][] = [
  ['reset before it was read', { kind: 'reset', when: 'before' }],
  ['500 not created', { kind: 'answer', status: 500 }],
  ['redirect', { kind: 'redirect', location: 'http://127.0.0.1:9/elsewhere' }],
  ['408', { kind: 'answer', status: 408 }],
];
for (const [fault, scenario] of lostForGood) {
  testDelivery(`${fault}: unknown, searched for, never sent again by itself`, async (office) => {
    office.simulator.play(scenario);
    await office.accept();
    for (let minutes = 0; minutes < 60; minutes += 5) await office.pass(300);
    await office.pass(27 * 3600);
    const delivery = await office.delivery();
    assert.equal(delivery.state, 'unknown');
    assert.equal(delivery.due_at, null, 'the search has an end');
    assert.equal(office.posts(), 1);
  });
}

testDelivery('another person’s lead with the same e-mail is not taken for ours', async (office) => {
  office.simulator.play({ kind: 'answer', status: 500, match: 'second' });
  await office.accept({ notes: 'first' });
  await office.pass(0);
  await office.pass(2);
  await office.accept({ notes: 'second' });
  await office.pass(0);
  await office.pass(5);
  const rows = await office.database.db.selectFrom('delivery').select('state').orderBy('queued_at').execute();
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['delivered', 'unknown'],
  );
});

testDelivery(
  'a lost send whose job failed is found in the write log: failed, with ResMan’s reason',
  async (office) => {
    office.simulator.play({ kind: 'job', outcome: 'FAILURE', errors: ['No such agent'] });
    office.simulator.play({ kind: 'answer', status: 502, act: true });
    await office.accept();
    await office.pass(0);
    await office.pass(5);
    assert.equal((await office.delivery()).state, 'accepted');
    assert.equal((await office.delivery()).job_id, office.simulator.jobs[0]?.job_id);
    await office.pass(2);
    assert.equal((await office.delivery()).state, 'failed');
    assert.equal((await office.delivery()).detail, 'No such agent');
    assert.equal(office.posts(), 1);
  },
);

testDelivery(
  'the search looks where the lead was sent, also after the property’s ids were corrected',
  async (office) => {
    office.simulator.play({ kind: 'hang', act: true });
    await office.accept();
    await office.pass(0);
    const corrected = { ...office.property, property_id: 'another', integration_id: 'another' };
    await publishProperties(office.database, 'file', [corrected]);
    await office.pass(5);
    assert.equal((await office.delivery()).state, 'delivered');
  },
);
