import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type KeptSource, type KnownSources, keepSources, type LeadSource } from './known-sources.ts';
import { checkSources, isMissing } from './source-check.ts';

const now = Date.UTC(2026, 2, 2, 17);
const hour = 60 * 60_000;
const ago = (hours: number) => now - hours * hour;
const property = {
  lead_source_id: 'website',
  sources: [
    { alias: 'zillow', lead_source_id: 'zillow-id' },
    { alias: 'flyer', lead_source_id: 'flyer-id' },
  ],
};
const all: LeadSource[] = [
  { id: 'website', name: 'Website', seenAt: ago(2) },
  { id: 'zillow-id', name: 'Zillow', seenAt: ago(2) },
  { id: 'flyer-id', name: 'Flyer', seenAt: ago(2) },
];
const states = (known: KnownSources | undefined) =>
  checkSources(property, known, now)
    .map(({ state }) => state)
    .join(' ');
const list = (sources: LeadSource[], readAt = ago(1)) => states({ sources, readAt });
const without = (id: string) => all.filter((source) => source.id !== id);

test('each configured source against the list of its property', () => {
  for (const [known, expected] of [
    [undefined, 'unchecked unchecked unchecked'],
    [list([]), 'unchecked unchecked unchecked'],
    [list(all), 'fine fine fine'],
    [list(all, ago(47)), 'fine fine fine'],
    [list(all, ago(49)), 'outdated outdated outdated'],
    [list(without('zillow-id'), ago(49)), 'outdated outdated outdated'],
    [list(without('zillow-id')), 'fine vanished fine'],
    [list(without('website')), 'vanished fine fine'],
    [list([{ id: 'of-somebody-else' }]), 'vanished vanished vanished'],
    [list([...without('zillow-id'), { id: 'ZILLOW-ID', seenAt: ago(1) }]), 'fine vanished fine'],
  ] as const)
    assert.equal(known ?? states(undefined), expected);
});

test('a source that Propexo sees in ResMan no more has stopped; one that does not say has not', () => {
  const flyer = (seenAt?: number) =>
    list([...without('flyer-id'), { id: 'flyer-id', ...(seenAt === undefined ? {} : { seenAt }) }]);
  assert.equal(flyer(ago(2 + 72)), 'fine fine fine');
  assert.equal(flyer(ago(2 + 73)), 'fine fine stopped');
  assert.equal(flyer(0), 'fine fine stopped');
  assert.equal(flyer(undefined), 'fine fine fine');
  assert.equal(flyer(Number.NaN), 'fine fine fine');
});

test('where all stand still for more than a week, nothing is heard of any; none has vanished', () => {
  const since = (hours: number) => list(all.map((source) => ({ ...source, seenAt: ago(hours) })));
  assert.equal(since(1 + 12 + 7 * 24), 'fine fine fine');
  assert.equal(since(1 + 12 + 7 * 24 + 1), 'silent silent silent');
  const [alone] = checkSources(
    { lead_source_id: 'website', sources: [] },
    { sources: [{ id: 'website', seenAt: ago(60 * 24) }], readAt: ago(1) },
    now,
  );
  assert.equal(alone?.state, 'silent');
  assert.ok(alone && isMissing(alone));
});

test('one that was never in a list has vanished with the second read', () => {
  const sources = without('flyer-id');
  assert.equal(states({ sources, firstReadAt: ago(1), readAt: ago(1) }), 'fine fine missed');
  assert.equal(states({ sources, firstReadAt: ago(2), readAt: ago(1) }), 'fine fine vanished');
});

test('what hostile answers say makes no alarm', () => {
  const week = all.map((source) => ({ ...source, seenAt: ago(24 * 7) }));
  assert.equal(list(week), 'fine fine fine', 'all stand still: Propexo does, not a source');
  const [first, ...others] = week;
  assert.equal(list([{ ...first, id: 'website', seenAt: Date.UTC(2099) }, ...others]), 'fine fine fine');
  assert.equal(
    list([...all, { id: 'flyer-id', seenAt: ago(500) }, { id: 'flyer-id' }]),
    'fine fine fine',
    'of duplicates the newest counts',
  );
  assert.equal(list(all.map(({ id }) => ({ id }))), 'fine fine fine', 'nothing says when');
});

test('a name and a time are told where they are known', () => {
  const [, zillow] = checkSources(property, { sources: all, readAt: ago(1) }, now);
  assert.deepEqual(zillow, {
    alias: 'zillow',
    leadSourceId: 'zillow-id',
    state: 'fine',
    name: 'Zillow',
    seenAt: ago(2),
  });
});

test('one that is gone is still known by its name, and is itself again when it comes back', () => {
  const gone = keepSources(all, without('flyer-id'), ago(1));
  const checked = (kept: KeptSource[], readAt: number) =>
    checkSources(
      property,
      {
        sources: kept.filter(({ goneAt }) => !goneAt),
        gone: kept.filter(({ goneAt }) => goneAt),
        readAt,
      },
      now,
    )[2];
  const once = checked(gone, ago(1));
  assert.deepEqual([once?.state, once?.name, once && isMissing(once)], ['missed', 'Flyer', false]);
  const twice = checked(keepSources(gone, without('flyer-id'), now), now);
  assert.deepEqual([twice?.state, twice?.name], ['vanished', 'Flyer']);
  assert.equal(keepSources(gone, without('flyer-id'), now).at(-1)?.goneAt, ago(1), 'since the first time');
  assert.equal(keepSources(gone, without('flyer-id'), ago(-366 * 24)).length, 2, 'not for ever');
  assert.deepEqual(keepSources(gone, all, now), all);
});

test('whatever a list says: an answer for each source, never an alarm from an empty or old list, none for the source seen last', () => {
  const source = fc.record(
    {
      id: fc.constantFrom('website', 'zillow-id', 'flyer-id', 'other', '__proto__'),
      seenAt: fc.oneof(fc.integer(), fc.double(), fc.integer({ min: ago(200), max: ago(-30) })),
    },
    { requiredKeys: ['id'] },
  );
  fc.assert(
    fc.property(
      fc.array(source, { maxLength: 8 }),
      fc.integer({ min: ago(100), max: now + hour }),
      (sources, readAt) => {
        const known = { sources, readAt };
        const checked = checkSources(property, known, now);
        assert.deepEqual(
          checked.map(({ alias }) => alias),
          [undefined, 'zillow', 'flyer'],
        );
        if (sources.length === 0 || readAt < ago(48))
          assert.ok(checked.every(({ state }) => state === 'unchecked' || state === 'outdated'));
        const newest = Math.max(...checked.map(({ seenAt }) => seenAt ?? Number.NEGATIVE_INFINITY));
        for (const one of checked) {
          assert.equal(
            one.state === 'vanished',
            isMissing(one) && !sources.some(({ id }) => id === one.leadSourceId),
          );
          if (one.state === 'stopped')
            assert.ok(
              sources.some(
                ({ id, seenAt = -Infinity }) => id !== one.leadSourceId && seenAt > (one.seenAt ?? 0),
              ),
            );
          if (one.seenAt === newest && sources.every(({ id }) => id !== 'other' && id !== '__proto__'))
            assert.notEqual(one.state, 'stopped');
        }
      },
    ),
  );
});
