import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPreview, previewIn, previewToken } from './preview-token.ts';

const now = Date.UTC(2026, 2, 2, 17);
const token = previewToken('a secret', 'maple-court', now);
const inMinutes = (minutes: number) => now + minutes * 60_000;

test('a preview is for one property, for an hour', () => {
  assert.ok(isPreview('a secret', 'maple-court', token, now));
  assert.ok(isPreview('a secret', 'maple-court', token, inMinutes(59)));
  assert.equal(isPreview('a secret', 'maple-court', token, inMinutes(60)), false);
  assert.equal(isPreview('a secret', 'foundry-lofts', token, now), false);
  assert.equal(isPreview('another', 'maple-court', token, now), false);
});

test('what is not ours is none', () => {
  const later = String(inMinutes(600));
  for (const wrong of [undefined, '', 'x', token.slice(1), token.slice(0, -1), token.replace(/^\d+/, later)])
    assert.equal(isPreview('a secret', 'maple-court', wrong, now), false, wrong);
});

test('it stands in the address, or in that of the page before', () => {
  const before = `http://localhost:3000/embed/maple-court?theme=dark&preview=${token}`;
  assert.equal(previewIn(`/embed/maple-court?preview=${token}`, undefined), token);
  assert.equal(previewIn('/embed/status/abc?theme=dark', before), token);
  assert.equal(previewIn('/embed/status/abc', 'http://localhost:3000/embed/preview'), undefined);
  assert.equal(previewIn('/embed/status/abc', undefined), undefined);
});
