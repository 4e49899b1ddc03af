import assert from 'node:assert/strict';
import fc from 'fast-check';
import { follow } from './follow.ts';
import { handleInbox } from './inbox.ts';
import { reconcile } from './reconcile.ts';
import { send } from './send.ts';
import { type DeliveryState, deliveryStates, statesBefore } from './states.ts';
import { type BackOffice, claimOne, testDelivery } from './test-delivery.ts';
import { failedWrite, newLead, outcomes, tell } from './test-inbox.ts';

const questions = ({ simulator }: BackOffice) =>
  simulator.received.filter(({ path }) => path.includes('/write-status/')).length;

const searches = ({ simulator }: BackOffice) =>
  simulator.received.filter(({ path }) => path.includes('/logs/writes/')).length;

testDelivery(
  'a write that failed is asked about at once, and only the answer is believed',
  async (office) => {
    const { context, property } = office;
    office.simulator.play({ kind: 'job', outcome: 'FAILURE', errors: ['no such source'], afterMs: 0 });
    await office.accept();
    await office.pass(0);
    assert.equal((await office.delivery()).state, 'accepted');
    const said = { errors: ['what the message says'] };
    await tell(context, failedWrite((await office.delivery()).job_id, property.integration_id, said));
    await office.pass(0);
    const delivery = await office.delivery();
    assert.equal(delivery.state, 'failed');
    assert.equal(delivery.detail, 'no such source');
    assert.equal(questions(office), 1);
    assert.deepEqual(await outcomes(context), ['matched']);
  },
);

testDelivery('a message that is not true costs one question', async (office) => {
  const { context, property } = office;
  office.simulator.play({ kind: 'job', outcome: 'PENDING' });
  await office.accept();
  await office.pass(0);
  await tell(context, failedWrite((await office.delivery()).job_id, property.integration_id));
  await office.pass(0);
  assert.equal((await office.delivery()).state, 'accepted');
  assert.equal(questions(office), 1);
  await office.pass(1);
  assert.equal(questions(office), 1);
});

testDelivery('a question that was under way when the message came is asked again', async (office) => {
  const { context, property } = office;
  office.simulator.play({ kind: 'job', outcome: 'FAILURE', afterMs: 2_500 });
  await office.accept();
  await office.pass(0);
  const jobId = (await office.delivery()).job_id;
  office.advance(2);
  const [claim] = await claimOne(context);
  assert.ok(claim);
  await tell(context, failedWrite(jobId, property.integration_id));
  await handleInbox(context);
  // The answer to the question of before the message: still pending.
  await follow(context, claim);
  assert.equal((await office.delivery()).state, 'accepted');
  await office.simulator.settle();
  await office.pass(0);
  assert.equal((await office.delivery()).state, 'failed');
});

for (const state of ['delivered', 'failed'] as const) {
  testDelivery(`an old failure, told again when it is ${state}: nothing moves`, async (office) => {
    const { context, property } = office;
    if (state === 'failed') office.simulator.play({ kind: 'job', outcome: 'FAILURE' });
    await office.accept();
    await office.pass(0);
    await office.pass(2);
    const before = await office.delivery();
    assert.equal(before.state, state);
    await tell(context, failedWrite(before.job_id, property.integration_id));
    await office.pass(3600);
    assert.deepEqual(await office.delivery(), before);
    assert.equal(questions(office), 1);
    assert.deepEqual(await outcomes(context), ['matched']);
  });
}

testDelivery(
  'a job that nobody knows: sends without a known outcome are looked for at once',
  async (office) => {
    const { context, property, simulator } = office;
    simulator.play({ kind: 'answer', status: 500, act: true });
    simulator.play({ kind: 'job', outcome: 'FAILURE', afterMs: 0 });
    await office.accept();
    await office.pass(0);
    assert.equal((await office.delivery()).state, 'unknown');
    await tell(context, failedWrite('job-of-another', 'another-integration'));
    await office.pass(0);
    assert.equal(searches(office), 0);
    await tell(context, failedWrite(simulator.jobs[0]?.job_id, property.integration_id));
    await office.pass(0);
    assert.equal(searches(office), 1);
    assert.equal((await office.delivery()).job_id, simulator.jobs[0]?.job_id);
    assert.deepEqual(await outcomes(context), ['unmatched', 'unmatched']);
  },
);

testDelivery(
  'a failure announced before the answer to the send was stored is asked about at once',
  async (office) => {
    const { context, property, simulator } = office;
    simulator.play({ kind: 'job', outcome: 'FAILURE', errors: ['no such source'], afterMs: 0 });
    await office.accept();
    const [claim] = await claimOne(context);
    assert.ok(claim);
    const createLead = async (...lead: Parameters<typeof context.propexo.createLead>) => {
      const answer = await context.propexo.createLead(...lead);
      await tell(context, failedWrite(simulator.jobs[0]?.job_id, property.integration_id));
      await handleInbox(context);
      return answer;
    };
    await send({ ...context, propexo: { ...context.propexo, createLead } }, claim);
    assert.deepEqual(await outcomes(context), ['unmatched']);
    await office.pass(0);
    assert.equal((await office.delivery()).state, 'failed');
    assert.equal((await office.delivery()).detail, 'no such source');
  },
);

testDelivery(
  'failures of other programs cause one search in half a minute, and none of what staff see by now',
  async (office) => {
    const { context, property, simulator } = office;
    simulator.play({ kind: 'reset', when: 'before' });
    await office.accept();
    await office.pass(0);
    for (let moment = 0; moment < 2; moment += 1) await office.pass(300);
    const before = searches(office);
    for (let seconds = 0; seconds < 120; seconds += 1) {
      await tell(context, failedWrite(`foreign-${seconds}`, property.integration_id));
      await office.pass(1);
    }
    const caused = searches(office) - before;
    assert.ok(caused >= 2 && caused <= 6, `${caused} searches`);
    await office.pass(900);
    const settled = searches(office);
    await tell(context, failedWrite('foreign-late', property.integration_id));
    await office.pass(1);
    assert.equal(searches(office), settled);
  },
);

testDelivery('a search that was under way when the message came is made again', async (office) => {
  const { context, property, simulator } = office;
  simulator.play({ kind: 'hang', actAfterMs: 6_000 });
  await office.accept();
  await office.pass(0);
  office.advance(5);
  const [claim] = await claimOne(context);
  assert.ok(claim);
  await tell(context, failedWrite('job-not-heard-of', property.integration_id));
  await handleInbox(context);
  await reconcile(context, claim);
  assert.equal(searches(office), 1);
  await office.pass(0);
  assert.equal(searches(office), 2);
});

/** An open job tells more than a record: whether all of it arrived. */
const adoptedFrom: DeliveryState[] = statesBefore('delivered').filter((state) => state !== 'accepted');

for (const state of deliveryStates.filter((one) => one !== 'accepted')) {
  const moves = adoptedFrom.includes(state);
  testDelivery(
    `a record with our reference: ${state} ${moves ? 'becomes delivered' : 'stays'}`,
    async (office) => {
      const { context, property, database } = office;
      const reference = await office.accept();
      await database.db
        .updateTable('delivery')
        .set({ state, claim_id: 'a-claim', lease_until: 9e12, reason: 'refused', detail: 'old words' })
        .set({ record_id: 'of-before', retry_job_id: 'job-0', by_staff: 1 })
        .execute();
      const before = await office.delivery();
      await tell(context, newLead(`Ref ${reference}\nMessage: hello`, property.integration_id));
      office.advance(7);
      await handleInbox(context);
      const now = Number(before.queued_at) + 7_000;
      const delivered = {
        state: 'delivered',
        state_since: now,
        delivered_at: now,
        record_id: 'lead-1',
        reason: 'found_by_reference',
        detail: null,
        due_at: null,
        claim_id: null,
        lease_until: null,
        retry_job_id: null,
        by_staff: 0,
      };
      assert.deepEqual({ ...(await office.delivery()) }, { ...before, ...(moves ? delivered : {}) });
      assert.deepEqual(await outcomes(context), ['matched']);
    },
  );
}

testDelivery('a record whose job is open: asked at once, because it may be there in part', async (office) => {
  const { context, property } = office;
  office.simulator.play({ kind: 'job', outcome: 'PARTIAL_SUCCESS', errors: ['notes were not stored'] });
  const reference = await office.accept();
  await office.pass(0);
  await office.simulator.settle();
  await tell(context, newLead(`Ref ${reference}`, property.integration_id));
  await office.pass(0);
  const { state, reason, detail } = await office.delivery();
  assert.deepEqual([state, reason, detail], ['failed', 'partial', 'notes were not stored']);
  await tell(context, newLead(`Ref ${reference}`, property.integration_id, { record_id: 'again' }));
  await office.pass(60);
  assert.equal((await office.delivery()).reason, 'partial', 'and it stays with staff');
});

testDelivery('what was delivered without an id gets it', async (office) => {
  const { context, property } = office;
  office.simulator.play({ kind: 'job', outcome: 'SUCCESS', createdRecordId: null });
  const reference = await office.accept();
  await office.pass(0);
  await office.pass(2);
  const before = await office.delivery();
  assert.equal(before.reason, 'id_unconfirmed');
  await tell(context, newLead(`Ref ${reference}`, property.integration_id));
  await office.pass(60);
  const confirmed = { record_id: 'lead-1', reason: 'found_by_reference' };
  assert.deepEqual({ ...(await office.delivery()) }, { ...before, ...confirmed });
});

testDelivery('a record that is not surely ours is left alone', async (office) => {
  const { context, property } = office;
  const ours = property.integration_id;
  const reference = await office.accept();
  const before = await office.delivery();
  const notes = `Ref ${reference}`;
  const others = [
    newLead('Ref GC-0000-0000', ours),
    newLead(`Hello\n${notes}`, ours),
    newLead(`${notes}9`, ours),
    newLead(notes.toLowerCase(), ours),
    newLead(notes, 'another-integration'),
    newLead(notes, ours, { record_id: null }),
    newLead(notes, ours, { object: 'lead-events' }),
  ];
  for (const other of others) await tell(context, other);
  await handleInbox(context);
  assert.deepEqual(await office.delivery(), before);
  assert.deepEqual(
    await outcomes(context),
    others.map(() => 'ignored'),
  );
});

testDelivery('whatever messages come in whatever order, nothing moves but to delivered', async (office) => {
  const { context, property, database } = office;
  const reference = await office.accept();
  let told = 0;
  const anyMessage = fc.oneof(
    fc.constantFrom('job-1', 'job-2', null, 7).map((job) => failedWrite(job, property.integration_id)),
    fc
      .constantFrom(`Ref ${reference}`, 'Ref GC-0000-0000', '')
      .map((notes) => newLead(notes, property.integration_id)),
    fc.jsonValue({ maxDepth: 2 }).map((value) => ({ trigger: 'DATA_NEW', data: value })),
  );
  const sequence = fc.array(anyMessage, { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...deliveryStates), sequence, async (state, messages) => {
      await database.db
        .updateTable('delivery')
        .set({ state, job_id: 'job-1', record_id: 'of-before' })
        .execute();
      for (const message of messages) await tell(context, { ...message, told: told++ });
      await handleInbox(context);
      const after = await office.delivery();
      const seen = JSON.stringify(messages).includes(reference) && adoptedFrom.includes(state);
      assert.equal(after.state, seen ? 'delivered' : state);
      assert.equal(after.record_id, seen ? 'lead-1' : 'of-before');
      assert.ok(!(await outcomes(context)).includes(null));
    }),
    { numRuns: 60 },
  );
});
