import assert from 'node:assert/strict';
import { testStore } from '../database/test-databases.ts';
import { speech } from '../language/languages.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { publishProperties } from '../property/published-properties.ts';
import { receiveLead } from './receive-lead.ts';

const [property] = demoProperties() as [Property];
const fields = { first_name: 'Ana', last_name: 'Cruz', email_1: 'ana@example.com', phone_1: '415 555 0134' };
const now = Date.UTC(2026, 2, 2, 17);
const english = speech('en');
const log = { error: () => {} };

for (const [what, changes] of [
  ['an unticked box', {}],
  ['a plain no', { sms_consent: 'no' }],
  ['a yes without a number to text to', { sms_consent: 'yes', phone_1: '' }],
] as const) {
  testStore(`${what} is no consent`, async (database) => {
    await publishProperties(database, 'demo', [property]);
    const received = await receiveLead(
      { database, now, log, secret: 'a secret of the tests', timeScale: 1 },
      property,
      { sent: { ...fields, ...changes }, tooLarge: false },
      {},
      english,
    );
    assert.ok(received.receipt);
    assert.deepEqual(await database.db.selectFrom('consent').selectAll().execute(), []);
  });
}

testStore('an answer that is neither yes nor no is asked about', async (database) => {
  await publishProperties(database, 'demo', [property]);
  const sent = { ...fields, sms_consent: 'No thanks' };
  const received = await receiveLead(
    { database, now, log, secret: 'a secret of the tests', timeScale: 1 },
    property,
    { sent, tooLarge: false },
    {},
    english,
  );
  assert.equal(received.state?.fieldErrors.sms_consent, 'Answer yes or no');
  assert.equal(received.state?.values.sms_consent, 'No thanks');
});
