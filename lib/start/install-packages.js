// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findNode } from './find-node.js';
import { isInstalled } from './installed.js';
import { withLock } from './lock.js';
import { runCommand } from './run-command.js';
import { StartError } from './start-error.js';

/**
 * Makes node_modules match package-lock.json.
 * @param {string} root
 */
export async function installPackages(root) {
  if (isUpToDate(root)) return;
  await withLock(root, 'installing packages', async () => {
    // Another start may have installed them while this one waited for the lock.
    if (isUpToDate(root)) return;
    const code = await runCommand('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
      title: existsSync(join(root, 'node_modules'))
        ? 'Installing packages again, because they changed or are incomplete (about 20 s)'
        : 'Installing packages (first start only, about 20 s)',
      done: 'Packages installed',
      output: 'if it fails',
      env: { ...process.env, PATH: pathWithoutPackages(root) },
    });
    if (code !== 0) {
      throw new StartError('The packages could not be installed: npm says why above. Then start again.');
    }
  });
}

/** @param {string} root */
function isUpToDate(root) {
  const read = (/** @type {string} */ path) =>
    existsSync(join(root, path)) ? JSON.parse(readFileSync(join(root, path), 'utf8')) : undefined;
  const state = {
    manifest: read('package.json'),
    lock: read('package-lock.json'),
    record: read('node_modules/.package-lock.json'),
  };
  return isInstalled(state) && findNode(root) !== undefined;
}

/**
 * npm must not run on the Node in node_modules, which it is about to delete.
 * @param {string} root
 */
function pathWithoutPackages(root) {
  const isOurs = (/** @type {string} */ folder) => folder.startsWith(join(root, 'node_modules'));
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !isOurs(folder))
    .join(delimiter);
}
