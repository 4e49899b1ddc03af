import assert from 'node:assert/strict';
import type { Scenario } from '../propexo/simulator/scenario.ts';
import { claimDue } from './claim.ts';
import { send } from './send.ts';
import { testDelivery } from './test-delivery.ts';
import { drainDeliveries } from './worker.ts';

testDelivery('a lead is sent once, followed through its job, and delivered', async (office) => {
  const reference = await office.accept();
  await office.pass(0);
  assert.equal((await office.delivery()).state, 'accepted');
  await office.pass(2);
  const delivery = await office.delivery();
  assert.equal(delivery.state, 'delivered');
  assert.equal(delivery.record_id, office.simulator.leads[0]?.id);
  assert.equal(office.simulator.inbox[0]?.body.notes?.split('\n')[0], `Ref ${reference}`);
  assert.equal(office.posts(), 1);
  // One create and one question: nothing else was asked of Propexo.
  assert.equal(office.simulator.received.length, 2);
  await office.pass(48 * 3600);
  assert.equal(office.simulator.received.length, 2);
});

testDelivery('the attempt is on disk before the request leaves', async (office) => {
  await office.accept();
  const [claim] = await claimDue(office.database, 1, 120_000);
  assert.ok(claim);
  const attempt = await office.database.db.selectFrom('attempt').selectAll().executeTakeFirstOrThrow();
  assert.equal(attempt.number, 1);
  assert.equal(attempt.finished_at, null);
  assert.equal((await office.delivery()).state, 'sending');
  assert.equal(office.posts(), 0);
  assert.deepEqual(await claimDue(office.database, 1, 120_000), [], 'nobody else gets it');
});

testDelivery(
  'the API refuses connections: queued, delivered after it is back, one record',
  async (office) => {
    await office.simulator.goDown();
    await office.accept();
    await office.pass(0);
    assert.equal((await office.delivery()).state, 'queued');
    assert.equal((await office.delivery()).reason, 'connection_failed');
    await office.pass(5);
    await office.pass(30);
    await office.simulator.comeBack();
    await office.pass(120);
    await office.pass(2);
    assert.equal((await office.delivery()).state, 'delivered');
    assert.equal(office.simulator.leads.length, 1);
    assert.equal((await office.delivery()).attempts, 4);
  },
);

testDelivery('an outage of three days ends in front of staff, with the reason', async (office) => {
  await office.simulator.goDown();
  await office.accept();
  for (let hours = 0; hours <= 80; hours += 2) await office.pass(2 * 3600);
  const delivery = await office.delivery();
  assert.equal(delivery.state, 'failed');
  assert.equal(delivery.reason, 'gave_up');
});

const ambiguous: [string, Scenario][] = [
  ['hangs, lead created', { kind: 'hang', act: true }],
  ['reset after the request', { kind: 'reset', when: 'after' }],
  ['500 created', { kind: 'answer', status: 500, act: true }],
  ['502 created', { kind: 'answer', status: 502, act: true }],
  ['504 created', { kind: 'answer', status: 504, act: true }],
  ['200 empty', { kind: 'empty', act: true }],
  ['200 HTML', { kind: 'html', act: true }],
  ['200 truncated JSON', { kind: 'truncated', act: true }],
  ['2 MB answer', { kind: 'huge', megabytes: 2, act: true }],
];
for (const [fault, scenario] of ambiguous) {
  testDelivery(`${fault}: unknown, then delivered by the reference, one record`, async (office) => {
    office.simulator.play(scenario);
    await office.accept();
    await office.pass(0);
    assert.equal((await office.delivery()).state, 'unknown');
    await office.pass(5);
    await office.pass(5);
    assert.equal((await office.delivery()).state, 'delivered');
    assert.equal(office.posts(), 1);
    assert.equal(office.simulator.leads.length, 1);
  });
}

const lostForGood: [string, Scenario][] = [
  ['reset before it was read', { kind: 'reset', when: 'before' }],
  ['500 not created', { kind: 'answer', status: 500 }],
  ['redirect', { kind: 'redirect', location: 'http://127.0.0.1:9/elsewhere' }],
  ['408', { kind: 'answer', status: 408 }],
];
for (const [fault, scenario] of lostForGood) {
  testDelivery(`${fault}: unknown, searched for, never sent again by itself`, async (office) => {
    office.simulator.play(scenario);
    await office.accept();
    for (let minutes = 0; minutes < 60; minutes += 5) await office.pass(300);
    await office.pass(27 * 3600);
    const delivery = await office.delivery();
    assert.equal(delivery.state, 'unknown');
    assert.equal(delivery.due_at, null, 'the search has an end');
    assert.equal(office.posts(), 1);
  });
}

testDelivery('another person’s lead with the same e-mail is not taken for ours', async (office) => {
  office.simulator.play({ kind: 'answer', status: 500, match: 'second' });
  await office.accept({ notes: 'first' });
  await office.pass(0);
  await office.pass(2);
  await office.accept({ notes: 'second' });
  await office.pass(0);
  await office.pass(5);
  const rows = await office.database.db.selectFrom('delivery').select('state').orderBy('queued_at').execute();
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['delivered', 'unknown'],
  );
});

testDelivery(
  'a lost send whose job failed is found in the write log: failed, with ResMan’s reason',
  async (office) => {
    office.simulator.play({ kind: 'job', outcome: 'FAILURE', errors: ['No such agent'] });
    office.simulator.play({ kind: 'answer', status: 502, act: true });
    await office.accept();
    await office.pass(0);
    await office.pass(5);
    assert.equal((await office.delivery()).state, 'accepted');
    assert.equal((await office.delivery()).job_id, office.simulator.jobs[0]?.job_id);
    await office.pass(2);
    assert.equal((await office.delivery()).state, 'failed');
    assert.equal((await office.delivery()).detail, 'No such agent');
    assert.equal(office.posts(), 1);
  },
);

testDelivery('503: sent again only after a search came up empty', async (office) => {
  office.simulator.play({ kind: 'answer', status: 503 });
  await office.accept();
  await office.pass(0);
  assert.equal((await office.delivery()).state, 'queued');
  await office.pass(5);
  const asked = office.simulator.received.map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(asked, [
    'POST /v1/leads/resman/',
    'GET /v1/leads/',
    'GET /v1/admin/logs/writes/',
    'POST /v1/leads/resman/',
  ]);
  await office.pass(2);
  assert.equal((await office.delivery()).state, 'delivered');
});

testDelivery('503 that lied: the search finds the lead, one record', async (office) => {
  office.simulator.play({ kind: 'answer', status: 503, act: true });
  await office.accept();
  await office.pass(0);
  await office.pass(5);
  await office.pass(5);
  assert.equal((await office.delivery()).state, 'delivered');
  assert.equal(office.posts(), 1);
  assert.equal(office.simulator.leads.length, 1);
});

testDelivery(
  '503 and the search fails too: not sent until a search could look everywhere',
  async (office) => {
    office.simulator.play({ kind: 'answer', status: 503 });
    office.simulator.play({ kind: 'answer', endpoint: 'write-log', status: 500, times: 'always' });
    await office.accept();
    await office.pass(0);
    for (let round = 0; round < 5; round += 1) await office.pass(30);
    assert.equal(office.posts(), 1);
    assert.equal((await office.delivery()).state, 'queued');
    office.simulator.clearScenarios();
    await office.pass(30);
    assert.equal(office.posts(), 2);
  },
);

const noProof: [string, 'leads' | 'write-log', object][] = [
  [
    'a recent record of the same person without notes',
    'leads',
    { results: [{ id: 'x', created_at: '2026-03-02T17:00:00Z' }] },
  ],
  [
    'more records than the search reads',
    'leads',
    {
      meta: { hasMore: true },
      results: [{ id: 'x', notes: 'Ref GC-X', created_at: '2026-03-02T17:00:00Z' }],
    },
  ],
  [
    'a recent job without parameters',
    'write-log',
    { results: { logs: [{ job_id: 'x', parameters: null, created_at: '2026-03-02T17:00:00Z' }] } },
  ],
];
for (const [what, endpoint, body] of noProof) {
  testDelivery(`503 and ${what}: that proves no absence, so it is not sent again`, async (office) => {
    office.simulator.play({ kind: 'answer', status: 503 });
    office.simulator.play({ kind: 'answer', endpoint, status: 200, body, times: 'always' });
    await office.accept();
    for (let round = 0; round < 5; round += 1) await office.pass(30);
    assert.equal(office.posts(), 1);
    assert.equal((await office.delivery()).state, 'queued');
    for (let hours = 0; hours < 73; hours += 1) await office.pass(3600);
    assert.equal(office.posts(), 1);
    assert.equal((await office.delivery()).state, 'unknown');
    assert.equal((await office.delivery()).reason, 'absence_not_proven');
  });
}

testDelivery('503 among older jobs of the same account: they do not stand in the way', async (office) => {
  const logs = [{ job_id: 'old', parameters: null, created_at: '2026-03-02T16:00:00Z' }];
  office.simulator.play({ kind: 'answer', status: 503 });
  office.simulator.play({ kind: 'answer', endpoint: 'write-log', status: 200, body: { results: { logs } } });
  await office.accept();
  await office.pass(0);
  await office.pass(5);
  assert.equal(office.posts(), 2);
});

testDelivery('400 naming a field: failed, with the field for staff', async (office) => {
  office.simulator.play({ kind: 'refuse', status: 400, field: 'email_1', message: 'Invalid email' });
  await office.accept();
  await office.pass(0);
  const delivery = await office.delivery();
  assert.equal(delivery.state, 'failed');
  assert.equal(delivery.reason, 'refused');
  assert.match(String(delivery.detail), /email_1: Invalid email/);
  await office.pass(72 * 3600);
  assert.equal(office.posts(), 1);
});

testDelivery(
  '429: the whole integration waits for the next minute, and no retry is spent',
  async (office) => {
    office.simulator.play({ kind: 'answer', status: 429 });
    await office.accept({ notes: 'first' });
    await office.accept({ notes: 'second' });
    await office.pass(0);
    assert.equal(office.posts(), 1, 'the second lead did not run into the same wall');
    await office.pass(30);
    assert.equal(office.posts(), 1);
    await office.pass(32);
    await office.pass(2);
    const rows = await office.database.db.selectFrom('delivery').select(['state', 'step']).execute();
    assert.deepEqual(
      rows,
      [
        { state: 'delivered', step: 0 },
        { state: 'delivered', step: 0 },
      ].map((row) => Object.assign(Object.create(Object.getPrototypeOf(rows[0])), row)),
    );
  },
);

for (const [status, reason] of [
  [401, 'credentials'],
  [403, 'credentials'],
  [404, 'configuration'],
  [405, 'configuration'],
] as const) {
  testDelivery(`${status}: queued with the reason ${reason}, delivered once it is mended`, async (office) => {
    office.simulator.play({ kind: 'answer', status, times: 'always' });
    await office.accept();
    await office.pass(0);
    await office.pass(30);
    const delivery = await office.delivery();
    assert.equal(delivery.state, 'queued');
    assert.equal(delivery.reason, reason);
    assert.equal(delivery.step, 0);
    office.simulator.clearScenarios();
    await office.pass(60);
    await office.pass(2);
    assert.equal((await office.delivery()).state, 'delivered');
    assert.equal(office.simulator.leads.length, 1);
    assert.deepEqual(await office.database.db.selectFrom('integration_pause').selectAll().execute(), []);
  });
}

testDelivery('a job that fails: failed, with ResMan’s own words', async (office) => {
  office.simulator.play({
    kind: 'job',
    outcome: 'FAILURE',
    errors: [JSON.stringify({ message: 'Transaction Source could not be found' })],
  });
  await office.accept();
  await office.pass(0);
  await office.pass(2);
  const delivery = await office.delivery();
  assert.equal(delivery.state, 'failed');
  assert.equal(delivery.reason, 'refused_by_resman');
  assert.equal(delivery.detail, 'Transaction Source could not be found');
  await office.pass(72 * 3600);
  assert.equal(office.posts(), 1);
});

testDelivery('PARTIAL_SUCCESS: failed as partial, never resent', async (office) => {
  office.simulator.play({ kind: 'job', outcome: 'PARTIAL_SUCCESS', errors: ['One of two calls failed'] });
  await office.accept();
  await office.pass(0);
  await office.pass(2);
  assert.equal((await office.delivery()).state, 'failed');
  assert.equal((await office.delivery()).reason, 'partial');
  await office.pass(72 * 3600);
  assert.equal(office.posts(), 1);
});

testDelivery('SUCCESS with a null id: delivered, id unconfirmed', async (office) => {
  office.simulator.play({ kind: 'job', outcome: 'SUCCESS', createdRecordId: null });
  await office.accept();
  await office.pass(0);
  await office.pass(2);
  const delivery = await office.delivery();
  assert.equal(delivery.state, 'delivered');
  assert.equal(delivery.record_id, null);
  assert.equal(delivery.reason, 'id_unconfirmed');
});

testDelivery(
  'PENDING for ever: asked ever less often, never sent again, given to staff after a day',
  async (office) => {
    office.simulator.play({ kind: 'job', outcome: 'PENDING' });
    await office.accept();
    await office.pass(0);
    for (let minutes = 0; minutes < 25 * 60; minutes += 15) await office.pass(900);
    const delivery = await office.delivery();
    assert.equal(delivery.state, 'accepted');
    assert.equal(delivery.reason, 'pending_too_long');
    assert.equal(delivery.due_at, null);
    assert.equal(office.posts(), 1);
  },
);

for (const status of [400, 404, 500]) {
  testDelivery(`write-status ${status} for our job: asked again, delivered in the end`, async (office) => {
    office.simulator.play({ kind: 'answer', endpoint: 'write-status', status, times: 2 });
    await office.accept();
    await office.pass(0);
    await office.pass(2);
    assert.equal((await office.delivery()).state, 'accepted');
    await office.pass(3);
    await office.pass(5);
    assert.equal((await office.delivery()).state, 'delivered');
    assert.equal(office.posts(), 1);
  });
}

testDelivery('a process that died while sending: unknown when the lease ends, then found', async (office) => {
  await office.accept();
  const [claim] = await claimDue(office.database, 1, 120_000);
  assert.ok(claim);
  // The request arrived, and the process ended before it could write the answer down.
  await office.context.propexo.createLead(claim.lead);
  await office.pass(119);
  assert.equal((await office.delivery()).state, 'sending');
  await office.pass(2);
  assert.equal((await office.delivery()).state, 'unknown');
  assert.equal((await office.delivery()).reason, 'process_died');
  await office.pass(5);
  assert.equal((await office.delivery()).state, 'delivered');
  assert.equal(office.posts(), 1);
});

testDelivery('late truth wins: a worker that lost its claim still brings the job id', async (office) => {
  await office.accept();
  const [claim] = await claimDue(office.database, 1, 120_000);
  assert.ok(claim);
  await office.pass(121);
  assert.equal((await office.delivery()).state, 'unknown');
  await send({ ...office.context }, claim);
  assert.equal((await office.delivery()).state, 'accepted');
  await office.pass(2);
  assert.equal((await office.delivery()).state, 'delivered');
});

testDelivery('the fence: a process that was frozen after its claim does not send', async (office) => {
  await office.accept();
  const [claim] = await claimDue(office.database, 1, 120_000);
  assert.ok(claim);
  await send(office.context, { ...claim, claimedAtMonotonic: performance.now() - 5_001 });
  assert.equal(office.posts(), 0);
  const delivery = await office.delivery();
  assert.equal(delivery.state, 'queued');
  assert.equal(delivery.reason, 'aborted_before_send');
  await office.pass(5);
  assert.equal(office.posts(), 1);
});

testDelivery('two workers on one queue send each lead once', async (office) => {
  for (let lead = 0; lead < 10; lead += 1) await office.accept({ notes: `lead ${lead}` });
  await Promise.all([drainDeliveries(office.context), drainDeliveries(office.context)]);
  assert.equal(office.posts(), 10);
  assert.equal(new Set(office.simulator.inbox.map(({ body }) => body.notes)).size, 10);
});

testDelivery('nothing that a person typed, and no token, is logged', async (office) => {
  office.simulator.play({
    kind: 'refuse',
    status: 400,
    field: 'email_1',
    message: 'ana@example.com is invalid',
  });
  await office.accept();
  await office.pass(0);
  assert.ok(office.warnings.length > 0);
  assert.doesNotMatch(JSON.stringify(office.warnings), /ana|cruz|token/i);
});
