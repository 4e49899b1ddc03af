import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { deriveActionKey } from './action-key.ts';
import { loadAppSecret } from './app-secret.ts';

const folder = mkdtempSync(join(tmpdir(), 'guestcard-secret-'));
after(() => rmSync(folder, { recursive: true }));

test('a given secret is used, and nothing is written', () => {
  const dataDir = join(folder, 'given');
  assert.equal(loadAppSecret({ appSecret: 'from the environment', dataDir }), 'from the environment');
  assert.throws(() => statSync(dataDir), { code: 'ENOENT' });
});

test('without one it is made once, for this user only', () => {
  const dataDir = join(folder, 'made');
  const secret = loadAppSecret({ dataDir });
  assert.match(secret, /^[\w-]{43}$/);
  assert.equal(loadAppSecret({ dataDir }), secret);
  assert.equal(statSync(dataDir).mode & 0o777, 0o700);
  assert.equal(statSync(join(dataDir, 'app-secret')).mode & 0o777, 0o600);
});

test('processes that start together get the same secret', async () => {
  const dataDir = join(folder, 'race');
  const module = new URL('app-secret.ts', import.meta.url).href;
  const program = `import { loadAppSecret } from '${module}'; console.log(loadAppSecret({ dataDir: process.argv[1] }))`;
  const start = () =>
    promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program, dataDir]);
  const answers = await Promise.all([start(), start(), start(), start()]);
  const kept = readFileSync(join(dataDir, 'app-secret'), 'utf8');
  assert.deepEqual(new Set(answers.map(({ stdout }) => stdout)), new Set([kept]));
  assert.deepEqual(readdirSync(dataDir), ['app-secret']);
});

test('an emptied file is not taken for a secret', () => {
  writeFileSync(join(folder, 'app-secret'), '\n');
  assert.throws(() => loadAppSecret({ dataDir: folder }), /does not hold a secret/);
});

test("the server actions' key is 32 bytes that follow from the secret", () => {
  const key = deriveActionKey('one secret');
  assert.equal(Buffer.from(key, 'base64').length, 32);
  assert.equal(deriveActionKey('one secret'), key);
  assert.notEqual(deriveActionKey('another secret'), key);
});
