import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanAddress, cleanLine, cleanText } from './clean-text.ts';
import { hostileText } from './test-forms.ts';

test('line breaks of every system become one kind, and tabs stay', () => {
  assert.equal(cleanText('a\r\nb\rc\n\td'), 'a\nb\nc\n\td');
  assert.equal(cleanLine('a\r\nb\t \u00a0c'), 'a b c');
});

test('an address loses everything invisible', () => {
  assert.equal(cleanAddress('\u200eana\u00ad@example\u2060.com\ufeff'), 'ana@example.com');
});

for (const clean of [cleanText, cleanLine, cleanAddress]) {
  test(`${clean.name} leaves clean text alone, and in other text nothing that a database or a reader would trip over`, () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const cleaned = clean(text);
        assert.equal(clean(cleaned), cleaned);
        assert.ok(cleaned.isWellFormed());
        assert.equal(cleaned, cleaned.normalize('NFC'));
        assert.doesNotMatch(cleaned.replace(/[\n\t]/g, ''), /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: 3_000 },
    );
  });
}
