// @ts-check
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { processStart } from './process-start.js';

/**
 * Does work that only one process at a time may do in this folder. A second one says so and waits.
 * @template T
 * @param {string} root
 * @param {string} what for the reader of the other process's message
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(root, what, work) {
  // Both `npm ci` and `next build` empty their own folder, but the build keeps this one.
  const path = join(root, '.next/cache/guestcard.lock');
  const holder = { pid: process.pid, start: processStart(process.pid), what };
  let told = false;
  for (;;) {
    const other = takeLock(path, holder);
    if (!other) break;
    if (!told) console.log(`Waiting for process ${other.pid}, which is ${other.what} in this folder …`);
    told = true;
    await wait(200);
  }
  const release = () => rmSync(path, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/**
 * @typedef {{ pid: number, start: string | undefined, what: string }} Holder
 */

/**
 * @param {string} path
 * @param {Holder} holder
 * @param {typeof processStart} startOf
 * @returns {Holder | undefined} who holds the lock, if it is not `holder` now
 */
export function takeLock(path, holder, startOf = processStart) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${path}.${holder.pid}`;
  writeFileSync(mine, JSON.stringify(holder));
  try {
    for (;;) {
      if (link(mine, path)) return undefined;
      const other = readHolder(path);
      if (!other) continue;
      if (startOf(other.pid) !== undefined && startOf(other.pid) === other.start) return other;
      removeStale(path, other, `${mine}.stale`);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function link(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} path
 * @returns {Holder | undefined}
 */
function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Renaming first lets only one of several waiting processes remove it; a lock that another one has taken in
 * the meantime is put back.
 * @param {string} path
 * @param {Holder} stale
 * @param {string} aside
 */
function removeStale(path, stale, aside) {
  try {
    renameSync(path, aside);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return;
    throw error;
  }
  const moved = readHolder(aside);
  if (moved?.pid !== stale.pid || moved.start !== stale.start) link(aside, path);
  rmSync(aside, { force: true });
}
