// @ts-check
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.js';

/**
 * The Node to run the project on: the pinned one from node_modules, or this one if it is new enough and the
 * pinned one does not work here (musl libc; npm told to skip install scripts).
 * @param {string} root
 * @returns {string | undefined} path of the program
 */
export function findNode(root) {
  const wanted = readPinnedVersion(root);
  if (process.version === wanted) return process.execPath;
  const pinned = join(root, 'node_modules/.bin/node');
  if (spawnSync(pinned, ['--version'], { encoding: 'utf8' }).stdout?.trim() === wanted) return pinned;
  return majorOf(process.version) >= majorOf(wanted) ? process.execPath : undefined;
}

/** @param {string} root */
export function noNodeFound(root) {
  const wanted = readPinnedVersion(root);
  return new StartError(
    [
      `Guestcard runs on Node.js ${wanted}, which comes with its packages, but that one does not start here.`,
      'If npm is set to skip install scripts, allow them for this project:',
      '  npm ci --include=dev --ignore-scripts=false',
      `Otherwise install Node.js ${majorOf(wanted)} or newer yourself. This is Node.js ${process.version}.`,
    ].join('\n'),
  );
}

/** @param {string} version */
const majorOf = (version) => Number(version.replace('v', '').split('.')[0]);

/** @param {string} root */
function readPinnedVersion(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return `v${lock.packages['node_modules/node'].version}`;
}
