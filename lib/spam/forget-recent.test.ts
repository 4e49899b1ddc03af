import assert from 'node:assert/strict';
import { testStore } from '../database/test-databases.ts';
import { forgetRecent } from './forget-recent.ts';
import { rememberedMs } from './recent.ts';

testStore('after a day nothing is known of who sent what from where', async (database, clock) => {
  const { db } = database;
  const keys = { sender_key: 's', client_key: 'c', message_key: null, form_key: null };
  await db
    .insertInto('recent_submission')
    .values([clock.now - rememberedMs, clock.now - rememberedMs + 1].map((at) => ({ ...keys, at })))
    .execute();
  await db
    .insertInto('used_proof')
    .values([
      { nonce: 'old', expires_at: clock.now - rememberedMs - 1 },
      { nonce: 'new', expires_at: clock.now },
    ])
    .execute();
  await forgetRecent(database);
  const left = await db.selectFrom('recent_submission').select('at').execute();
  assert.deepEqual(
    left.map(({ at }) => at),
    [clock.now - rememberedMs + 1],
  );
  const proofs = await db.selectFrom('used_proof').select('nonce').execute();
  assert.deepEqual(
    proofs.map(({ nonce }) => nonce),
    ['new'],
  );
});
