import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openSimulator } from '../propexo/simulator/fixture.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `npm run webhooks -- …` as a process of its own. */
function run(settings: Record<string, string>, ...args: string[]): Promise<{ code: number; output: string }> {
  const program = ['lib/start/with-packages.js', 'lib/start/webhooks.ts', ...args];
  return new Promise((resolve) => {
    const env = { NODE_ENV: 'production' as const, PATH: process.env.PATH, ...settings };
    const child = execFile(process.execPath, program, { cwd: root, env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}

test('npm run webhooks: 1 while something is wrong, 0 when all is right, never a secret', async (t) => {
  const simulator = await openSimulator(t);
  const settings = {
    APP_URL: 'https://leads.example',
    PROPEXO_API_TOKEN: 'simulator-token',
    PROPEXO_BASE_URL: simulator.url,
    PROPEXO_WEBHOOK_SECRET: 'the-newest-secret,the-older-secret',
  };
  const runs = [await run(settings), await run(settings, 'register'), await run(settings)];
  assert.deepEqual(
    runs.map(({ code }) => code),
    [1, 0, 0],
    runs[1]?.output,
  );
  for (const { output } of runs) assert.doesNotMatch(output, /(newest|older)-secret|simulator-token/);
  assert.equal(simulator.webhooks.length, 2);
});

test('npm run webhooks: settings that are not enough and words it does not know end it in plain words', async () => {
  const missing = await run({ PROPEXO_API_TOKEN: '', PROPEXO_WEBHOOK_SECRET: '', APP_URL: '' });
  assert.equal(missing.code, 1);
  assert.match(
    missing.output,
    /PROPEXO_API_TOKEN is missing.*PROPEXO_WEBHOOK_SECRET is missing.*APP_URL is/s,
  );
  assert.doesNotMatch(missing.output, /\n +at /);
  const unknown = await run({}, 'delete');
  assert.equal(unknown.code, 2);
  assert.match(unknown.output, /npm run webhooks -- register/);
});
