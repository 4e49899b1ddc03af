import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../until.ts';
import { type DiskOperation, readLine } from './strace-log.ts';

/** Everything that strace saw happen to the database's files, in order. */
export async function readOperations(folder: string, dataDir: string): Promise<DiskOperation[]> {
  const logs = () => readdirSync(folder).filter((name) => name.startsWith('log.'));
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  // strace is a process of its own: it has written everything when it has noted the end of every thread.
  const complete = await until(10_000, async () =>
    logs().every((name) => /\+\+\+ .* \+\+\+\n$/.test(text(name).slice(-200))),
  );
  if (!complete) throw new Error('strace did not end its log');
  const isDatabaseFile = (path: string) => path.startsWith(join(dataDir, 'guestcard.db'));
  return logs()
    .flatMap((name) => text(name).split('\n'))
    .flatMap((line) => readLine(line, isDatabaseFile) ?? [])
    .filter(({ path }) => isDatabaseFile(path) || path === dataDir)
    .sort((one, other) => one.begun - other.begun);
}
