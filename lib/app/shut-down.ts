import type { Database } from '../database/connect.ts';
import { scaled } from '../delivery/schedule.ts';
import type { Worker } from '../delivery/worker.ts';
import type { VisitCounter } from '../visits/visit-counter.ts';
import type { Connections } from './connections.ts';
import type { Log } from './log.ts';

interface Parts {
  timeScale: number;
  connections: Connections;
  worker: Pick<Worker, 'stop'>;
  visits: Pick<VisitCounter, 'stop'>;
  database: Pick<Database, 'close'>;
  /** What else runs beside the pages. */
  stopOthers?: () => void;
  log: Pick<Log, 'info' | 'error'>;
  exit: (code: number) => void;
  wait: (milliseconds: number) => Promise<void>;
  /** Monotonic milliseconds. */
  now: () => number;
}

export interface Ending {
  /** Asked to end: balancers are told to send nothing more. */
  begun(): boolean;
  receive(signal: 'SIGTERM' | 'SIGINT'): void;
}

/** The same signal comes twice when a supervisor tells a whole group of processes, and the first of them passes it on. */
const echoMs = 500;

/**
 * On SIGTERM the end has two parts. First the drain: `/api/health` says so, and every answer closes its connection, but
 * requests are still taken, because balancers need a moment to notice. Then no new connections; what is under way is
 * finished and written down. SIGINT, from the keyboard, does without the drain, and a second signal ends it.
 * All of it takes the shutdown grace at most.
 */
export function createEnding(parts: Parts): Ending {
  const { timeScale, connections, worker, visits, database, log, exit, wait, now } = parts;
  const grace = scaled('shutdownGrace', timeScale);
  let begunAt: number | undefined;
  let hurry = () => {};
  const end = async (signal: string) => {
    // A slower schedule is no reason for the balancer to take longer.
    const drain = signal === 'SIGTERM' ? scaled('drain', Math.min(1, timeScale)) : 0;
    log.info({ signal, drain_ms: drain }, 'ending');
    wait(grace).then(() => exit(1));
    parts.stopOthers?.();
    connections.announceEnd();
    // At once: what it would still claim, another replica can deliver. A send under way needs the whole grace.
    const writtenDown = worker.stop(0.95 * grace);
    const hurried = new Promise<void>((resolve) => {
      hurry = resolve;
    });
    if (drain > 0) await Promise.race([wait(drain), hurried]);
    // Both at once: a visitor who never finishes a request must not keep the sends from being written down.
    await Promise.all([connections.close(0.7 * (grace - drain)), writtenDown]);
    await visits.stop();
    await database.close();
    exit(0);
  };
  return {
    begun: () => begunAt !== undefined,
    receive(signal) {
      if (begunAt !== undefined) {
        if (now() - begunAt >= echoMs) hurry();
        return;
      }
      begunAt = now();
      end(signal).catch((error: unknown) => {
        log.error({ err: error }, 'ending failed');
        exit(1);
      });
    },
  };
}

/** Next would exit as soon as HTTP is idle, before a send is written down; `NEXT_MANUAL_SIG_HANDLE` leaves it to us. */
export function endGracefully(parts: Omit<Parts, 'exit' | 'wait' | 'now'>): Ending {
  const ending = createEnding({
    ...parts,
    exit: (code) => process.exit(code),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    now: () => performance.now(),
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => ending.receive(signal));
  return ending;
}
