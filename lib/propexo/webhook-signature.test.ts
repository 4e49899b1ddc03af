import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { signPayload } from './simulator/webhook-delivery.ts';
import { isSigned } from './webhook-signature.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('the signature is HMAC-SHA256 in lower-case hex', () => {
  // HMAC-SHA256, RFC 4231, test case 2.
  const signature = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
  assert.ok(isSigned(bytes('what do ya want for nothing?'), signature, ['Jefe']));
});

test('any of several secrets may have signed, no other one', () => {
  const arbitrarySecrets = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(arbitrarySecrets, fc.string({ unit: 'binary' }), ([other = '', ...secrets], body) => {
      const raw = bytes(body);
      const signedWith = (secret: string) => signPayload(secret, Buffer.from(raw).toString());
      assert.ok(secrets.every((secret) => isSigned(raw, signedWith(secret), secrets)));
      assert.ok(!isSigned(raw, signedWith(other), secrets) || secrets.some((one) => sameKey(one, other)));
      assert.ok(!isSigned(raw, signedWith(other), []));
    }),
  );
});

/** HMAC fills a short key up with zero bytes: these are one and the same. */
const sameKey = (a: string, b: string) => a.replace(/\0+$/, '') === b.replace(/\0+$/, '');

test('one changed byte, of the body or of the signature, is refused', () => {
  const raw = bytes('{"trigger":"WRITE_OPERATION_FAILURE"}');
  const signature = signPayload('the-secret', Buffer.from(raw).toString());
  fc.assert(
    fc.property(fc.nat(raw.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
      const changed = raw.map((byte, index) => (index === place ? byte ^ change : byte));
      assert.ok(!isSigned(changed, signature, ['the-secret']));
    }),
  );
  for (const wrong of [
    '',
    'x',
    signature.slice(1),
    `${signature}0`,
    signature.toUpperCase(),
    `${signature.slice(0, -1)}g`,
  ])
    assert.ok(!isSigned(raw, wrong, ['the-secret']), wrong);
  for (let place = 0; place < 64; place += 1) {
    const digit = ((Number.parseInt(signature[place] ?? '', 16) + 1) % 16).toString(16);
    const changed = signature.slice(0, place) + digit + signature.slice(place + 1);
    assert.ok(!isSigned(raw, changed, ['the-secret']));
  }
});
