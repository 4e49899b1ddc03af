// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { passSignals } from './pass-signals.js';
import { reportProgress } from './report-progress.js';
import { StartError } from './start-error.js';

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
 * @param {'shown' | 'if it fails' | 'hidden'} [options.output]
 * @param {boolean} [options.standIn] it is the program that this process stands for: exit as it does
 * @param {number} [options.limit] seconds after which it is ended
 * @returns {Promise<number>}
 */
export async function runCommand(command, args, options = {}) {
  const { env = process.env, title, done, output = 'shown', standIn, limit } = options;
  const ownGroup = title !== undefined;
  const child = spawn(command, args, {
    env,
    detached: ownGroup,
    stdio:
      output === 'shown'
        ? [ownGroup ? 'ignore' : 'inherit', 'inherit', 'inherit']
        : ['ignore', 'pipe', 'pipe'],
  });
  const signals = passSignals(child, ownGroup);
  const timer = limit === undefined ? undefined : setTimeout(() => signals.send('SIGTERM'), limit * 1000);
  const progress = title === undefined ? undefined : reportProgress(title);
  /** @type {Buffer[]} */
  const held = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => held.push(chunk));

  try {
    /** @type {number} */
    const code = await new Promise((resolve, reject) => {
      child.once('error', (cause) =>
        reject(new StartError(`${command} could not be started: ${cause.message}`, { cause })),
      );
      child.once('close', (exitCode, signal) =>
        resolve(exitCode ?? 128 + constants.signals[signal ?? 'SIGKILL']),
      );
    });
    const asked = signals.received();
    if (asked) process.exit(standIn ? code : 128 + constants.signals[asked]);
    if (code !== 0 && output !== 'hidden') process.stderr.write(Buffer.concat(held));
    if (code === 0 && done) progress?.finish(done);
    return code;
  } finally {
    clearTimeout(timer);
    progress?.stop();
    signals.stop();
  }
}
