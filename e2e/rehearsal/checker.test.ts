import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, outstanding } from './checker.ts';
import type { AppLead, History } from './history.ts';

const mark = 'no-00001';

/** One lead that went well, with whatever a test changes about it. */
function historyOf(change: (history: History, lead: AppLead) => void): History {
  const lead: AppLead = {
    mark,
    receipt: 'receipt',
    reference: 'GC-7Q4K-9M8D',
    state: 'delivered',
    reason: null,
    attempts: 1,
    jobId: 'job',
    receivedAt: 1_000,
    deliveredAt: 3_000,
    inStateMs: 60_000,
    dueAt: null,
  };
  const history: History = {
    clients: [{ mark, receipts: ['receipt'], tries: 1 }],
    app: [lead],
    jobs: [{ mark, jobId: 'job', pending: 'no', isRetry: false }],
    records: [{ mark, reference: lead.reference }],
    creates: [{ mark, status: 200 }],
    requests: { total: 2, refusedForRate: 0 },
    strayRequests: [],
    noticeMs: 18_000,
  };
  change(history, lead);
  return history;
}

const judge = (change: (history: History, lead: AppLead) => void) => check(historyOf(change));

test('a lead that went well', () => {
  const verdict = judge(() => {});
  assert.equal(verdict.accepted, 1);
  assert.equal(verdict.delivered, 1);
  assert.deepEqual([verdict.lost, verdict.doubled, verdict.broken], [[], [], []]);
});

test('lost: a receipt without a lead', () => {
  const { lost } = judge((history) => {
    history.app = [];
    history.records = [];
  });
  assert.deepEqual(lost, [{ mark, what: 'nothing for the receipt receipt' }]);
});

test('lost: the receipt shows somebody else’s lead', () => {
  assert.equal(judge((_, lead) => Object.assign(lead, { mark: 'no-00002' })).lost[0]?.mark, mark);
});

test('lost: a lead without a delivery', () => {
  assert.equal(judge((_, lead) => Object.assign(lead, { state: null })).lost.length, 1);
});

test('lost: called delivered, and ResMan has nothing', () => {
  const { lost, delivered } = judge((history) => Object.assign(history, { records: [] }));
  assert.deepEqual(lost, [{ mark, what: 'called delivered, and ResMan has nothing' }]);
  assert.equal(delivered, 0);
});

for (const state of ['queued', 'sending', 'quarantined'] as const)
  test(`lost: still ${state} when all is over`, () => {
    assert.match(judge((_, lead) => Object.assign(lead, { state })).lost[0]?.what ?? '', /still/);
  });

test('lost: failed or unknown without a reason to show to staff', () => {
  for (const state of ['failed', 'unknown'])
    assert.equal(judge((_, lead) => Object.assign(lead, { state })).lost.length, 1, state);
});

test('with staff: failed and unknown with their reasons, the latter when it was searched for long enough', () => {
  const absent = { jobs: [], records: [] };
  const failed = judge((history, lead) => {
    Object.assign(history, absent);
    Object.assign(lead, { state: 'failed', reason: 'refused' });
  });
  assert.deepEqual([failed.withStaff, failed.lost], [{ 'failed: refused': 1 }, []]);
  const unknown = (inStateMs: number) =>
    judge((history, lead) => {
      Object.assign(history, absent);
      Object.assign(lead, { state: 'unknown', reason: 'no_answer', inStateMs });
    });
  assert.deepEqual(unknown(18_000).withStaff, { 'unknown: no_answer': 1 });
  assert.deepEqual(unknown(17_999).withStaff, {});
  assert.equal(unknown(17_999).lost.length, 1);
});

test('an accepted lead is on its way only while its job is pending for ever, and somebody asks', () => {
  const accepted = (pending: 'no' | 'for ever', dueAt: number | null) =>
    judge((history, lead) => {
      history.records = [];
      Object.assign(lead, { state: 'accepted', dueAt });
      Object.assign(history.jobs[0] as object, { pending });
    });
  assert.equal(accepted('for ever', 99).withPropexo, 1);
  assert.deepEqual(accepted('for ever', 99).lost, []);
  assert.equal(accepted('no', 99).lost.length, 1);
  assert.equal(accepted('for ever', null).lost.length, 1);
  assert.equal(judge((_, lead) => Object.assign(lead, { state: 'accepted', jobId: 'other' })).lost.length, 1);
});

test('doubled: two records, two creates that took effect, two leads, two receipts', () => {
  const twice = (change: (history: History) => unknown) => judge(change).doubled.map(({ what }) => what);
  assert.deepEqual(
    twice((history) => history.records.push(...history.records)),
    ['2 records in ResMan'],
  );
  assert.deepEqual(
    twice((history) => history.jobs.push({ mark, jobId: 'another', pending: 'for ever', isRetry: false })),
    ['2 creates took effect'],
  );
  assert.deepEqual(
    twice((history) => history.app.push({ ...(history.app[0] as AppLead), receipt: 'another' })),
    ['2 leads accepted for one submission'],
  );
  assert.deepEqual(
    twice((history) => {
      history.app.push({ ...(history.app[0] as AppLead), receipt: 'another' });
      history.clients[0]?.receipts.push('another');
    }),
    ['2 receipts', '2 leads accepted for one submission'],
  );
  assert.deepEqual(
    twice((history) => history.jobs.push({ mark, jobId: 'another', pending: 'no', isRetry: true })),
    [],
  );
});

test('broken: a send that was not written down, evidence that was not found, a false refusal, a stranger, a leak', () => {
  const broken = (change: (history: History, lead: AppLead) => unknown) => judge(change).broken[0]?.what;
  assert.match(
    broken((history) => history.creates.push({ mark, status: null })) ?? '',
    /2 sends, 1 written down/,
  );
  assert.match(
    broken((_, lead) => Object.assign(lead, { state: 'unknown', reason: 'no_answer' })) ?? '',
    /did not find it/,
  );
  assert.match(
    broken((_, lead) => Object.assign(lead, { state: 'failed', reason: 'refused' })) ?? '',
    /staff are told "refused"/,
  );
  assert.equal(
    broken((_, lead) => Object.assign(lead, { state: 'failed', reason: 'partial' })),
    undefined,
  );
  assert.match(
    broken((history) => Object.assign(history.records[0] as object, { reference: 'GC-0' })) ?? '',
    /nobody accepted/,
  );
  assert.match(broken((history) => history.strayRequests.push('POST /')) ?? '', /another host/);
});

test('outstanding: whatever can still be delivered or found out', () => {
  const waiting = (change: (history: History, lead: AppLead) => void) =>
    outstanding(historyOf(change)).length;
  assert.equal(
    waiting(() => {}),
    0,
  );
  assert.equal(
    waiting((_, lead) => Object.assign(lead, { state: 'queued' })),
    1,
  );
  assert.equal(
    waiting((_, lead) => Object.assign(lead, { state: 'accepted' })),
    1,
  );
  assert.equal(
    waiting((_, lead) => Object.assign(lead, { state: 'unknown' })),
    1,
  );
  assert.equal(
    waiting((history, lead) => {
      Object.assign(lead, { state: 'accepted' });
      Object.assign(history.jobs[0] as object, { pending: 'for ever' });
    }),
    0,
  );
  assert.equal(
    waiting((history, lead) => {
      Object.assign(lead, { state: 'unknown' });
      Object.assign(history, { jobs: [], records: [] });
    }),
    0,
  );
});
