import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Database } from '../database/connect.ts';
import { testStore } from '../database/test-databases.ts';
import { speech } from '../language/languages.ts';
import { receiveLead } from '../lead/receive-lead.ts';
import { newSubmissionId } from '../lead/submission-id.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { publishProperties } from '../property/published-properties.ts';
import { canProveField, proofField, trapField } from './spam-fields.ts';
import type { Verdict } from './verdict.ts';

const [property] = demoProperties() as [Property];
const secret = 'a secret of the tests';
const person = { first_name: 'Ana', last_name: 'Cruz', email_1: 'ana@example.com' };
const manyLinks = 'https://one.example https://two.example https://three.example';

/** Sends the form to a program with this database, and notes the verdicts. */
async function desk(database: Database, clock: { now: number }) {
  await publishProperties(database, 'demo', [property]);
  const verdicts: Verdict[] = [];
  const metrics = {
    leadAccepted() {},
    leadNotSaved() {},
    leadScreened: (verdict: Verdict) => verdicts.push(verdict),
  };
  const log = {
    error(facts: object) {
      throw new Error('not saved', { cause: facts });
    },
  };
  const send = (fields: Record<string, string>, address?: string, through = database) =>
    receiveLead(
      {
        database: through,
        now: clock.now,
        log,
        metrics,
        secret,
        timeScale: 1,
        work: { rounds: 10, keys: [3, 9] },
      },
      property,
      { sent: { ...person, ...fields }, tooLarge: false },
      { address },
      speech('en'),
    );
  return { send, verdicts };
}

async function states({ db }: Database): Promise<Record<string, number>> {
  const rows = await db.selectFrom('delivery').select(['state', 'due_at']).execute();
  for (const { state, due_at } of rows) assert.equal(due_at === null, state === 'quarantined');
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ state }) => state)].map(([state, some]) => [state, some.length]),
  );
}

testStore(
  'what looks like spam is stored with its reasons, and nothing happens to it',
  async (database, clock) => {
    const { send, verdicts } = await desk(database, clock);
    const held = await send({ [trapField]: 'x', notes: manyLinks });
    assert.ok(held.receipt);
    assert.deepEqual(verdicts, ['quarantined']);
    assert.deepEqual(await states(database), { quarantined: 1 });
    const row = await database.db.selectFrom('spam_screening').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual(
      { ...row, lead_id: '', signals: JSON.parse(row.signals) },
      {
        lead_id: '',
        verdict: 'quarantined',
        score: 90,
        proven: 0,
        signals: [
          { name: 'trap_filled', weight: 60 },
          { name: 'links', weight: 30, count: 3 },
        ],
      },
    );
    const again = await send({
      notes: manyLinks,
      submission_id: newSubmissionId(secret, clock.now - 60_000),
    });
    assert.deepEqual(again, { receipt: held.receipt, isNew: false }, 'the same words are the same lead');
    assert.deepEqual(await states(database), { quarantined: 1 });
  },
);

testStore('a proof is asked for, counts once, and only for its words', async (database, clock, _, t) => {
  mock.timers.enable({ apis: ['Date'], now: clock.now });
  t.after(() => mock.timers.reset());
  const { send, verdicts } = await desk(database, clock);
  const able = { notes: manyLinks, [canProveField]: 'yes' };
  const asked = await send(able);
  assert.deepEqual([asked.receipt, await states(database)], [undefined, {}]);
  const challenge = asked.state?.challenge;
  assert.ok(challenge);
  const proof = JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
  const proved = await send({ ...able, [proofField]: proof });
  assert.ok(proved.receipt);
  assert.deepEqual(await send({ ...able, [proofField]: proof }), { receipt: proved.receipt, isNew: false });
  // Days later the same words are a new lead: the proof of then is none.
  clock.now += 5 * 60_000;
  await database.db.updateTable('lead').set({ received_at: 0 }).execute();
  const used = await send({
    ...able,
    [proofField]: proof,
    submission_id: newSubmissionId(secret, clock.now),
  });
  assert.ok(used.receipt && used.isNew);
  const other = await send({ ...able, notes: `${manyLinks} and more`, [proofField]: proof });
  assert.ok(other.receipt);
  assert.deepEqual(verdicts, ['asked', 'accepted', 'quarantined', 'quarantined']);
  assert.deepEqual(await states(database), { queued: 1, quarantined: 2 });
});

testStore('two at once with one proof: it is the first one’s', async (database, clock, _, t) => {
  mock.timers.enable({ apis: ['Date'], now: clock.now });
  t.after(() => mock.timers.reset());
  const { send } = await desk(database, clock);
  const able = { notes: manyLinks, [canProveField]: 'yes' };
  const challenge = (await send(able)).state?.challenge;
  assert.ok(challenge);
  const proof = JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
  const both = await Promise.all([
    send({ ...able, [proofField]: proof }),
    send({ ...able, [proofField]: proof }),
  ]);
  assert.ok(both[0].receipt);
  assert.equal(both[0].receipt, both[1].receipt);
  assert.deepEqual(await states(database), { queued: 1 });
});

testStore(
  'replicas count a network’s submits together; a /64 is one network',
  async (database, clock, { open }) => {
    const { send } = await desk(database, clock);
    const other = open(() => clock.now);
    const from = (index: number) =>
      send({ email_1: `p${index}@example.com` }, `2001:db8::${index + 1}`, index % 2 ? other : database);
    for (let index = 0; index < 60; index += 1) assert.ok((await from(index)).receipt);
    const refused = await from(60);
    assert.equal(refused.state && refused.status, 429);
    assert.match(refused.state?.formErrors[0] ?? '', /Very many inquiries .* call Maple Court/);
    assert.equal(refused.state?.values.email_1, 'p60@example.com');
    assert.ok((await send({ email_1: 'p61@example.com' }, '2001:db8:1::1')).receipt, 'another network');
    assert.ok(
      (await send({ email_1: 'p62@example.com' }, '127.0.0.1')).receipt,
      'a proxy is nobody’s network',
    );
    clock.now += 10 * 60_000;
    assert.ok((await from(63)).receipt, 'ten minutes later');
  },
);

testStore('many at once count each other', async (database, clock) => {
  const { send, verdicts } = await desk(database, clock);
  const advert = 'Loans of up to five million, write to loans@example.com today';
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => send({ email_1: `p${index}@example.com`, notes: advert })),
  );
  assert.deepEqual(verdicts.toSorted(), [...Array(3).fill('accepted'), ...Array(17).fill('quarantined')]);
});
