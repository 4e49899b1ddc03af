import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import type { Database } from '../database/connect.ts';
import { testStore } from '../database/test-databases.ts';
import { signPayload } from '../propexo/simulator/webhook-delivery.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { signatureFailures } from './signature-failures.ts';

const failure = JSON.stringify({
  trigger: 'WRITE_OPERATION_FAILURE',
  data: { integration_id: 'int-1', root_job_id: 'job-1', write_status: 'FAILURE', errors: ['Ana Cruz'] },
});

function doorOf(database: Database, secrets = ['the-new-secret', 'the-old-secret']) {
  const lines: unknown[] = [];
  const note = (...line: unknown[]) => void lines.push(line);
  return { database, secrets, lines, log: { info: note, warn: note, error: note } };
}

function message(body: string | Uint8Array<ArrayBuffer>, secret = 'the-new-secret', signature?: string) {
  const signed = signature ?? signPayload(secret, Buffer.from(body).toString());
  return new Request('https://leads.example/api/webhooks/propexo', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'propexo-signature': signed },
    body,
  });
}

async function stored(database: Database) {
  const rows = await database.db.selectFrom('webhook_event').selectAll().execute();
  return rows.map((row) => ({ ...row }));
}

testStore('a signed message is stored as it came, with what can be read of it', async (database, clock) => {
  assert.equal(await receiveWebhook(doorOf(database), message(failure)), 200);
  assert.deepEqual(await stored(database), [
    {
      body_hash: createHash('sha256').update(failure).digest('hex'),
      body: failure,
      received_at: clock.now,
      trigger: 'WRITE_OPERATION_FAILURE',
      integration_id: 'int-1',
      job_id: 'job-1',
      handled_at: null,
      outcome: null,
    },
  ]);
});

testStore('the same message fifty times at once is one row', async (database) => {
  const door = doorOf(database);
  const answers = await Promise.all(Array.from({ length: 50 }, () => receiveWebhook(door, message(failure))));
  assert.deepEqual(new Set(answers), new Set([200]));
  assert.equal((await stored(database)).length, 1);
});

testStore(
  'while a secret is exchanged, the old one still counts; afterwards it does not',
  async (database) => {
    assert.equal(await receiveWebhook(doorOf(database), message(failure, 'the-old-secret')), 200);
    const later = doorOf(database, ['the-new-secret']);
    assert.equal(await receiveWebhook(later, message(`${failure} `, 'the-old-secret')), 401);
    assert.equal((await stored(database)).length, 1);
  },
);

testStore('a forged message leaves a count and a line without its words, and no row', async (database) => {
  const door = doorOf(database);
  const before = signatureFailures();
  const right = signPayload('the-new-secret', failure);
  const unsigned = message(failure);
  unsigned.headers.delete('propexo-signature');
  const forgeries = [unsigned, message(failure, 'guessed'), message(`${failure} `, '', right)];
  for (const wrong of ['', right.slice(1), right.toUpperCase()]) forgeries.push(message(failure, '', wrong));
  for (const forgery of forgeries) assert.equal(await receiveWebhook(door, forgery), 401);
  assert.deepEqual(await stored(database), []);
  assert.equal(signatureFailures(), before + forgeries.length);
  assert.ok(door.lines.length > 0);
  assert.doesNotMatch(JSON.stringify(door.lines), /Ana|secret"|job-1/);
});

testStore('without a secret the door is shut, also to a message signed with nothing', async (database) => {
  const before = signatureFailures();
  assert.equal(await receiveWebhook(doorOf(database, []), message(failure, '')), 404);
  assert.deepEqual(await stored(database), []);
  assert.equal(signatureFailures(), before);
});

testStore('more than a megabyte is refused, a megabyte is stored', async (database) => {
  const door = doorOf(database);
  assert.equal(await receiveWebhook(door, message('x'.repeat(1_000_001))), 413);
  assert.deepEqual(await stored(database), []);
  assert.equal(await receiveWebhook(door, message('x'.repeat(1_000_000))), 200);
});

testStore(
  'what is signed is stored whatever it is: no JSON, NUL, bytes that are no text',
  async (database) => {
    const door = doorOf(database);
    const nul = '{"trigger":"A\\u0000B","integration_id":"\\ud800"}';
    for (const body of ['', 'hello', '[]', 'a\0b', nul])
      assert.equal(await receiveWebhook(door, message(body)), 200, body);
    const odd = new Uint8Array([0xff, 0xfe, 0x00, 0x80]);
    const signature = createHmac('sha256', 'the-new-secret').update(odd).digest('hex');
    assert.equal(await receiveWebhook(door, message(odd, '', signature)), 200);
    const rows = await stored(database);
    assert.equal(rows.length, 6);
    assert.ok(rows.every(({ trigger, job_id }) => trigger === null && job_id === null));
  },
);

testStore('when it cannot be stored the answer is 503, so that Propexo repeats it', async (database) => {
  const door = doorOf(database);
  await database.db.schema.dropTable('webhook_event').execute();
  assert.equal(await receiveWebhook(door, message(failure)), 503);
  assert.equal(door.lines.length, 1);
});
