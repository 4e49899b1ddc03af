import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testStore } from '../database/test-databases.ts';
import { deliveryStates } from '../delivery/states.ts';
import { textsIn } from '../language/languages.ts';
import { acceptLead } from '../lead/accept-lead.ts';
import { leadSchema } from '../lead/schema.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { publishProperties } from '../property/published-properties.ts';
import { listLeads } from './list-leads.ts';
import { isPendingLong, needOf, notices } from './needs.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.UTC(2026, 2, 2, 17);
const state = (name: (typeof deliveryStates)[number], forMs: number, queuedForMs = forMs) => ({
  state: name,
  state_since: now - forMs,
  queued_at: now - queuedForMs,
});
const needs = (...facts: Parameters<typeof state>) => needOf(state(...facts), now, 1) !== undefined;

test('what needs a person, and from when on', () => {
  assert.equal(needs('failed', 0), true);
  assert.equal(needs('quarantined', 72 * hour), false, 'a list of its own');
  assert.equal(needs('unknown', 15 * minute - 1), false);
  assert.equal(needs('unknown', 15 * minute), true);
  assert.equal(needs('accepted', 24 * hour - 1), false);
  assert.equal(needs('accepted', 24 * hour), true);
  assert.equal(needs('queued', 0, 15 * minute - 1), false);
  assert.equal(needs('queued', 0, 15 * minute), true);
  assert.equal(needs('sending', 72 * hour), false);
  assert.equal(needs('delivered', 72 * hour), false);
});

test('a lead that waits for its turn is said more loudly after four hours', () => {
  assert.deepEqual(needOf(state('queued', 0, 4 * hour - 1), now, 1), {
    since: now - 4 * hour + 1,
    urgent: false,
  });
  assert.deepEqual(needOf(state('queued', 0, 4 * hour), now, 1), { since: now - 4 * hour, urgent: true });
});

test('an open job is flagged after half an hour, and times follow the scale', () => {
  assert.equal(isPendingLong(state('accepted', 30 * minute - 1), now, 1), false);
  assert.equal(isPendingLong(state('accepted', 30 * minute), now, 1), true);
  assert.equal(isPendingLong(state('accepted', 3 * minute), now, 0.1), true);
  assert.equal(isPendingLong(state('queued', 30 * minute), now, 1), false);
  assert.ok(needOf(state('unknown', 90_000), now, 0.1));
});

testStore('the database finds the same ones, the longest waiting first', async (database, clock) => {
  const [property] = demoProperties() as [Property];
  await publishProperties(database, 'demo', demoProperties());
  const moments = [0, ...Object.values(notices).flatMap((notice) => [notice - 1, notice])];
  const cases = deliveryStates.flatMap((name) => moments.map((forMs) => ({ name, forMs })));
  for (const [index, { name, forMs }] of cases.entries()) {
    const { receipt } = await acceptLead(database, {
      property,
      answers: leadSchema({ today: '2026-03-02', texts: textsIn('en') }).parse({
        first_name: `Nr ${index}`,
        last_name: 'Test',
        email_1: 'x@example.com',
      }),
      language: 'en',
      attribution: { campaign: {} },
      submissionId: crypto.randomUUID(),
    });
    await database.db
      .updateTable('delivery')
      .set({ state: name, state_since: clock.now - forMs, queued_at: clock.now - forMs })
      .where('lead_id', 'in', database.db.selectFrom('lead').select('id').where('receipt', '=', receipt))
      .execute();
  }
  const expected = cases.filter(({ name, forMs }) =>
    needOf({ state: name, state_since: clock.now - forMs, queued_at: clock.now - forMs }, clock.now, 1),
  );
  const listed = await listLeads(database, 1, { show: 'needs', page: 1 });
  assert.equal(listed.total, expected.length);
  assert.deepEqual(
    listed.leads.map(({ delivery }) => delivery.state).toSorted(),
    expected.map(({ name }) => name).toSorted(),
  );
  const since = listed.leads.map(({ need }) => need?.since ?? 0);
  assert.deepEqual(since, since.toSorted());
  const spam = await listLeads(database, 1, { show: 'spam', page: 1 });
  assert.deepEqual(new Set(spam.leads.map(({ delivery }) => delivery.state)), new Set(['quarantined']));
  assert.equal(spam.total, moments.length);
  const all = await listLeads(database, 1, { show: 'all', page: 2, property: property.slug });
  assert.equal(all.total, cases.length);
  assert.equal(all.leads.length, cases.length - 50);
  assert.equal((await listLeads(database, 1, { show: 'all', page: 1, property: 'other' })).total, 0);
});
