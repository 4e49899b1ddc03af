import assert from 'node:assert/strict';
import type { Updateable } from 'kysely';
import type { DeliveryRow } from '../database/tables.ts';
import { type BackOffice, testDelivery } from '../delivery/test-delivery.ts';
import { textsIn } from '../language/languages.ts';
import { leadSchema } from '../lead/schema.ts';
import { type ActRequest, editAndSend, markFound, release, sendAgain, versionOf } from './acts.ts';
import { readLead } from './read-lead.ts';

const answers = leadSchema({ today: '2026-03-02', texts: textsIn('en') }).parse({
  first_name: 'Ana',
  last_name: 'Cruz',
  email_1: 'ANA.cruz@example.com',
  phone_1: '(415) 555-0134',
});

/** An accepted lead whose delivery is put into this state, and the request of a person who looks at it. */
async function seen(office: BackOffice, row: Updateable<DeliveryRow>): Promise<ActRequest> {
  await office.accept();
  await office.database.db
    .updateTable('delivery')
    .set({ due_at: null, ...row })
    .execute();
  return look(office);
}

async function look({ database }: BackOffice): Promise<ActRequest> {
  const delivery = await database.db.selectFrom('delivery').selectAll().executeTakeFirstOrThrow();
  return { leadId: delivery.lead_id, seen: versionOf(delivery), who: 'dana@example.com' };
}

const actsOf = async ({ database }: BackOffice) => {
  const rows = await database.db.selectFrom('staff_act').select(['who', 'act', 'details']).execute();
  return rows.map((row) => ({ ...row }));
};

const roomy = { timeScale: 1 };

for (const state of ['unknown', 'failed'] as const)
  testDelivery(
    `found it, from ${state}: delivered, with the id that was given, and who said so`,
    async (office) => {
      const request = await seen(office, { state });
      assert.equal(await markFound({ ...office, ...roomy }, request, 'resman-17'), 'done');
      const delivery = await office.delivery();
      assert.deepEqual(
        [delivery.state, delivery.reason, delivery.record_id, delivery.due_at],
        ['delivered', 'found_by_staff', 'resman-17', null],
      );
      assert.equal(await markFound({ ...office, ...roomy }, request, 'other'), 'delivered_already');
      assert.deepEqual(await actsOf(office), [
        { who: 'dana@example.com', act: 'found', details: '{"record_id":"resman-17"}' },
      ]);
    },
  );

testDelivery(
  'send again: queued as new, to be looked for once, and the failed job may be repeated',
  async (office) => {
    office.simulator.play({
      kind: 'job',
      outcome: 'FAILURE',
      errors: ['Transaction Source could not be found'],
    });
    await office.accept();
    await office.pass(0);
    await office.pass(5);
    const failed = await office.delivery();
    assert.deepEqual([failed.state, failed.reason], ['failed', 'refused_by_resman']);
    assert.equal(await sendAgain({ ...office, ...roomy }, await look(office), false), 'done');
    const queued = await office.delivery();
    assert.deepEqual(
      [
        queued.state,
        queued.reason,
        queued.step,
        queued.prove_absent,
        queued.by_staff,
        queued.job_id,
        queued.detail,
      ],
      ['queued', 'sent_again_by_staff', 0, 2, 1, null, null],
    );
    assert.equal(queued.retry_job_id, failed.job_id, 'nothing was edited');
    await office.pass(0);
    await office.pass(5);
    assert.equal((await office.delivery()).state, 'delivered');
    assert.equal(office.posts(), 1, 'the job was repeated');
    assert.equal(office.simulator.leads.length, 1);
  },
);

testDelivery('a job is not repeated when its body would be another one now', async (office) => {
  office.simulator.play({
    kind: 'job',
    outcome: 'FAILURE',
    errors: ['Transaction Source could not be found'],
  });
  await office.accept();
  await office.pass(0);
  await office.pass(5);
  const corrected = JSON.stringify({ ...office.property, lead_source_id: 'another-source' });
  await office.database.db
    .updateTable('property')
    .set({ definition: corrected })
    .where('slug', '=', office.property.slug)
    .execute();
  assert.equal(await sendAgain({ ...office, ...roomy }, await look(office), false), 'done');
  assert.equal((await office.delivery()).retry_job_id, null);
});

testDelivery('ten at once, by two people: one effect, the others learn that it changed', async (office) => {
  const request = await seen(office, { state: 'failed', reason: 'gave_up' });
  const results = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      sendAgain(
        { ...office, ...roomy },
        { ...request, who: index % 2 ? 'ana@example.com' : 'bo@example.com' },
        false,
      ),
    ),
  );
  assert.deepEqual(results.toSorted(), [...Array(9).fill('changed'), 'done']);
  assert.equal((await actsOf(office)).length, 1);
});

testDelivery(
  'ten at once through as many replicas, sent and edited and found: one effect',
  async (office) => {
    const request = await seen(office, { state: 'failed', reason: 'refused', detail: 'email_1: Invalid' });
    const desk = { ...office, ...roomy };
    const results = await Promise.all([
      ...[1, 2, 3].map(() => sendAgain(desk, request, true)),
      ...[1, 2, 3].map(() => editAndSend(desk, request, answers)),
      ...[1, 2, 3, 4].map(() => markFound(desk, request, undefined)),
    ]);
    assert.equal(results.filter((result) => result === 'done').length, 1);
    assert.equal((await actsOf(office)).length, 1);
  },
);

testDelivery('what may make a duplicate asks to be confirmed', async (office) => {
  const request = await seen(office, { state: 'unknown', reason: 'no_answer', job_id: 'job-1' });
  assert.equal(await sendAgain({ ...office, ...roomy }, request, false), 'not_confirmed');
  assert.deepEqual(await actsOf(office), []);
  assert.equal((await office.delivery()).state, 'unknown');
  assert.equal(await sendAgain({ ...office, ...roomy }, request, true), 'done');
  assert.equal((await office.delivery()).retry_job_id, null);
});

testDelivery('what was seen is old: nothing is done', async (office) => {
  const request = await seen(office, { state: 'failed', reason: 'gave_up' });
  await office.database.db.updateTable('delivery').set({ attempts: 7 }).execute();
  for (const act of [sendAgain, editAndSend, markFound] as ((...args: never[]) => Promise<string>)[])
    assert.equal(await act({ ...office, ...roomy } as never, request as never, answers as never), 'changed');
  assert.equal((await office.delivery()).state, 'failed');
  assert.deepEqual(await actsOf(office), []);
});

testDelivery('moves that are refused, whoever asks', async (office) => {
  const request = await seen(office, { state: 'accepted', job_id: 'job-1' });
  const desk = { ...office, ...roomy };
  const attempt = async (row: Updateable<DeliveryRow>) => {
    await office.database.db.updateTable('delivery').set(row).execute();
    const now = { ...request, ...(await look(office)) };
    return [
      await sendAgain(desk, now, true),
      await editAndSend(desk, now, answers),
      await release(desk, now),
      ...(row.state === 'failed' ? [] : [await markFound(desk, now, undefined)]),
    ];
  };
  const no = 'not_possible';
  const since = (await office.delivery()).state_since as number;
  assert.deepEqual(await attempt({ state: 'accepted' }), [no, no, no, no], 'still with Propexo');
  assert.deepEqual(await attempt({ state: 'sending' }), [no, no, no, no]);
  assert.deepEqual(await attempt({ state: 'queued' }), [no, no, no, no]);
  assert.deepEqual(await attempt({ state: 'failed', reason: 'partial' }), [no, no, no], 'partly in ResMan');
  await office.database.db.updateTable('delivery').set({ state: 'quarantined' }).execute();
  assert.equal(await sendAgain(desk, await look(office), true), no, 'held back: to be released instead');
  assert.equal(await markFound(desk, await look(office), undefined), no);
  const done = 'delivered_already';
  assert.deepEqual(await attempt({ state: 'delivered' }), [done, done, done, done]);
  assert.equal(await sendAgain(desk, { ...request, leadId: 'none' }, true), 'no_such_lead');
  await office.database.db
    .updateTable('delivery')
    .set({ state: 'accepted', state_since: since - 30 * 60_000 })
    .execute();
  assert.equal(await sendAgain(desk, await look(office), true), no, 'an open job is never sent again');
  assert.equal(await markFound(desk, await look(office), undefined), 'done');
});

testDelivery('edit and send: the corrected answers go, and what they were is kept', async (office) => {
  office.simulator.play({ kind: 'refuse', status: 400, field: 'phone_1', message: 'Invalid phone' });
  await office.accept({ phone_1: '555-0134' });
  await office.pass(0);
  const refused = await office.delivery();
  assert.deepEqual([refused.state, refused.detail], ['failed', 'phone_1: Invalid phone']);
  assert.equal(await editAndSend({ ...office, ...roomy }, await look(office), answers), 'done');
  const queued = await office.delivery();
  assert.deepEqual(
    [queued.state, queued.email_key, queued.phone_key, queued.retry_job_id],
    ['queued', 'ana.cruz@example.com', '+14155550134', null],
  );
  await office.pass(0);
  await office.pass(5);
  assert.equal((await office.delivery()).state, 'delivered');
  assert.deepEqual(
    office.simulator.inbox.map(({ body }) => body.phone_1),
    ['+14155550134'],
  );
  const [act] = await actsOf(office);
  assert.deepEqual(JSON.parse(act?.details ?? '').changes, {
    email_1: ['ana@example.com', 'ANA.cruz@example.com'],
    phone_1: ['555-0134', '(415) 555-0134'],
  });
  const lead = await readLead(office.database, (await look(office)).leadId);
  assert.equal(lead?.answers.phone_1, '(415) 555-0134');
  assert.doesNotMatch(JSON.stringify(lead), /receipt/);
});

testDelivery('released from quarantine, it is delivered', async (office) => {
  const request = await seen(office, { state: 'quarantined' });
  assert.equal(await release({ ...office, ...roomy }, request), 'done');
  await office.pass(0);
  await office.pass(5);
  assert.equal((await office.delivery()).state, 'delivered');
  assert.equal(office.posts(), 1);
});

testDelivery(
  'queued for long: found by a person, or sent without the proof that nobody could give',
  async (office) => {
    const desk = { ...office, ...roomy };
    const request = await seen(office, { prove_absent: 1, reason: 'unavailable' });
    assert.equal(await sendAgain(desk, request, true), 'not_possible', 'software looks first');
    office.advance(15 * 60);
    assert.equal(await sendAgain(desk, request, false), 'not_confirmed');
    assert.equal(await sendAgain(desk, request, true), 'done');
    assert.equal((await office.delivery()).prove_absent, 2);
    office.advance(15 * 60);
    assert.equal(await sendAgain(desk, await look(office), true), 'not_possible', 'it is on its way');
    assert.equal(await markFound(desk, await look(office), 'typed-in'), 'done');
    await office.pass(60);
    assert.equal(office.posts(), 0);
  },
);
