import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HandClock } from './clock.ts';
import { call, openSimulator } from './fixture.ts';

const probe = '/v1/lead-sources/?limit=1';

function limits({ headers }: { headers: Headers }) {
  return [headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')];
}

test('every answer tells the limit and what is left of it, also a refusal', async (t) => {
  const simulator = await openSimulator(t);
  assert.deepEqual(limits(await call(simulator, 'GET', probe)), ['150', '149']);
  assert.deepEqual(limits(await call(simulator, 'POST', '/v1/leads/resman/', {})), ['150', '148']);
  assert.deepEqual(limits(await call(simulator, 'GET', probe, undefined, { token: 'guessed' })), [
    '150',
    '148',
  ]);
});

test('from four fifths of the minute each answer is held back two seconds', async (t) => {
  const clock = new HandClock();
  const simulator = await openSimulator(t, { ...clock, requestsPerMinute: 5 });
  for (let sent = 0; sent < 3; sent += 1) await call(simulator, 'GET', probe);
  const fourth = call(simulator, 'GET', probe);
  await simulator.waitFor(({ received }) => received.length === 4);
  clock.advance(1999);
  assert.equal(simulator.received[3]?.status, null);
  clock.advance(1);
  assert.equal(simulator.received[3]?.status, 200);
  assert.deepEqual(limits(await fourth), ['5', '1']);
});

test('at the limit everything is refused until the calendar minute rolls over', async (t) => {
  const clock = new HandClock(Date.UTC(2026, 2, 2, 17, 0, 50));
  const simulator = await openSimulator(t, { ...clock, requestsPerMinute: 2 });
  await call(simulator, 'GET', probe);
  const second = call(simulator, 'GET', probe);
  await simulator.waitFor(({ received }) => received.length === 2);
  clock.advance(2000);
  assert.equal((await second).status, 200);

  const third = await call(simulator, 'GET', probe);
  assert.equal(third.status, 429);
  assert.equal(third.json.error.code, 'too_many_requests');
  assert.equal(third.headers.get('retry-after'), null);
  assert.deepEqual(limits(third), ['2', '0']);
  clock.advance(7999);
  assert.equal((await call(simulator, 'GET', probe)).status, 429);
  clock.advance(1);
  assert.deepEqual(limits(await call(simulator, 'GET', probe)), ['2', '1']);
});

test('without a limit no header speaks of one', async (t) => {
  const simulator = await openSimulator(t, { requestsPerMinute: null });
  assert.deepEqual(limits(await call(simulator, 'GET', probe)), [null, null]);
});
