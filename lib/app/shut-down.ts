import { subscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import type { Database } from '../database/connect.ts';
import { durations } from '../delivery/schedule.ts';
import type { Worker } from '../delivery/worker.ts';
import type { Log } from './log.ts';

interface Parts {
  port: number;
  worker: Worker;
  database: Database;
  log: Log;
}

/**
 * On SIGTERM or SIGINT: takes no new connections, finishes what is under way, then ends the process. Next would exit as
 * soon as HTTP is idle, before a send is written down; `NEXT_MANUAL_SIG_HANDLE` leaves it to us.
 */
export function endGracefully({ port, worker, database, log }: Parts): void {
  let server: Server | undefined;
  subscribe('http.server.request.start', (message) => {
    const candidate = (message as { server: Server }).server;
    const address = candidate.address();
    if (address && typeof address === 'object' && address.port === port) server = candidate;
  });
  let ending = false;
  const end = async (signal: string) => {
    if (ending) return;
    ending = true;
    log.info({ signal }, 'ending');
    const deadline = setTimeout(() => process.exit(1), durations.shutdownGrace + 2_000);
    deadline.unref();
    await closeServer(server);
    await worker.stop(durations.shutdownGrace);
    await database.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      end(signal).catch((error: unknown) => {
        log.error({ err: error }, 'ending failed');
        process.exit(1);
      });
    });
  }
}

function closeServer(server: Server | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (!server) return resolve();
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
