import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReceivedRequest } from '../../lib/propexo/simulator/request.ts';
import type { Scenario } from '../../lib/propexo/simulator/scenario.ts';
import { deriveActionKey } from '../../lib/start/action-key.ts';
import { buildIfNeeded } from '../../lib/start/build.ts';
import { runCommand } from '../../lib/start/run-command.js';
import { type Guestcard, startGuestcard } from '../fixtures/guestcard.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const next = join(root, 'node_modules/next/dist/bin/next');
/** On the project's own disk: in a memory file system, writing durably would cost nothing. */
const workplace = join(root, '.bench');

export interface Server {
  url: string;
  stop: () => Promise<unknown>;
}

export function newFolder(name: string): string {
  mkdirSync(workplace, { recursive: true });
  return mkdtempSync(join(workplace, `${name}-`));
}

/** Builds the project and the bare action; answers where the latter was built, and what removes it. */
export async function buildBoth(): Promise<{ bareAction: string; remove: () => void }> {
  await buildGuestcard();
  const bareAction = newFolder('bare-action');
  const remove = () => rmSync(bareAction, { recursive: true, force: true });
  cpSync(join(root, 'e2e/bench/bare-action'), bareAction, { recursive: true });
  try {
    await buildNextApp(bareAction, 'the bare action');
    return { bareAction, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

export async function buildGuestcard(): Promise<void> {
  await buildIfNeeded({ actionKey: deriveActionKey('bench'), keepAnyKey: true });
}

/** @param what its name for people */
export async function buildNextApp(folder: string, what: string): Promise<void> {
  const code = await runCommand(process.execPath, [next, 'build', folder], {
    title: `Building ${what}`,
    output: 'if it fails',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (code !== 0) throw new Error(`Building ${what} failed; Next says why above.`);
}

export async function startNextApp(folder: string): Promise<Server> {
  const port = await freePort();
  return startProgram([next, 'start', folder, '--port', String(port)], 'Ready in', () => {
    return `http://127.0.0.1:${port}`;
  });
}

/** Guestcard on a data folder of its own that sends its leads to `propexo`. */
export async function startForm(
  propexo: string,
  settings: Record<string, string> = {},
): Promise<Guestcard & { dataDir: string }> {
  const dataDir = newFolder('data');
  const guestcard = await startGuestcard(
    {
      PROPEXO_API_TOKEN: 'simulator-token',
      PROPEXO_BASE_URL: propexo,
      PROPERTIES_FILE: join(root, 'docs/demo-properties.json'),
      LOG_LEVEL: 'silent',
      ...settings,
    },
    undefined,
    dataDir,
  );
  return { ...guestcard, url: guestcard.url.replace('localhost', '127.0.0.1'), dataDir };
}

export interface Propexo extends Server {
  received: () => Promise<ReceivedRequest[]>;
  play: (scenario: Scenario) => Promise<void>;
}

/** The simulator in a process of its own, with Propexo's limit of 150 requests a minute. */
export async function startPropexo({ port = 0, settleMs = 800 } = {}): Promise<Propexo> {
  const args = ['lib/propexo/simulator/main.ts', '--port', String(port), '--settle-ms', String(settleMs)];
  const server = await startProgram(args, 'PROPERTIES_FILE', (output) => {
    return /http:\/\/[\d.]+:\d+/.exec(output)?.[0] ?? '';
  });
  const control = async (method: string, command: string, body?: object) => {
    const answer = await fetch(`${server.url}/_simulator/${command}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`The simulator answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    ...server,
    received: async () => (await control('GET', 'received')) as ReceivedRequest[],
    play: async (scenario) => {
      await control('POST', 'scenarios', scenario);
    },
  };
}

/** Nobody listens there: connections are refused. */
export async function closedPort(): Promise<{ port: number; url: string }> {
  const port = await freePort();
  return { port, url: `http://127.0.0.1:${port}` };
}

/** Runs one of our programs until it prints `sign`; `url` reads from its output where it listens. */
export async function startProgram(
  args: string[],
  sign: string,
  url: (output: string) => string,
): Promise<Server> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(sign)) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}:\n${output}`)));
  });
  return { url: url(output), stop: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
