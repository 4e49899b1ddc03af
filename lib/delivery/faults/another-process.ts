import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { BackOffice } from '../test-delivery.ts';

/** Where the other process says how far it is, and waits. */
export type Halt = 'before commit' | 'committed' | 'claimed' | 'answered' | 'done';

export interface Order {
  /** Accept the lead of `submissionOf`, or deliver what is due. */
  act: 'accept' | 'deliver';
  haltAt: Halt;
  dataDir: string;
  databaseUrl: string | undefined;
  propexoUrl: string;
  timeScale: number;
  /** Its database's clock. */
  now: number;
}

/** A real process on the same database, which can be frozen and killed. */
export interface AnotherProcess {
  /** Resolves when it waits at its halt. */
  halted: Promise<unknown>;
  /** Lets it go on from its halt, with the clock as it is now. */
  goOn(): void;
  kill(): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** Its exit code. */
  ended: Promise<number | null>;
}

const program = fileURLToPath(new URL('another-process-main.ts', import.meta.url));

export function startAnotherProcess(
  office: BackOffice,
  t: TestContext,
  act: Order['act'],
  haltAt: Halt,
): AnotherProcess {
  const { dataDir, databaseUrl } = office.fresh;
  const order: Order = {
    act,
    haltAt,
    dataDir,
    databaseUrl,
    propexoUrl: office.simulator.url,
    timeScale: office.context.timeScale,
    now: office.clock.now,
  };
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const lines = createInterface(child.stdout);
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  t.after(kill);
  const halted = Promise.race([
    once(lines, 'line').then(([line]) => assert.equal(line, haltAt)),
    exited.then(([code]) => assert.fail(`the other process ended with ${code} before it was "${haltAt}"`)),
  ]);
  // Whoever kills it earlier does not wait for its halt.
  halted.catch(() => {});
  return {
    halted,
    goOn: () => child.stdin.write(`${office.clock.now}\n`),
    kill,
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    ended: exited.then(([code]) => code),
  };
}
