import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { splicedPage } from './spliced-page.ts';

const text = fc.string({ unit: 'binary', maxLength: 400 });

test('whatever stands before, in and after the place: unpacked it is exactly that', () => {
  fc.assert(
    fc.property(text, text, fc.array(text, { minLength: 1, maxLength: 3 }), (before, after, visits) => {
      const page = splicedPage(before, after);
      for (const visit of visits) {
        const whole = Buffer.from(before + visit + after).toString();
        assert.equal(gunzipSync(page.gzip(visit)).toString(), whole);
        assert.equal(page.plain(visit).toString(), whole);
      }
    }),
  );
});

test('more than a block without compression can hold', () => {
  const page = splicedPage('before', 'after');
  for (const length of [0xffff, 0xffff + 1, 3 * 0xffff]) {
    const visit = 'x'.repeat(length);
    assert.equal(gunzipSync(page.gzip(visit)).toString(), `before${visit}after`);
  }
});
