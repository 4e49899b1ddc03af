import assert from 'node:assert/strict';
import { type BackOffice, testDelivery } from './test-delivery.ts';

/** What the staff door writes when somebody asks to send a lead again. */
async function askAgain({ database }: BackOffice, retryJob: string | null): Promise<void> {
  await database.db
    .updateTable('delivery')
    .set({
      state: 'queued',
      state_since: database.now(),
      queued_at: database.now(),
      due_at: database.now(),
      step: 0,
      prove_absent: 2,
      by_staff: 1,
      retry_job_id: retryJob,
      job_id: null,
      reason: 'sent_again_by_staff',
    })
    .execute();
}

async function refusedByResman(office: BackOffice): Promise<string> {
  office.simulator.play({ kind: 'job', outcome: 'FAILURE', errors: ['ResMan is closed'] });
  await office.accept();
  await office.pass(0);
  await office.pass(2);
  const { state, reason, job_id } = await office.delivery();
  assert.deepEqual([state, reason], ['failed', 'refused_by_resman']);
  return String(job_id);
}

testDelivery('a failed job that nobody edited is repeated, not created anew', async (office) => {
  await askAgain(office, await refusedByResman(office));
  await office.pass(0);
  await office.pass(2);
  const delivery = await office.delivery();
  assert.deepEqual([delivery.state, delivery.retry_job_id, delivery.by_staff], ['delivered', null, 0]);
  assert.equal(office.posts(), 1);
  assert.equal(office.simulator.jobs.length, 2);
  assert.equal(office.simulator.leads.length, 1);
});

testDelivery('before it is sent again it is looked for: a failure may have lied', async (office) => {
  office.simulator.play({ kind: 'job', outcome: 'FAILURE', leadExists: true });
  await office.accept();
  await office.pass(0);
  await office.pass(2);
  assert.equal((await office.delivery()).state, 'failed');
  await askAgain(office, null);
  await office.pass(0);
  assert.equal((await office.delivery()).state, 'delivered');
  assert.equal(office.posts(), 1);
  assert.equal(office.simulator.leads.length, 1);
});

testDelivery('the failed job of before is not taken for evidence of the new send', async (office) => {
  await refusedByResman(office);
  await askAgain(office, null);
  await office.pass(0);
  assert.equal(office.posts(), 2);
  assert.equal((await office.delivery()).state, 'accepted');
});

testDelivery('nor when the new send has an unknown outcome', async (office) => {
  await refusedByResman(office);
  office.simulator.play({ kind: 'hang', actAfterMs: 10_000 });
  await askAgain(office, null);
  await office.pass(0);
  assert.equal((await office.delivery()).state, 'unknown');
  await office.pass(5);
  assert.equal((await office.delivery()).state, 'unknown');
  await office.pass(10);
  assert.equal((await office.delivery()).state, 'delivered');
  assert.equal(office.posts(), 2);
});

testDelivery('what staff decided is done although the search cannot be made', async (office) => {
  await refusedByResman(office);
  office.simulator.play({ kind: 'answer', status: 500, endpoint: 'leads', times: 'always' });
  office.simulator.play({ kind: 'answer', status: 500, endpoint: 'write-log', times: 'always' });
  await askAgain(office, null);
  await office.pass(0);
  assert.equal(office.posts(), 2);
});

testDelivery(
  'a repetition that Propexo refuses is a reason for staff, and shuts nobody else out',
  async (office) => {
    await refusedByResman(office);
    await askAgain(office, 'never-heard-of');
    await office.pass(0);
    const { state, reason, retry_job_id } = await office.delivery();
    assert.deepEqual([state, reason, retry_job_id], ['failed', 'retry_refused', null]);
    const lanes = await office.database.db.selectFrom('integration_lane').select('open_reason').execute();
    assert.deepEqual(
      lanes.map(({ open_reason }) => open_reason),
      [null],
    );
  },
);

testDelivery(
  'one send in flight for a person and property: the second waits for the first one’s outcome',
  async (office) => {
    office.simulator.play({ kind: 'hang', actAfterMs: 20_000 });
    await office.accept({ notes: 'first' });
    await office.accept({ notes: 'second', email_1: 'ANA@example.com' });
    await office.accept({ notes: 'third', email_1: 'ben@example.com' });
    await office.pass(0);
    assert.equal(office.posts(), 2, 'the second has the same e-mail as one whose outcome nobody knows');
    assert.deepEqual(await office.states(), { unknown: 1, queued: 1, accepted: 1 });
    for (const seconds of [5, 10, 15]) await office.pass(seconds);
    await office.pass(2);
    assert.deepEqual(await office.states(), { delivered: 3 });
    assert.equal(office.simulator.leads.length, 3);
  },
);

testDelivery(
  'but not for ever: after a quarter of an hour the first one is a matter for staff',
  async (office) => {
    office.simulator.play({ kind: 'hang' });
    await office.accept({ notes: 'first' });
    await office.accept({ notes: 'second' });
    await office.pass(0);
    await office.pass(899);
    assert.equal(office.posts(), 1);
    await office.pass(2);
    assert.equal(office.posts(), 2);
  },
);

testDelivery('after the e-mail was corrected it is looked for under the old one too', async (office) => {
  office.simulator.play({ kind: 'job', outcome: 'FAILURE', leadExists: true });
  await office.accept();
  await office.pass(0);
  await office.pass(2);
  const { database } = office;
  const { id, lead_id } = await database.db.selectFrom('delivery').selectAll().executeTakeFirstOrThrow();
  const answers = JSON.stringify({ first_name: 'Ana', last_name: 'Cruz', email_1: 'new@example.com' });
  await database.db.updateTable('lead').set({ answers }).where('id', '=', lead_id).execute();
  const details = JSON.stringify({ changes: { email_1: ['ana@example.com', 'new@example.com'] } });
  await database.db
    .insertInto('staff_act')
    .values({ id: 'act-1', delivery_id: id, who: 'dana', act: 'edited', at: 1, details })
    .execute();
  await askAgain(office, null);
  await office.pass(0);
  assert.equal((await office.delivery()).state, 'delivered');
  assert.equal(office.simulator.leads.length, 1);
});
