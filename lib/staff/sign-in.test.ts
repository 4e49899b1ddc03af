import assert from 'node:assert/strict';
import type { Database } from '../database/connect.ts';
import { testStore } from '../database/test-databases.ts';
import { keepOwner } from './accounts.ts';
import { signIn } from './sign-in.ts';
import { createStaffAuth } from './staff-auth.ts';
import { mostWrong, windowMs } from './throttle.ts';

const password = 'a long password';
const door = (database: Database) => ({
  database,
  staffAuth: createStaffAuth({
    database,
    appSecret: 'a secret of the tests',
    appUrl: 'http://localhost:3000',
    log: { error: () => {} },
  }),
});
const status = (answer: Awaited<ReturnType<typeof signIn>>) => (answer.cookies ? 200 : answer.status);

testStore('five wrong passwords, then a wait; also the right one waits', async (database, clock) => {
  await keepOwner(database, { email: 'dana@example.com', password });
  const door1 = door(database);
  const attempt = async (typed: string, address = '192.0.2.1', email = 'dana@example.com') =>
    status(await signIn(door1, { email, password: typed, address }));
  for (let wrong = 0; wrong < 5; wrong += 1) assert.equal(await attempt('wrong password'), 401);
  assert.equal(await attempt(password), 429);
  assert.equal(await attempt(password, '192.0.2.1', 'DANA@example.com'), 429);
  const answer = await signIn(door1, { email: 'dana@example.com', password, address: '192.0.2.1' });
  assert.match(answer.problem ?? '', /^There were too many wrong tries\. Wait 15 minutes/);
  assert.equal(await attempt(password, '198.51.100.7'), 200, 'a stranger elsewhere does not lock her out');
  clock.now += windowMs - 1;
  assert.equal(await attempt(password), 429);
  clock.now += 1;
  assert.equal(await attempt(password), 200);
});

testStore('the right password forgets the wrong ones before it', async (database) => {
  await keepOwner(database, { email: 'dana@example.com', password });
  const door1 = door(database);
  const attempt = async (typed: string) =>
    status(await signIn(door1, { email: 'dana@example.com', password: typed, address: '192.0.2.1' }));
  for (const _ of [1, 2]) {
    for (let wrong = 0; wrong < 4; wrong += 1) assert.equal(await attempt('wrong password'), 401);
    assert.equal(await attempt(password), 200);
  }
});

testStore('twenty at once through two replicas: five passwords are looked at', async (_, __, { open }) => {
  const replicas = [door(open()), door(open())];
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_unused, index) =>
      signIn(replicas[index % 2] as (typeof replicas)[0], {
        email: 'nobody@example.com',
        password: 'wrong password',
        address: '192.0.2.1',
      }),
    ),
  );
  assert.equal(answers.filter((answer) => status(answer) === 401).length, mostWrong.together);
  assert.equal(answers.filter((answer) => status(answer) === 429).length, 15);
});

testStore('a wrong address and a wrong password get the same answer', async (database) => {
  await keepOwner(database, { email: 'dana@example.com', password });
  const door1 = door(database);
  const attempt = (email: string, typed: string) =>
    signIn(door1, { email, password: typed, address: undefined });
  const wrong = await attempt('dana@example.com', 'not her password');
  assert.deepEqual(await attempt('nobody@example.com', 'not her password'), wrong);
  assert.deepEqual(await attempt('not an address', 'x'.repeat(1_000)), wrong);
});
