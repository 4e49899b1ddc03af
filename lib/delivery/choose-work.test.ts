import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Candidate, chooseWork, type Room } from './choose-work.ts';

const now = 1_000_000;
let count = 0;
const candidate = (changes: Partial<Candidate> = {}): Candidate => {
  count += 1;
  return {
    id: String(count),
    state: 'queued',
    sends: true,
    integration_id: 'one',
    place: count,
    peers: 1,
    due_at: now - 1,
    by_staff: 0,
    property_slug: 'maple-court',
    email_key: `person-${count}@example.com`,
    phone_key: null,
    trial: 0,
    ...changes,
  };
};
const question = (changes: Partial<Candidate> = {}) =>
  candidate({ sends: false, state: 'accepted', ...changes });
const plenty: Room = {
  requests: 100,
  forStaff: 5,
  total: 64,
  of: () => 8,
  sending: new Set(),
  sendsSinceQuestion: 0,
  lastTurn: () => 0,
  now,
};
const ids = (candidates: Candidate[]) => candidates.map(({ id }) => id);

test('creates go before questions', () => {
  const [late, lead] = [question({ due_at: 0 }), candidate()];
  assert.deepEqual(ids(chooseWork([late, lead], { ...plenty, requests: 1 }).single), [lead.id]);
});

test('but after nine creates one question that is late goes first', () => {
  const [late, fresh, lead] = [question({ due_at: 0 }), question(), candidate()];
  const room = { ...plenty, requests: 1, sendsSinceQuestion: 9 };
  assert.deepEqual(ids(chooseWork([fresh, late, lead], room).single), [late.id]);
  assert.deepEqual(ids(chooseWork([fresh, lead], room).single), [lead.id], 'one that is not late waits');
});

test('staff’s go before everything, and on their own account when the budget is used up', () => {
  const [lead, mine] = [candidate(), candidate({ by_staff: 1 })];
  assert.deepEqual(ids(chooseWork([lead, mine], { ...plenty, requests: 1 }).single), [mine.id]);
  const choice = chooseWork([lead, mine], { ...plenty, requests: 0 });
  assert.deepEqual([ids(choice.single), choice.usedByStaff], [[mine.id], 1]);
  assert.deepEqual(chooseWork([mine], { ...plenty, requests: 0, forStaff: 0 }).single, []);
});

test('integrations take turns, and none takes more room than one may have', () => {
  const busy = Array.from({ length: 20 }, (_, place) => candidate({ place: place + 1 }));
  const other = candidate({ integration_id: 'other', place: 1 });
  const first = chooseWork([...busy, other], { ...plenty, requests: 2 }).single;
  assert.deepEqual(new Set(first.map(({ integration_id }) => integration_id)), new Set(['one', 'other']));
  assert.equal(chooseWork(busy, plenty).single.length, 8);
  const full = { ...plenty, of: (integration: string) => (integration === 'one' ? 0 : 8) };
  assert.deepEqual(ids(chooseWork([...busy, other], full).single), [other.id]);
});

test('one send at a time for a person and property, by e-mail or by telephone', () => {
  const one = candidate({ email_key: 'ana@example.com', phone_key: '+14155550134' });
  const sameEmail = candidate({ email_key: 'ana@example.com' });
  const samePhone = candidate({ email_key: null, phone_key: '+14155550134' });
  const elsewhere = candidate({ email_key: 'ana@example.com', property_slug: 'foundry-lofts' });
  const nobody = [candidate({ email_key: null }), candidate({ email_key: null })];
  const chosen = ids(chooseWork([one, sameEmail, samePhone, elsewhere, ...nobody], plenty).single);
  assert.deepEqual(chosen, ids([one, elsewhere, ...nobody]));
});

test('on trial an integration gets one send at a time', () => {
  const leads = [candidate({ trial: 1 }), candidate({ trial: 1 })];
  assert.equal(chooseWork(leads, plenty).single.length, 1);
  assert.equal(chooseWork(leads, { ...plenty, sending: new Set(['one']) }).single.length, 0);
});

test('from five due jobs of an integration on they are asked about together, with one request', () => {
  const four = Array.from({ length: 4 }, () => question({ peers: 4 }));
  assert.deepEqual(chooseWork(four, plenty).together, []);
  const five = Array.from({ length: 5 }, () => question({ peers: 5 }));
  const unknown = candidate({ state: 'unknown', sends: false, peers: 9 });
  const choice = chooseWork([...five, unknown], { ...plenty, requests: 2 });
  assert.deepEqual([choice.together, ids(choice.single)], [['one'], [unknown.id]]);
});

test('with room for one request the integration whose turn is longest ago has it', () => {
  const [busy, other] = [
    candidate({ place: 1, due_at: 0 }),
    candidate({ place: 1, integration_id: 'other', due_at: now - 1 }),
  ];
  const room = { ...plenty, requests: 1, lastTurn: (integration: string) => (integration === 'one' ? 7 : 3) };
  assert.deepEqual(ids(chooseWork([busy, other], room).single), [other.id]);
});
