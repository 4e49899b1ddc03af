import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createComparison } from './alarm-watch.ts';
import { type Alarm, alarmsOf } from './alarms.ts';
import { quietSnapshot } from './test-snapshot.ts';

const minute = 60_000;
const facts = (changes: Parameters<typeof quietSnapshot>[0], signatureFailuresInLastHour = 0) => ({
  snapshot: quietSnapshot(changes),
  signatureFailuresInLastHour,
});
const names = (alarms: Alarm[]) => alarms.map(({ name }) => name);
const oldest = (oldestAge: number) => ({ count: 1, oldestAge });

test('nothing waits: no alarm', () => {
  assert.deepEqual(alarmsOf(facts({}), 1), []);
});

test('each alarm begins just above its limit, and the limits follow the time scale', () => {
  for (const [state, limit, name] of [
    ['queued', 15 * minute, 'leads_waiting'],
    ['sending', 15 * minute, 'leads_waiting'],
    ['unknown', 15 * minute, 'outcome_unknown'],
    ['accepted', 30 * minute, 'job_pending'],
  ] as const) {
    const at = (age: number) => facts({ leads: { [state]: oldest(age) } });
    assert.deepEqual(names(alarmsOf(at(limit), 1)), [], state);
    assert.deepEqual(names(alarmsOf(at(limit + 1), 1)), [name], state);
    assert.deepEqual(names(alarmsOf(at(limit / 10 + 1), 0.1)), [name], state);
  }
  const homes = (oldestReadAge: number) => facts({ homes: { oldestReadAge, failing: 1 } });
  assert.deepEqual(names(alarmsOf(homes(24 * 60 * minute), 1)), []);
  assert.deepEqual(names(alarmsOf(homes(24 * 60 * minute + 1), 1)), ['homes_not_read']);
  const sources = (vanished: number, stopped: number) => ({
    sources: { vanished, stopped, example: 'Maple Court', oldestReadAge: 0 },
  });
  assert.deepEqual(
    [sources(1, 0), sources(2, 1)].map((found) => alarmsOf(facts(found), 1).map(({ sentence }) => sentence)),
    [
      ['A lead source of Maple Court is not in ResMan any more: leads with it may be refused.'],
      [
        '3 lead sources, among them of Maple Court, are not in ResMan any more, or nothing is heard of them: leads with them may be refused.',
      ],
    ],
  );
  assert.deepEqual(alarmsOf(facts({}, 10), 1), []);
  assert.deepEqual(names(alarmsOf(facts({}, 11), 1)), ['webhook_signatures']);
});

test('failed and quarantined leads are for staff, not an alarm', () => {
  const day = 24 * 60 * minute;
  assert.deepEqual(alarmsOf(facts({ leads: { failed: oldest(day), quarantined: oldest(day) } }), 1), []);
});

test('the sentences are plain', () => {
  const openCircuits = [{ integrationId: 'int-1', reason: 'credentials' }];
  assert.deepEqual(
    alarmsOf(facts({ leads: { queued: oldest(16 * minute) }, openCircuits }), 1).map(
      ({ sentence }) => sentence,
    ),
    ['A lead has waited 16 minutes to be sent.', 'Nothing is sent for the integration int-1: credentials.'],
  );
});

test('the log hears of an alarm when it begins and when it is over, and of none because the database is away', () => {
  const lines: string[] = [];
  const line = (level: string) => (about: unknown) =>
    void lines.push(`${level} ${(about as { alarm: string }).alarm}`);
  const compare = createComparison({ error: line('begins'), warn: line('over') } as never);
  const alarm = (name: Alarm['name']): Alarm => ({ name, sentence: '' });
  compare([alarm('leads_waiting')]);
  compare([alarm('leads_waiting')]);
  assert.deepEqual(lines.splice(0), ['begins leads_waiting']);
  compare([alarm('database_away')]);
  compare([alarm('database_away')]);
  assert.deepEqual(lines.splice(0), ['begins database_away']);
  compare([]);
  assert.deepEqual(lines.splice(0), ['over leads_waiting', 'over database_away']);
  compare([alarm('leads_waiting')]);
  assert.deepEqual(lines, ['begins leads_waiting']);
});
