import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HandClock } from './clock.ts';
import { foundryLofts, mapleCourt } from './demo-catalog.ts';
import { call, openSimulator, postLead } from './fixture.ts';
import type { Simulator } from './simulator.ts';

async function withLeads(simulator: Simulator, clock: HandClock, names: string[]) {
  for (const first_name of names) {
    const email_1 = `${first_name.toLowerCase()}@example.com`;
    await postLead(simulator, { first_name, email_1, phone_1: '(415) 555-0123' });
    await simulator.settle();
    clock.advance(1000);
  }
}

async function open(t: Parameters<typeof openSimulator>[0], names: string[]) {
  const clock = new HandClock();
  const simulator = await openSimulator(t, { now: clock.now, schedule: clock.schedule });
  await withLeads(simulator, clock, names);
  const read = async (query: string) => {
    const reply = await call(simulator, 'GET', `/v1/leads/${query}`);
    const names = reply.json.results?.map((lead: { first_name: string }) => lead.first_name);
    return { ...reply, names };
  };
  return { simulator, clock, read };
}

test('leads are filtered by property, integration, e-mail and ten-digit phone', async (t) => {
  const { read } = await open(t, ['Ada', 'Bea']);
  assert.deepEqual((await read('?email_1=bea@example.com')).names, ['Bea']);
  assert.deepEqual((await read('?phone_1=4155550123')).names, ['Bea', 'Ada']);
  assert.deepEqual((await read(`?property_id=${mapleCourt.property_id}&email_1=ada@example.com`)).names, [
    'Ada',
  ]);
  assert.deepEqual((await read(`?property_id=${foundryLofts.property_id}`)).names, []);
  assert.deepEqual((await read('?integration_id=another')).names, []);
});

test('a phone filter that is not ten digits, and a filter that is none, are refused', async (t) => {
  const { read } = await open(t, []);
  const phone = await read('?phone_1=%2B14155550123');
  assert.equal(phone.status, 400);
  assert.deepEqual(phone.json.error.details.details.issues[0].path, ['phone_1']);
  const stranger = await read('?first_name=Ada');
  assert.equal(stranger.status, 400);
  assert.deepEqual(stranger.json.error.details.details.issues[0].keys, ['first_name']);
});

test('an external id is a filter only with the integration and the external property', async (t) => {
  const { read } = await open(t, []);
  assert.equal((await read('?x_id=1')).status, 400);
  assert.equal((await read('?x_id=1&integration_id=i&x_property_id=p')).status, 200);
});

test('leads come newest first in pages that say whether there are more', async (t) => {
  const { read } = await open(t, ['Ada', 'Bea', 'Cleo']);
  const first = await read('?limit=2');
  assert.deepEqual(first.names, ['Cleo', 'Bea']);
  assert.deepEqual(first.json.meta, {
    orderBy: [{ created_at: 'desc' }],
    offset: 0,
    limit: 2,
    hasMore: true,
    total: 3,
  });
  const second = await read('?limit=2&offset=2');
  assert.deepEqual(second.names, ['Ada']);
  assert.equal(second.json.meta.hasMore, false);
  assert.equal((await read('?limit=251')).status, 400);
  assert.equal((await read('?offset=-1')).status, 400);
});

test('leads are sorted as asked, ascending unless told otherwise', async (t) => {
  const { read } = await open(t, ['Bea', 'Ada', 'Cleo']);
  assert.deepEqual((await read('?order-by=first_name')).names, ['Ada', 'Bea', 'Cleo']);
  assert.deepEqual((await read('?order-by=last_name,first_name:desc')).names, ['Cleo', 'Bea', 'Ada']);
  assert.equal((await read('?order-by=shoe_size')).status, 400);
  assert.equal((await read('?order-by=first_name:up')).status, 400);
});

test('leads can be read by when they were updated', async (t) => {
  const { read, clock } = await open(t, ['Ada', 'Bea']);
  const since = new Date(clock.now() - 1000).toISOString();
  assert.deepEqual((await read(`?updated_at_gte=${since}`)).names, ['Bea']);
});
