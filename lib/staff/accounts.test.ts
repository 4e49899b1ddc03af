import assert from 'node:assert/strict';
import type { Database } from '../database/connect.ts';
import { testStore } from '../database/test-databases.ts';
import { keepOwner } from './accounts.ts';
import { createStaffAuth } from './staff-auth.ts';

const log = { error: () => {} };
const authOf = (database: Database) =>
  createStaffAuth({ database, appSecret: 'a secret of the tests', appUrl: 'https://leads.example', log });
const owner = { email: 'Dana@example.com', password: 'first long password' };

const emails = async ({ db }: Database) =>
  (await db.selectFrom('staff_user').select('email').execute()).map(({ email }) => email);

async function signsIn(database: Database, email: string, password: string): Promise<string | undefined> {
  try {
    const { headers } = await authOf(database).api.signInEmail({
      body: { email, password },
      returnHeaders: true,
    });
    return headers.getSetCookie().join('; ');
  } catch (error) {
    assert.equal((error as { statusCode?: number }).statusCode, 401);
    return undefined;
  }
}

const isSignedIn = async (database: Database, cookie: string) =>
  (await authOf(database).api.getSession({
    headers: new Headers({ cookie: cookie.split(';')[0] ?? '' }),
  })) !== null;

testStore(
  'three replicas that start together make one first owner, who can sign in',
  async (database, _, { open }) => {
    await Promise.all([open(), open(), open()].map((replica) => keepOwner(replica, owner)));
    assert.deepEqual(await emails(database), ['dana@example.com']);
    const accounts = await database.db.selectFrom('staff_account').select('id').execute();
    assert.equal(accounts.length, 1);
    const cookie = await signsIn(database, 'DANA@example.com', owner.password);
    assert.match(cookie ?? '', /^__Secure-guestcard\.session_token=/);
    assert.match(cookie ?? '', /Path=\/staff; HttpOnly; Secure; SameSite=Lax/);
  },
);

testStore(
  'a changed STAFF_PASSWORD is the new one, and ends the sessions of the old one',
  async (database) => {
    await keepOwner(database, owner);
    const cookie = (await signsIn(database, owner.email, owner.password)) ?? '';
    await keepOwner(database, owner);
    assert.equal(await isSignedIn(database, cookie), true, 'the same password again changes nothing');
    const changed = { ...owner, password: 'second long password' };
    await Promise.all([keepOwner(database, changed), keepOwner(database, changed)]);
    assert.equal(await isSignedIn(database, cookie), false);
    assert.equal(await signsIn(database, owner.email, owner.password), undefined);
    assert.ok(await signsIn(database, owner.email, changed.password));
  },
);

testStore(
  'a changed STAFF_EMAIL moves the account: the old address cannot sign in any more',
  async (database) => {
    await keepOwner(database, owner);
    await keepOwner(database, { ...owner, email: 'ana@example.com' });
    assert.deepEqual(await emails(database), ['ana@example.com']);
    assert.equal(await signsIn(database, owner.email, owner.password), undefined);
    assert.ok(await signsIn(database, 'ana@example.com', owner.password));
  },
);

testStore('nobody can sign up', async (database) => {
  await assert.rejects(
    authOf(database).api.signUpEmail({
      body: { email: 'x@example.com', password: 'long enough to pass', name: 'x' },
    }),
  );
  assert.deepEqual(await emails(database), []);
});
