import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { checkProof, newChallenge } from './challenge.ts';

const secret = 'a secret of the tests';
const now = Date.UTC(2026, 2, 2, 17);
const work = { rounds: 10, keys: [3, 9] } as const;
mock.timers.enable({ apis: ['Date'], now });

async function solved(content = 'words', key = secret) {
  const challenge = await newChallenge(key, content, now, work);
  return { challenge, solution: await solveChallenge({ challenge, deriveKey }) };
}

test('work that was done for these words is a proof', async () => {
  const payload = await solved();
  assert.deepEqual(await checkProof(secret, 'words', JSON.stringify(payload), now), {
    nonce: payload.challenge.parameters.nonce,
    expiresAt: now + 10 * 60_000,
  });
});

test('a proof that came too late is no lie', async () => {
  const sent = JSON.stringify(await solved());
  assert.equal(await checkProof(secret, 'words', sent, now + 10 * 60_000), 'late');
  assert.equal(await checkProof(secret, 'words', undefined, now), undefined);
});

test('other words, other work, another secret and nonsense prove nothing', async () => {
  const payload = await solved();
  const { challenge, solution } = payload;
  const easier = { ...challenge, parameters: { ...challenge.parameters, cost: 1 } };
  for (const [sent, content] of [
    [JSON.stringify(payload), 'other words'],
    [JSON.stringify(await solved('words', 'the secret of another program')), 'words'],
    [JSON.stringify({ challenge: easier, solution }), 'words'],
    [JSON.stringify({ challenge, solution: { counter: 1, derivedKey: '00'.repeat(32) } }), 'words'],
    [JSON.stringify({ challenge, solution: null }), 'words'],
    ['{"challenge":{}}', 'words'],
    ['no JSON', 'words'],
    ['null', 'words'],
  ] as const)
    assert.equal(await checkProof(secret, content, sent, now), 'false', sent.slice(0, 40));
});
