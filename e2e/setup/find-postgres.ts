import { spawnSync } from 'node:child_process';
import { globSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { StartError } from '../../lib/start/start-error.js';
import { installDebianPackage } from './debian-package.ts';
import { installPostgresFromNpm } from './postgres-from-npm.ts';

const usualFolders = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql*/bin',
  '/usr/local/opt/postgresql*/bin',
  '/Applications/Postgres.app/Contents/Versions/latest/bin',
];

/**
 * The folder of the programs `initdb` and `postgres`: of this machine, from npm, or Debian's.
 * @throws StartError that says how to get them
 */
export async function findPostgres(): Promise<string> {
  const found = installed() ?? (await installPostgresFromNpm(works));
  if (found) return found;
  if (await installDebianPackage('postgresql')) {
    const debian = installed();
    if (debian) return debian;
  }
  throw new StartError(
    [
      'Some tests need a PostgreSQL server, and none could be found or installed. Do one of these:',
      '  install PostgreSQL (Debian: apt-get install postgresql; macOS: brew install postgresql)',
      '  name one that is running, with an empty database: TEST_DATABASE_URL=postgres://…',
      '  leave these tests out: SKIP_POSTGRES=1',
    ].join('\n'),
  );
}

function installed(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter);
  const usual = usualFolders.flatMap((pattern) => globSync(pattern).sort(newestFirst));
  return [...onPath, ...usual].map(programFolder).find((folder) => folder !== undefined && works(folder));
}

const newestFirst = (one: string, other: string) => other.localeCompare(one, 'en', { numeric: true });

/** A command on the PATH may be a link; PostgreSQL needs the files beside the real one. */
function programFolder(folder: string): string | undefined {
  try {
    return dirname(realpathSync(join(folder, 'initdb')));
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function works(folder: string): boolean {
  return ['initdb', 'postgres'].every((name) => spawnSync(join(folder, name), ['--version']).status === 0);
}
