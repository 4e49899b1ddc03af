import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { StartError } from '../../lib/start/start-error.js';
import { findPostgres } from './find-postgres.ts';

export interface TestPostgres {
  url: string;
  /** Ends the server and deletes its data. */
  stop: () => Promise<void>;
}

/**
 * A PostgreSQL for tests: the one of TEST_DATABASE_URL, or a new one with an empty database.
 * @param durable survive a power cut, for a test of that; slower
 */
export async function startPostgres({ durable = false } = {}): Promise<TestPostgres> {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => {} };
  const programs = await findPostgres();
  const keeper = spawn(
    process.execPath,
    [fileURLToPath(new URL('postgres-keeper.ts', import.meta.url)), programs, durable ? 'durable' : 'fast'],
    { detached: true, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = once(keeper, 'exit');
  const [url] = await Promise.race([once(createInterface(keeper.stdout), 'line'), ended.then(() => [])]);
  if (!url) throw new StartError(`PostgreSQL from ${programs} did not start; it says why above.`);
  return {
    url,
    stop: async () => {
      keeper.stdin.end();
      await ended;
    },
  };
}
