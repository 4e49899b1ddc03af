import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textsIn } from '../language/languages.ts';
import { leadSchema } from '../lead/schema.ts';
import { clientNetwork, comparable, recentKeys } from './recent-keys.ts';

test('a visitor’s network: IPv4 whole, IPv6 by its /64', () => {
  for (const [address, network] of [
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:51234', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['[2001:db8::9]:443', '2001:db8:0:0::/64'],
    ['2001:db8::9%eth0', '2001:db8:0:0::/64'],
  ] as const)
    assert.equal(clientNetwork(address), network, address);
});

test('a proxy, this machine or nonsense is nobody’s network', () => {
  for (const address of [
    undefined,
    '',
    'unknown',
    '127.0.0.1',
    '::1',
    '::ffff:10.0.0.3',
    '10.1.2.3',
    '100.64.0.1',
    '172.31.0.1',
    '192.168.1.1',
    'fd00::1',
    'fe80::1%en0',
    '203.0.113.7, 10.0.0.1',
  ])
    assert.equal(clientNetwork(address), undefined, address);
});

test('messages are compared by their letters and digits; short ones are not', () => {
  const one = comparable('Hello!  We are looking for a home\nnear the park.');
  assert.equal(one, comparable('hello we are LOOKING for a home, near the park'));
  assert.notEqual(one, comparable('Hello! We are looking for a home near the lake.'));
  assert.equal(comparable('Two cats and a dog'), undefined);
  assert.ok(comparable('我们正在寻找一套靠近公园的两居室公寓,最好在五月之前可以入住,谢谢您的帮助'));
});

test('the keys tell nothing without the secret, and are the same for the same', () => {
  const answers = leadSchema({ today: '2026-03-02', texts: textsIn('en') }).parse({
    first_name: 'Ana',
    last_name: 'Cruz',
    email_1: 'Ana@example.com',
    notes: 'We are looking for a home near the park.',
  });
  const keys = recentKeys('a secret', answers, '203.0.113.7', 'an id');
  assert.deepEqual(
    keys,
    recentKeys('a secret', { ...answers, email_1: 'ana@example.com' }, '203.0.113.7:80', 'an id'),
  );
  assert.notDeepEqual(keys, recentKeys('another secret', answers, '203.0.113.7', 'an id'));
  assert.doesNotMatch(JSON.stringify(keys), /203|ana|park/i);
  assert.deepEqual(
    { ...recentKeys('a secret', { ...answers, notes: undefined }, '10.0.0.1', undefined), sender: '' },
    { sender: '', client: null, message: null, form: null },
  );
});
