import assert from 'node:assert/strict';
import { testStore } from '../database/test-databases.ts';
import { keepOwner } from './accounts.ts';
import { isSetUpOpen, newSetUpToken, setUp } from './set-up-link.ts';

const account = (token: string, email = 'dana@example.com') => ({
  token,
  email,
  password: 'a long password',
});

testStore(
  'used twice at once, and through two replicas’ links, it makes one account',
  async (database, _, { open }) => {
    const tokens = await Promise.all([open(), open()].map(newSetUpToken));
    const [one = '', other = ''] = tokens;
    const made = await Promise.all([
      setUp(open(), account(one)),
      setUp(open(), account(one, 'second@example.com')),
      setUp(open(), account(other, 'third@example.com')),
    ]);
    assert.equal(made.filter(Boolean).length, 1);
    assert.equal((await database.db.selectFrom('staff_user').select('id').execute()).length, 1);
    assert.equal(await isSetUpOpen(database, other), false);
    assert.equal(await newSetUpToken(database), undefined);
  },
);

testStore('it ends after 24 hours, and the database never held the token itself', async (database, clock) => {
  const token = (await newSetUpToken(database)) ?? '';
  const rows = await database.db.selectFrom('staff_set_up').selectAll().execute();
  assert.doesNotMatch(JSON.stringify(rows), new RegExp(token));
  clock.now += 24 * 60 * 60_000 - 1;
  assert.equal(await isSetUpOpen(database, token), true);
  clock.now += 1;
  assert.equal(await isSetUpOpen(database, token), false);
  assert.equal(await setUp(database, account(token)), false);
});

testStore('it ends when there is an account, however that came', async (database) => {
  const token = (await newSetUpToken(database)) ?? '';
  await keepOwner(database, { email: 'dana@example.com', password: 'a long password' });
  assert.equal(await isSetUpOpen(database, token), false);
  assert.equal(await setUp(database, account(token, 'mallory@example.com')), false);
  assert.equal(await isSetUpOpen(database, 'made up'), false);
});
