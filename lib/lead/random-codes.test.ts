import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newReceipt, newReference } from './random-codes.ts';

test('a receipt is 160 bits that fit into an address', () => {
  const receipts = Array.from({ length: 1_000 }, newReceipt);
  assert.equal(new Set(receipts).size, 1_000);
  for (const receipt of receipts) {
    assert.match(receipt, /^[\w-]{27}$/);
    assert.equal(Buffer.from(receipt, 'base64url').length, 20);
  }
});

test('a reference has the same form and only characters that cannot be misheard, whatever the bytes', () => {
  const bytes = fc.infiniteStream(fc.uint8Array({ minLength: 16, maxLength: 16 }));
  fc.assert(
    fc.property(bytes, (stream) => {
      const reference = newReference(() => stream.next().value);
      assert.match(reference, /^GC-[346789B-DF-HJKMNP-RTV-Y]{4}-[346789B-DF-HJKMNP-RTV-Y]{4}$/);
    }),
  );
});

test('every character is equally likely', () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const rounds = [new Uint8Array(16).fill(byte), new Uint8Array(16)];
    // A byte that is not used leaves the second round, which is all "3".
    const first = newReference(() => rounds.shift() ?? new Uint8Array(16))[3] ?? '';
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  assert.equal(counts.size, 24);
  assert.equal(counts.get('3'), 10 + 16);
  counts.delete('3');
  assert.deepEqual([...new Set(counts.values())], [10]);
});

test('the same bytes give the same reference, and references differ', () => {
  const fixed = () => Uint8Array.from({ length: 16 }, (_, index) => index * 7);
  assert.equal(newReference(fixed), newReference(fixed));
  assert.equal(new Set(Array.from({ length: 1_000 }, () => newReference())).size, 1_000);
});
