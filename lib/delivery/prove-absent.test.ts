import assert from 'node:assert/strict';
import { type BackOffice, testDelivery } from './test-delivery.ts';

/** The first search comes after five seconds, and the one that counts as proof after two minutes. */
async function passProof(office: BackOffice): Promise<void> {
  for (const seconds of [5, 25, 90]) await office.pass(seconds);
}

testDelivery(
  '503: sent again only after searches came up empty, the last one after two minutes',
  async (office) => {
    office.simulator.play({ kind: 'answer', status: 503 });
    await office.accept();
    await office.pass(0);
    assert.equal((await office.delivery()).state, 'queued');
    await office.pass(5);
    await office.pass(25);
    assert.equal(office.posts(), 1);
    await office.pass(90);
    const asked = office.simulator.received.map(({ method, path }) => `${method} ${path}`);
    const search = ['GET /v1/leads/', 'GET /v1/admin/logs/writes/'];
    const post = 'POST /v1/leads/resman/';
    const searches = asked.slice(1, -1);
    assert.deepEqual([asked[0], asked.at(-1)], [post, post]);
    assert.deepEqual([...new Set(searches)], search);
    await office.pass(2);
    assert.equal((await office.delivery()).state, 'delivered');
  },
);

for (const jobSeconds of [0, 2, 60, 110]) {
  testDelivery(
    `503 that lied, with a job of ${jobSeconds} s: the search finds the lead, one record`,
    async (office) => {
      office.context.random = () => 0;
      office.simulator.play({ kind: 'job', afterMs: jobSeconds * 1_000 });
      office.simulator.play({ kind: 'answer', status: 503, act: true });
      await office.accept();
      await office.pass(0);
      await passProof(office);
      await office.pass(5);
      assert.equal((await office.delivery()).state, 'delivered');
      assert.equal(office.posts(), 1);
      assert.equal(office.simulator.leads.length, 1);
    },
  );
}

testDelivery(
  '503 and the search fails too: not sent until a search could look everywhere',
  async (office) => {
    office.simulator.play({ kind: 'answer', status: 503 });
    office.simulator.play({ kind: 'answer', endpoint: 'write-log', status: 500, times: 'always' });
    await office.accept();
    await office.pass(0);
    for (let round = 0; round < 5; round += 1) await office.pass(60);
    assert.equal(office.posts(), 1);
    assert.equal((await office.delivery()).state, 'queued');
    office.simulator.clearScenarios();
    await office.pass(600);
    assert.equal(office.posts(), 2);
  },
);

testDelivery('503 for three days: unknown, because the last one may have lied', async (office) => {
  office.simulator.play({ kind: 'answer', status: 503, times: 'always' });
  await office.accept();
  for (let hours = 0; hours < 80; hours += 1) await office.pass(3600);
  const delivery = await office.delivery();
  assert.equal(delivery.state, 'unknown');
  assert.equal(delivery.reason, 'unavailable');
});

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
    for (let round = 0; round < 5; round += 1) await office.pass(60);
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
  await passProof(office);
  assert.equal(office.posts(), 2);
});

testDelivery('a list that is not in order proves nothing by an old row at its end', async (office) => {
  const row = (id: string, created_at: string) => ({ job_id: id, parameters: { notes: id }, created_at });
  const logs = [
    row('old', '2026-03-01T00:00:00Z'),
    row('new', '2026-03-02T17:00:00Z'),
    row('old', '2026-03-01T00:00:00Z'),
  ];
  office.simulator.play({ kind: 'answer', status: 503 });
  office.simulator.play({
    kind: 'answer',
    endpoint: 'write-log',
    status: 200,
    body: { results: { logs } },
    times: 'always',
  });
  await office.accept();
  await office.pass(0);
  await passProof(office);
  assert.equal(office.posts(), 1);
});
