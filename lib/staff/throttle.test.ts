import assert from 'node:assert/strict';
import { testStore } from '../database/test-databases.ts';
import { countTry, mostWrong } from './throttle.ts';

testStore('one address that tries many accounts, and one account from many addresses', async (database) => {
  const waits = async (email: string, address: string) =>
    (await countTry(database, { email, address })).waitMs !== undefined;
  for (let tries = 0; tries < mostWrong.address; tries += 1)
    assert.equal(await waits(`nobody-${tries}@example.com`, '192.0.2.1'), false);
  assert.equal(await waits('another@example.com', '192.0.2.1'), true);
  for (let tries = 0; tries < mostWrong.account; tries += 1)
    assert.equal(await waits('dana@example.com', `198.51.100.${tries}`), false);
  assert.equal(await waits('dana@example.com', '203.0.113.1'), true);
  const kept = await database.db.selectFrom('staff_wrong_try').select('account').execute();
  assert.doesNotMatch(JSON.stringify(kept), /example/);
});
