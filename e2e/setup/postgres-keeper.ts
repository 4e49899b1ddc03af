// node postgres-keeper.ts <folder of initdb and postgres> <durable|fast>
// Runs a PostgreSQL in a temporary directory, prints its address, and removes everything when its input ends.
// The input is a pipe from the test run, so it also ends when the run crashes or is killed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

const [given = '', durability] = process.argv.slice(2);
const directory = mkdtempSync(join(tmpdir(), 'guestcard-postgres-'));
let server: ChildProcess | undefined;
// SIGINT is PostgreSQL's fast shutdown: it disconnects everybody.
const end = () => (server ? server.kill('SIGINT') : process.exit(1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
process.on('exit', () => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }));

const owner = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
if (owner) chownSync(directory, owner.uid, owner.gid);
const programs = runnable(given);
const data = join(directory, 'data');
// Any other working directory might be one that this user may not read.
const as = { ...owner, cwd: directory };

const initdb = spawnSync(
  join(programs, 'initdb'),
  ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
  { ...as, encoding: 'utf8' },
);
if (initdb.status !== 0) {
  console.error(initdb.error ?? `${initdb.stdout}${initdb.stderr}`);
  process.exit(1);
}

const port = await freePort();
const settings = {
  listen_addresses: '127.0.0.1',
  port: String(port),
  unix_socket_directories: '',
  max_connections: '200',
  ...(durability === 'durable' ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
};
const running = spawn(
  join(programs, 'postgres'),
  ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
  { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
);
server = running;
process.stdin.on('end', end).on('error', end).resume();

let log = '';
let ready = false;
createInterface(running.stderr).on('line', (line) => {
  if (ready) return;
  log += `${line}\n`;
  ready = line.includes('ready to accept connections');
  if (ready) console.log(`postgres://postgres@127.0.0.1:${port}/postgres`);
});
await once(running, 'exit');
if (!ready) console.error(log);
process.exit(ready ? 0 : 1);

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((option) => spawnSync('id', [option, name], { encoding: 'utf8' }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error('There is neither a user postgres nor nobody to run PostgreSQL as');
}

/** The folder itself, or a copy if that user cannot reach it, for example below /root. */
function runnable(folder: string): string {
  if (spawnSync(join(folder, 'postgres'), ['--version'], { ...owner, cwd: directory }).status === 0)
    return folder;
  cpSync(dirname(folder), join(directory, 'server'), { recursive: true, verbatimSymlinks: true });
  return join(directory, 'server/bin');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
  return address.port;
}
