import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whatIsMissing, whatWasCompared } from './source-words.ts';

const now = Date.UTC(2026, 2, 2, 17);
const day = 24 * 60 * 60_000;

test('a list that is too old says so, and is not called unchecked', () => {
  assert.match(whatWasCompared(undefined, now), /not told yet/);
  assert.match(whatWasCompared({ sources: [], readAt: now - day }, now), /^Compared with/);
  assert.match(
    whatWasCompared({ sources: [], readAt: now - 5 * day }, now),
    /^Last checked .*, too long ago to tell\.$/,
  );
});

test('of a source that nothing is heard of nobody says that it is gone', () => {
  const silent = { alias: 'flyer', leadSourceId: 'f', state: 'silent', name: 'Flyer' } as const;
  assert.equal(whatIsMissing(silent), ', “Flyer” in ResMan: nothing has been heard of it');
});
