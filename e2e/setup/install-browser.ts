import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { runCommand } from '../../lib/start/run-command.js';
import { installDebianPackage } from './debian-package.ts';

/** Ways to install a browser for the tests, best first; each answers where it should be then. */
export const installBrowser = [fromPlaywright, fromDebian];

async function fromPlaywright(): Promise<string | undefined> {
  const code = await runCommand(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], {
    title: 'Downloading Chromium for the browser tests (once, about 170 MB)',
    done: 'Chromium downloaded',
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    // Playwright says at length, five times, that it cannot reach its server.
    output: 'hidden',
    limit: 300,
  });
  if (code !== 0) console.log('Chromium could not be downloaded.');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

async function fromDebian(): Promise<string | undefined> {
  return (await installDebianPackage('chromium')) ? '/usr/bin/chromium' : undefined;
}
