import assert from 'node:assert/strict';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { publishProperties } from '../property/published-properties.ts';
import { probeSoon } from './circuit.ts';
import { testDelivery } from './test-delivery.ts';

const [mapleCourt, foundryLofts] = demoProperties() as [Property, Property];

testDelivery('an integration that refuses holds up its own leads and nobody else’s', async (office) => {
  office.simulator.play({
    kind: 'answer',
    status: 401,
    times: 'always',
    endpoint: 'any',
    match: mapleCourt.integration_id,
  });
  const elsewhere = { ...foundryLofts, integration_id: 'another-integration' };
  await publishProperties(office.database, 'demo', [mapleCourt, elsewhere]);
  await office.acceptMany(6, mapleCourt);
  await office.acceptMany(6, elsewhere);
  await office.pass(0);
  assert.equal(office.posts(), 7, 'one found out, the others were not tried');
  assert.deepEqual(await office.states(), { queued: 6, accepted: 6 });
});

testDelivery('an open circuit is probed with questions, never with a lead', async (office) => {
  office.simulator.play({ kind: 'answer', status: 500, times: 5 });
  office.simulator.play({ kind: 'answer', status: 500, endpoint: 'leads', times: 'always' });
  await office.acceptMany(12);
  await office.pass(0);
  assert.equal(office.posts(), 5);
  for (const seconds of [10, 30, 60, 120]) await office.pass(seconds);
  assert.equal(office.posts(), 5);
  const probes = office.simulator.received.filter(({ query }) => query.limit === '1');
  assert.equal(probes.length, 4);
  assert.ok(probes.every(({ method, path }) => method === 'GET' && path === '/v1/leads/'));
  office.simulator.clearScenarios();
  await office.pass(120);
  await office.pass(5);
  assert.equal(office.simulator.leads.length, 7, 'those of unknown outcome were not sent again');
  assert.deepEqual(await office.states(), { delivered: 7, unknown: 5 });
});

testDelivery('after an outage what waits goes out as soon as the probe is answered', async (office) => {
  await office.simulator.goDown();
  await office.acceptMany(8);
  for (const seconds of [0, 5, 5, 30]) await office.pass(seconds);
  assert.deepEqual(await office.states(), { queued: 8 });
  await office.simulator.comeBack();
  await office.pass(60);
  await office.pass(2);
  assert.deepEqual(await office.states(), { delivered: 8 });
  assert.equal(office.simulator.leads.length, 8);
});

testDelivery('a start looks at once whether an open circuit may be closed', async (office) => {
  office.simulator.play({ kind: 'revoke-token' });
  await office.accept();
  await office.pass(0);
  for (const seconds of [10, 30, 60]) await office.pass(seconds);
  office.simulator.clearScenarios();
  await probeSoon(office.database);
  await office.pass(0);
  assert.equal(office.simulator.inbox.length, 1);
});

testDelivery('one alarm for one trouble, not one for every lead or probe', async (office) => {
  office.simulator.play({ kind: 'answer', status: 404, times: 'always' });
  await office.acceptMany(5);
  for (const seconds of [0, 10, 30, 60]) await office.pass(seconds);
  const opened = office.warnings.filter((facts) => 'integration' in facts);
  assert.equal(opened.length, 1);
});

testDelivery('what was put off for long goes out with the first good probe', async (office) => {
  await office.simulator.goDown();
  await office.accept();
  for (const seconds of [0, 5, 30, 120, 600]) await office.pass(seconds);
  await office.simulator.comeBack();
  await office.pass(10);
  assert.equal(office.simulator.inbox.length, 1, 'by its own schedule it would have waited half an hour');
});

testDelivery(
  'without a valid token not even questions are asked; with any other trouble they are',
  async (office) => {
    for (const [status, questions] of [
      [401, 0],
      [404, 1],
    ] as const) {
      await office.accept({ email_1: `${status}@example.com` });
      await office.pass(0);
      office.simulator.play({ kind: 'answer', status });
      await office.accept({ email_1: `other-${status}@example.com` });
      await office.pass(0);
      await office.pass(2);
      const asked = office.simulator.received.filter(({ path }) =>
        path.startsWith('/v1/admin/write-status/'),
      );
      assert.equal(asked.length, questions);
      office.simulator.reset();
      await office.database.db.updateTable('delivery').set({ state: 'delivered', due_at: null }).execute();
      await office.database.db.deleteFrom('integration_lane').execute();
    }
  },
);

testDelivery('a lead that is the trouble itself steps back, and ends in front of staff', async (office) => {
  office.simulator.play({ kind: 'answer', status: 404, times: 'always', match: 'poison' });
  await office.accept({ notes: 'poison', email_1: 'poison@example.com' });
  await office.pass(0);
  for (let hour = 0; hour < 80; hour += 1) {
    if (hour % 20 === 0) await office.acceptMany(1);
    for (let minutes = 0; minutes < 60; minutes += 5) await office.pass(300);
  }
  assert.deepEqual(await office.states(), { failed: 1, delivered: 4 });
  assert.ok(office.posts() < 60, `${office.posts()} creates`);
});

testDelivery('more integrations at work than one statement can ask about', async (office) => {
  for (let one = 0; one < 130; one += 1) {
    await office.accept({ email_1: `${one}@example.com` });
    await office.database.db
      .updateTable('delivery')
      .set({ integration_id: `integration-${one}` })
      .where('email_key', '=', `${one}@example.com`)
      .execute();
  }
  await office.pass(0);
  assert.equal(office.posts(), 130);
});
