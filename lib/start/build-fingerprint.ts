import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['app', 'components', 'lib', 'public'];
const rootFile = /^(?!biome\.json$|next-env\.d\.ts$).+\.(js|mjs|cjs|ts|mts|json)$/;
const testFile = /\.(test|spec)\.tsx?$/;

/** A hash of everything in the project that decides what `next build` makes, except the server actions' key. */
export function fingerprintSources(root: string, environment: Record<string, string | undefined>): string {
  const hash = createHash('sha256');
  const add = (name: string, content: string | Buffer) =>
    hash.update(`${JSON.stringify(name)} ${content.length}\n`).update(content);
  for (const path of listSources(root)) add(path, readFileSync(join(root, path)));
  for (const name of Object.keys(environment).sort()) {
    if (name.startsWith('NEXT_PUBLIC_')) add(`$${name}`, environment[name] ?? '');
  }
  add('node', process.versions.node);
  return hash.digest('hex');
}

function listSources(root: string): string[] {
  const inFolders = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !testFile.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length)),
    );
  const inRoot = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && rootFile.test(entry.name))
    .map((entry) => entry.name);
  return [...inFolders, ...inRoot].sort();
}
