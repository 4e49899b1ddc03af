import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type PageId, type PeerId, pageNames, peerIds } from './page-ids.ts';
import { folderOf, workplace } from './site.ts';

const run = promisify(execFile);
const sources = fileURLToPath(new URL('peers', import.meta.url));

export interface BuiltPeers {
  failed: { id: PageId; reason: string }[];
  /** `name version` of what the others are made of. */
  installed: string[];
}

/** Installs and builds the pages of others, each in a folder of its own; one that fails does not keep the others. */
export async function buildPeers(pages: PageId[]): Promise<BuiltPeers> {
  const built: BuiltPeers = { failed: [], installed: [] };
  const versions = new Set<string>();
  for (const id of peerIds.filter((peer) => pages.includes(peer))) {
    console.log(`Building ${pageNames[id]}`);
    try {
      for (const version of await buildPeer(id)) versions.add(version);
    } catch (error) {
      const reason = messageOf(error);
      console.error(`${pageNames[id]} could not be built: ${reason}`);
      built.failed.push({ id, reason });
    }
  }
  built.installed = [...versions].sort();
  return built;
}

async function buildPeer(id: PeerId): Promise<string[]> {
  const folder = join(workplace, 'peers', id);
  cpSync(join(sources, id), folder, { recursive: true });
  for (const file of ['index.html', 'vite.config.js']) cpSync(join(sources, file), join(folder, file));
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
  await install(folder, createHash('sha256').update(manifest).digest('hex'));
  await run(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--outDir', folderOf(id), '--emptyOutDir'],
    { cwd: folder, env: { ...process.env, NODE_ENV: 'production' } },
  );
  return Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
}

/** Once for each manifest: what it names is there then, in exactly these versions. */
export async function install(folder: string, manifest: string): Promise<void> {
  const stamp = join(folder, 'node_modules', '.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === manifest) return;
  await run('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    // A manifest of its own: nothing of the project's installation is meant.
    env: { ...process.env, NODE_ENV: 'development' },
  });
  writeFileSync(stamp, manifest);
}

function messageOf(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string };
  return (stderr?.trim() || message || String(error)).split('\n').slice(0, 3).join(' ');
}
