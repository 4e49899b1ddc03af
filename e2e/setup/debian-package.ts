import { existsSync } from 'node:fs';
import { runCommand } from '../../lib/start/run-command.js';

const aptGet = '/usr/bin/apt-get';
const patient = ['-o', 'DPkg::Lock::Timeout=120'];

/** Installs a package where that needs no password: as root, as in a container or in CI. */
export async function installDebianPackage(name: string): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync(aptGet)) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand(aptGet, [...patient, 'update'], {
    title: 'Reading the list of Debian packages',
    output: 'if it fails',
    env,
  });
  const code = await runCommand(aptGet, [...patient, 'install', '-y', '--no-install-recommends', name], {
    title: `Installing ${name} with apt-get`,
    done: `${name} installed`,
    output: 'if it fails',
    env,
  });
  return code === 0;
}
