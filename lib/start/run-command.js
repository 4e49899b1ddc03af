// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';

/** @type {NodeJS.Signals[]} */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end and answers its exit code. A signal that ends this process is passed on, and this
 * process then ends too, once the program has.
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string} [options.title] what to say while it runs; it then gets a process group of its own, so that
 *   its workers end with it
 * @param {string} [options.done] what to say once it has succeeded
 * @param {boolean} [options.quiet] show its output only if it fails
 * @param {number} [options.limit] seconds after which it is ended
 * @returns {Promise<number>}
 */
export async function runCommand(
  command,
  args,
  { env = process.env, title, done, quiet = false, limit } = {},
) {
  const ownGroup = title !== undefined;
  const child = spawn(command, args, {
    env,
    detached: ownGroup,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : [ownGroup ? 'ignore' : 'inherit', 'inherit', 'inherit'],
  });
  /** @type {NodeJS.Signals | undefined} */
  let asked;
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    process.kill(ownGroup ? -child.pid : child.pid, signal);
  };
  const passOn = (/** @type {NodeJS.Signals} */ signal) => {
    asked = signal;
    pass(signal);
  };
  const endWithUs = () => pass('SIGKILL');
  for (const signal of endings) process.on(signal, passOn);
  process.on('exit', endWithUs);

  const timer = limit === undefined ? undefined : setTimeout(() => pass('SIGTERM'), limit * 1000);
  const reporting = title === undefined ? undefined : report(title);
  /** @type {Buffer[]} */
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk));
  /** @type {number} */
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) =>
      resolve(exitCode ?? 128 + constants.signals[signal ?? 'SIGKILL']),
    );
  });

  clearTimeout(timer);
  for (const signal of endings) process.off(signal, passOn);
  process.off('exit', endWithUs);
  if (code !== 0 && !asked) process.stderr.write(Buffer.concat(output));
  reporting?.stop(code === 0 ? done : undefined);
  if (asked) process.exit(128 + constants.signals[asked]);
  return code;
}

/**
 * Says what is going on now, every ten seconds, and at the end.
 * @param {string} title
 */
function report(title) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  console.log(`${title} …`);
  const timer = setInterval(() => console.log(`  … ${seconds()} s`), 10_000);
  return {
    stop(/** @type {string | undefined} */ done) {
      clearInterval(timer);
      if (done) console.log(`${done} in ${seconds()} s.`);
    },
  };
}
