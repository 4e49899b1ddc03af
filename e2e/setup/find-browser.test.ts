import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BrowserProbes, findBrowser } from './find-browser.ts';

/** A machine where only the browsers of `working` start; `log` tells what was tried, in order. */
function machine({ working = [] as string[], ...probes }: Partial<BrowserProbes> & { working?: string[] }) {
  const log: string[] = [];
  const all: BrowserProbes = {
    chromePath: undefined,
    installed: () => ['/usr/bin/google-chrome', '/usr/bin/chromium'],
    attempt: async (path) => {
      log.push(path);
      return working.includes(path) ? { path, sandbox: true } : undefined;
    },
    install: ['/cache/chromium', '/debian/chromium'].map((path) => async () => {
      log.push(`install ${path}`);
      return path;
    }),
    ...probes,
  };
  return { probes: all, log };
}

test('the browser of CHROME_PATH goes before all others', async () => {
  const { probes, log } = machine({ chromePath: '/mine', working: ['/mine', '/usr/bin/google-chrome'] });
  assert.equal((await findBrowser(probes)).path, '/mine');
  assert.deepEqual(log, ['/mine']);
});

test('a CHROME_PATH that does not work is said, not passed over', async () => {
  const { probes } = machine({ chromePath: '/mine', working: ['/usr/bin/chromium'] });
  await assert.rejects(findBrowser(probes), { name: 'StartError', message: /CHROME_PATH is \/mine/ });
});

test('an installed browser that does not start is passed over', async () => {
  const { probes, log } = machine({ working: ['/usr/bin/chromium'] });
  assert.equal((await findBrowser(probes)).path, '/usr/bin/chromium');
  assert.deepEqual(log, ['/usr/bin/google-chrome', '/usr/bin/chromium']);
});

test('one is installed only where none works, and the next way is tried where that fails', async () => {
  const { probes, log } = machine({ installed: () => [], working: ['/debian/chromium'] });
  assert.equal((await findBrowser(probes)).path, '/debian/chromium');
  assert.deepEqual(log, [
    'install /cache/chromium',
    '/cache/chromium',
    'install /debian/chromium',
    '/debian/chromium',
  ]);
});

test('without any the message says what to do', async () => {
  const { probes } = machine({ install: [async () => undefined] });
  await assert.rejects(findBrowser(probes), {
    name: 'StartError',
    message: /CHROME_PATH=.*\n.*npm test -- unit/,
  });
});
