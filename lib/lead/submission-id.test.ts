import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newSubmissionId, sinceRendering } from './submission-id.ts';

const secret = 'a secret of the tests';
const now = Date.UTC(2026, 2, 2, 17);
const day = 24 * 60 * 60_000;

test('an id tells how long ago its form was rendered', () => {
  const id = newSubmissionId(secret, now);
  assert.match(id, /^[\w-]{16,64}$/);
  assert.equal(sinceRendering(id, secret, now + 2_345), 2_345);
  assert.equal(sinceRendering(id, secret, now + day), day);
  assert.notEqual(newSubmissionId(secret, now), id);
});

test('an id that is not ours, too old or of the future says nothing', () => {
  const id = newSubmissionId(secret, now);
  const other = `${id[0] === 'A' ? 'B' : 'A'}${id.slice(1)}`;
  for (const [foreign, at] of [
    [undefined, now],
    ['', now],
    [crypto.randomUUID(), now],
    [other, now],
    [`${id.slice(0, -1)}!`, now],
    [newSubmissionId('the secret of before', now), now],
    [id, now + 8 * day],
    [id, now - 1],
  ] as const)
    assert.equal(sinceRendering(foreign, secret, at), undefined, String(foreign));
});
