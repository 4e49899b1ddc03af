// @ts-check
import { readFileSync } from 'node:fs';

/**
 * Tells a running process from an earlier one with the same number, as after a container's restart.
 * @param {number} pid
 * @returns {string | undefined} when it was started, in a form only for comparing; undefined if it does not run
 */
export function processStart(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH') return undefined;
  }
  if (process.platform !== 'linux') return 'running';
  try {
    // State and start time, fields 3 and 22; field 2, in parentheses, may itself contain spaces.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}
