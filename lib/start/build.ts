import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fingerprintSources } from './build-fingerprint.ts';
import { withLock } from './lock.js';
import { runCommand } from './run-command.js';
import { StartError } from './start-error.js';

const stampFile = '.next/guestcard-build.json';

interface Stamp {
  sources: string;
  actionKey: string;
}

/**
 * Runs `next build` unless the last one was made from the same sources and the same server actions' key.
 * @param keepAnyKey a build for another key will do, as for tests
 */
export async function buildIfNeeded({
  actionKey,
  keepAnyKey = false,
}: {
  actionKey: string;
  keepAnyKey?: boolean;
}) {
  await withLock(process.cwd(), 'building', async () => {
    const wanted: Stamp = {
      sources: fingerprintSources(process.cwd(), process.env),
      actionKey: hash(actionKey),
    };
    const present = readStamp();
    const keyFits = keepAnyKey || present?.actionKey === wanted.actionKey;
    if (present?.sources === wanted.sources && keyFits) return;
    // Only a finished build has a stamp, and it names what the build was started from.
    rmSync(stampFile, { force: true });
    const code = await runCommand(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      title: `${whyBuild(present, wanted)} (about 20 s)`,
      done: 'Built',
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey,
      },
    });
    if (code !== 0) throw new StartError('The build failed: Next says why above.');
    writeFileSync(stampFile, JSON.stringify(wanted));
  });
}

function whyBuild(present: Stamp | undefined, wanted: Stamp): string {
  if (!present) return 'Building';
  return present.sources === wanted.sources
    ? 'Building again, because the secret of this data folder is another'
    : 'Building again, because something changed';
}

function readStamp(): Stamp | undefined {
  if (!existsSync(stampFile) || !existsSync('.next/BUILD_ID')) return undefined;
  return JSON.parse(readFileSync(stampFile, 'utf8'));
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
