import { subscribe } from 'node:diagnostics_channel';
import type { Server, ServerResponse } from 'node:http';
import type { Database } from '../database/connect.ts';
import { scaled } from '../delivery/schedule.ts';
import type { Worker } from '../delivery/worker.ts';
import type { Log } from './log.ts';

interface Parts {
  port: number;
  timeScale: number;
  worker: Worker;
  database: Database;
  log: Log;
}

/**
 * On SIGTERM or SIGINT: takes no new connections, finishes what is under way, then ends the process. Next would exit as
 * soon as HTTP is idle, before a send is written down; `NEXT_MANUAL_SIG_HANDLE` leaves it to us.
 */
export function endGracefully({ port, timeScale, worker, database, log }: Parts): void {
  const grace = scaled('shutdownGrace', timeScale);
  let server: Server | undefined;
  let ending = false;
  subscribe('http.server.request.start', (message) => {
    const { server: candidate, response } = message as { server: Server; response: ServerResponse };
    // Or a client that keeps its connection busy would keep the program from ending.
    if (ending) response.setHeader('connection', 'close');
    const address = candidate.address();
    if (address && typeof address === 'object' && address.port === port) server = candidate;
  });
  const end = async (signal: string) => {
    if (ending) return;
    ending = true;
    log.info({ signal }, 'ending');
    const deadline = setTimeout(() => process.exit(1), grace + 2_000);
    deadline.unref();
    // Both at once: a visitor who never finishes a request must not keep the sends from being written down.
    await Promise.all([closeServer(server, grace), worker.stop(grace)]);
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

function closeServer(server: Server | undefined, grace: number): Promise<void> {
  return new Promise((resolve) => {
    if (!server) return resolve();
    const patience = setTimeout(() => server.closeAllConnections(), 0.7 * grace);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
