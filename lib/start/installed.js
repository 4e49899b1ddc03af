// @ts-check
import { isDeepStrictEqual } from 'node:util';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[],
 *   [field: string]: unknown }} Locked
 * @typedef {{ packages: Record<string, Locked> }} Lock
 */

const dependencyFields = ['dependencies', 'devDependencies', 'optionalDependencies'];

/**
 * Whether node_modules holds what is locked, for this kind of machine. npm writes its own record,
 * node_modules/.package-lock.json, as the last step of an installation, so an interrupted one leaves none.
 * Reading it, rather than a stamp of ours, also recognises a plain `npm ci`, for example in a Dockerfile.
 * @param {{ manifest: Record<string, unknown>, lock: Lock, record: Lock | undefined }} state
 * @param {{ platform: string, arch: string }} machine
 */
export function isInstalled({ manifest, lock, record }, machine = process) {
  if (!record) return false;
  const locked = lock.packages[''] ?? {};
  if (!dependencyFields.every((field) => isDeepStrictEqual(manifest[field], locked[field]))) return false;
  if (!Object.values(record.packages).every((present) => fits(present, machine))) return false;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const present = record.packages[path];
    if (!present) return wanted.optional === true;
    return present.version === wanted.version && present.integrity === wanted.integrity;
  });
}

/**
 * A folder copied from another kind of machine has the wrong binaries.
 * @param {Locked} present
 * @param {{ platform: string, arch: string }} machine
 */
function fits({ os, cpu }, { platform, arch }) {
  return (!os || os.includes(platform)) && (!cpu || cpu.includes(arch));
}
