import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';
import { StartError } from '../../lib/start/start-error.js';
import { installBrowser } from './install-browser.ts';
import { tryBrowser } from './try-browser.ts';

export interface Browser {
  path: string;
  /** Whether the browser's own sandbox can be used: not as root, nor in most containers. */
  sandbox: boolean;
}

/** What finding a browser does to the machine, so that a test can replace it. */
export interface BrowserProbes {
  chromePath: string | undefined;
  installed: () => string[];
  /** Starts it; answers undefined if it does not work. */
  attempt: (path: string) => Promise<Browser | undefined>;
  /** Ways to get one, best first; each answers the path of what it may have installed. */
  install: (() => Promise<string | undefined>)[];
}

/**
 * CHROME_PATH, or else a Chrome, Chromium or Edge of this machine, one that Playwright has downloaded, one that
 * Playwright downloads now, or Debian's.
 * @throws StartError that says how to get one
 */
export async function findBrowser(probes: BrowserProbes = machine): Promise<Browser> {
  if (probes.chromePath) {
    const chosen = await probes.attempt(probes.chromePath);
    if (chosen) return chosen;
    throw new StartError(`CHROME_PATH is ${probes.chromePath}, but no Chrome or Chromium starts there.`);
  }
  for (const path of probes.installed()) {
    const browser = await probes.attempt(path);
    if (browser) return browser;
  }
  for (const install of probes.install) {
    const path = await install();
    const browser = path && (await probes.attempt(path));
    if (browser) return browser;
  }
  throw new StartError(
    [
      'The browser tests need Chrome or Chromium, and none could be found or installed. Do one of these:',
      '  npx playwright install --with-deps chromium',
      '  install Google Chrome or Chromium yourself; CHROME_PATH=/path/to/chrome tells where, if it is not found',
      'The other tests run without a browser: npm test -- unit',
    ].join('\n'),
  );
}

const machine: BrowserProbes = {
  chromePath: process.env.CHROME_PATH || undefined,
  installed: () => [...installedBrowsers(), chromium.executablePath()].filter((path) => existsSync(path)),
  attempt: tryBrowser,
  install: installBrowser,
};

function installedBrowsers(): string[] {
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'microsoft-edge-stable',
    'chromium-browser',
  ];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const commands = names.flatMap((name) => folders.map((folder) => join(folder, name)).filter(isProgram));
  const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
    ['/Applications', join(homedir(), 'Applications')].map((folder) =>
      join(folder, `${name}.app/Contents/MacOS/${name}`),
    ),
  );
  return [...commands, ...apps];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
