import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { runCommand } from '../../lib/start/run-command.js';
import { installDebianPackage } from './debian-package.ts';

/** Ways to install a browser for the tests, best first; each answers where it should be then. */
export const installBrowser = [fromPlaywright, fromDebian];

async function fromPlaywright(): Promise<string | undefined> {
  await runCommand(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], {
    title: 'Downloading Chromium for the browser tests (once, about 170 MB)',
    done: 'Chromium downloaded',
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    limit: 300,
  });
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

async function fromDebian(): Promise<string | undefined> {
  return (await installDebianPackage('chromium')) ? '/usr/bin/chromium' : undefined;
}
