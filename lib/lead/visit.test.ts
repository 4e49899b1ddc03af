import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientAddress } from './visit.ts';

test('without trusted proxies a client cannot choose its own address', () => {
  assert.equal(clientAddress('6.6.6.6', 0, '192.0.2.1'), '192.0.2.1');
});

test('only what the trusted proxies wrote, the rightmost entries, is believed', () => {
  assert.equal(clientAddress('6.6.6.6, 198.51.100.7', 1, '10.0.0.1'), '198.51.100.7');
  assert.equal(clientAddress('6.6.6.6, 198.51.100.7, 10.0.0.2', 2, '10.0.0.1'), '198.51.100.7');
});

test('a chain shorter than the proxies, or none, falls back to what is there', () => {
  assert.equal(clientAddress('198.51.100.7', 3, '10.0.0.1'), '198.51.100.7');
  assert.equal(clientAddress(null, 2, '192.0.2.1'), '192.0.2.1');
  assert.equal(clientAddress('', 1, '192.0.2.1'), '192.0.2.1');
});
