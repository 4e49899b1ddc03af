import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SendOutcome } from './classify.ts';
import { afterOutcome, afterProbe, freshLane, type Lane, lessonOf } from './lane.ts';

const now = 1_000_000;
const outcomes = {
  accepted: { class: 'accepted', jobId: 'j', status: 200 },
  refused: { class: 'refused', reason: 'refused', status: 400, detail: '' },
  limited: { class: 'integration_refused', reason: 'rate_limited', status: 429, detail: '' },
  credentials: { class: 'integration_refused', reason: 'credentials', status: 401, detail: '' },
  configuration: { class: 'integration_refused', reason: 'configuration', status: 404, detail: '' },
  unreachable: { class: 'not_sent', reason: 'connection_failed', detail: '' },
  aborted: { class: 'not_sent', reason: 'aborted_before_send', detail: '' },
  unavailable: { class: 'probably_not_applied', status: 503, detail: '' },
  hung: { class: 'ambiguous', reason: 'no_answer', status: undefined, detail: '' },
  died: { class: 'ambiguous', reason: 'process_died', status: undefined, detail: '' },
} satisfies Record<string, SendOutcome>;
type Name = keyof typeof outcomes;

const after = (names: Name[], lane: Lane = freshLane) =>
  names.reduce((so, name) => afterOutcome(so, outcomes[name], now, 1), lane);

const times = (count: number, name: Name) => Array.from({ length: count }, () => name);

const lessons: Record<Name, ReturnType<typeof lessonOf>> = {
  accepted: 'worked',
  // The integration did its work: what was wrong is the lead.
  refused: 'worked',
  // The account is at its limit, which says nothing about the integration.
  limited: 'none',
  credentials: 'credentials',
  configuration: 'configuration',
  unreachable: 'failed',
  // Our own slowness.
  aborted: 'none',
  unavailable: 'failed',
  hung: 'failed',
  died: 'none',
};
for (const [name, lesson] of Object.entries(lessons))
  test(`a send that ended ${name} teaches: ${lesson}`, () => {
    assert.equal(lessonOf(outcomes[name as Name]), lesson);
  });

test('five failures in a row open the circuit, four do not', () => {
  assert.equal(after(times(4, 'hung')).open_reason, null);
  const opened = after(times(5, 'hung'));
  assert.deepEqual(opened, {
    recent: 'xxxxx',
    open_reason: 'failing',
    open_since: now,
    probe_at: now + 10_000,
    step: 1,
    trial: 0,
  });
});

test('half of the last ten open it, fewer do not', () => {
  const mixed: Name[] = [
    'hung',
    'accepted',
    'unavailable',
    'accepted',
    'hung',
    'accepted',
    'hung',
    'accepted',
  ];
  assert.equal(after([...mixed, 'accepted', 'accepted']).open_reason, null);
  assert.equal(after([...mixed, 'accepted', 'hung']).open_reason, 'failing');
});

test('a refused token or address opens it at once, and stands as the reason', () => {
  assert.equal(after(['credentials']).open_reason, 'credentials');
  assert.equal(after(['configuration']).open_reason, 'configuration');
  assert.equal(after(['credentials', 'hung']).open_reason, 'credentials');
  assert.equal(after([...times(5, 'hung'), 'credentials']).open_reason, 'credentials');
});

test('sends that were under way when it opened neither close it nor put off its probe', () => {
  const opened = after(times(5, 'hung'));
  for (const late of ['accepted', 'hung'] as const) {
    const still = after([late], opened);
    assert.equal(still.open_reason, 'failing');
    assert.equal(still.probe_at, opened.probe_at);
  }
});

test('a good probe lets one send try; when it works all is forgotten', () => {
  const trying = afterProbe(after(times(5, 'hung')), 'good', now, 1);
  assert.deepEqual([trying.open_reason, trying.trial, trying.probe_at], [null, 1, null]);
  assert.deepEqual(after(['accepted'], trying), { ...freshLane, recent: '.' });
});

test('when the trial fails it opens again at once, and the next probe is later', () => {
  const again = after(['hung'], afterProbe(after(times(5, 'hung')), 'good', now, 1));
  assert.equal(again.open_reason, 'failing');
  assert.equal(again.probe_at, now + 30_000);
  assert.equal(again.trial, 0);
});

test('an endpoint that only answers questions is not tried more often than every two minutes', () => {
  let lane = after(['configuration']);
  for (let round = 0; round < 10; round += 1)
    lane = after(['configuration'], afterProbe(lane, 'good', now, 1));
  assert.equal(lane.probe_at, now + 120_000);
  assert.equal(lane.open_since, now, 'it is one and the same trouble');
});

test('a bad probe keeps it open with the present reason and asks again later', () => {
  const opened = after(times(5, 'hung'));
  const still = afterProbe(opened, 'credentials', now, 1);
  assert.deepEqual([still.open_reason, still.probe_at], ['credentials', now + 30_000]);
});

test('a refused token stays the reason until a question is answered; a limit that is reached is no news', () => {
  const opened = after(['credentials']);
  assert.equal(afterProbe(opened, 'failing', now, 1).open_reason, 'credentials');
  const same = afterProbe(opened, 'no_news', now, 1);
  assert.deepEqual([same.open_reason, same.step], ['credentials', opened.step]);
});
