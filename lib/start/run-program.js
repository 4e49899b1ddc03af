// @ts-check
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findNode, noNodeFound } from './find-node.js';
import { installPackages } from './install-packages.js';
import { runCommand } from './run-command.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Installs what is missing, then runs a program of this project on the project's own Node: in this process
 * when it is one already, so that signals reach the program without a process in between.
 * @param {string} program path from the project's root
 * @param {string[]} args
 */
export async function runProgram(program, args) {
  try {
    process.chdir(root);
    await installPackages(root);
    const node = findNode(root);
    if (!node) throw noNodeFound(root);
    if (node === process.execPath) {
      process.argv = [node, resolve(root, program), ...args];
      await import(pathToFileURL(resolve(root, program)).href);
    } else {
      process.exitCode = await runCommand(node, ['lib/start/with-packages.js', program, ...args], {
        standIn: true,
      });
    }
  } catch (error) {
    const isForReaders = error instanceof Error && ['StartError', 'ConfigurationError'].includes(error.name);
    console.error(isForReaders ? error.message : error);
    process.exit(1);
  }
}
