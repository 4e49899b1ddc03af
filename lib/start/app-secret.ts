import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * The secret that signs links and sessions: the given one, else one that is made once and kept in the file
 * `app-secret` of `dataDir`. Processes that start together all get the same.
 * @throws if the file cannot be read or made, or has been emptied
 */
export function loadAppSecret({
  appSecret,
  dataDir,
}: {
  appSecret?: string | undefined;
  dataDir: string;
}): string {
  if (appSecret) return appSecret;
  const file = join(/*turbopackIgnore: true*/ dataDir, 'app-secret');
  const secret = readSecret(file) ?? createSecret(file, dataDir);
  if (secret.length < 16) {
    throw new Error(
      `${file} does not hold a secret. Restore it from a backup, or delete it to make a new one.`,
    );
  }
  return secret;
}

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Linking a complete file into place is atomic, and fails when another process was first. */
function createSecret(file: string, dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const descriptor = openSync(/*turbopackIgnore: true*/ draft, 'wx', 0o600);
  try {
    writeSync(descriptor, `${randomBytes(32).toString('base64url')}\n`);
    fsyncSync(descriptor);
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    closeSync(descriptor);
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}
