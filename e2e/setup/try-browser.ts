import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from './find-browser.ts';

const run = promisify(execFile);

/** Keeps the browser from talking to anybody but the app under test. */
export const browserArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Shows a page in it, with its sandbox if that works; a program that is there may still lack a library. */
export async function tryBrowser(path: string): Promise<Browser | undefined> {
  const choices = process.getuid?.() === 0 ? [false] : [true, false];
  for (const sandbox of choices) {
    if (await showsPage(path, sandbox)) return { path, sandbox };
  }
  return undefined;
}

async function showsPage(path: string, sandbox: boolean): Promise<boolean> {
  const profile = await mkdtemp(join(tmpdir(), 'guestcard-browser-'));
  const sandboxArguments = sandbox ? [] : ['--no-sandbox'];
  try {
    const { stdout } = await run(
      path,
      [
        '--headless',
        ...sandboxArguments,
        ...browserArguments,
        `--user-data-dir=${profile}`,
        '--dump-dom',
        page,
      ],
      { timeout: 30_000, killSignal: 'SIGKILL' },
    );
    return stdout.includes('It works');
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const page = 'data:text/html,<p>It works</p>';
