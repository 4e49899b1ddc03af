import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { defaultToken, type Simulator } from '../../lib/propexo/simulator/contract.ts';
import type { Scenario } from '../../lib/propexo/simulator/scenario.ts';
import type { DatabaseLine } from './database-line.ts';
import type { Disturbance } from './disturbances.ts';
import type { Replica } from './replicas.ts';
import type { Webhooks } from './webhooks.ts';

export interface Stage {
  simulator: Simulator;
  replicas: Replica[];
  webhooks: Webhooks;
  database:
    | { engine: 'postgres'; line: DatabaseLine; directUrl: string; ours: boolean }
    | { engine: 'sqlite'; lock: () => () => void };
}

/** Lets it happen, and ends when it is over. */
export async function disturb(stage: Stage, disturbance: Disturbance): Promise<void> {
  switch (disturbance.to) {
    case 'upstream':
      return disturbUpstream(stage, disturbance);
    case 'database':
      return disturbDatabase(stage, disturbance);
    case 'process':
      return disturbProcess(stage, disturbance);
  }
}

type Of<To extends Disturbance['to']> = Extract<Disturbance, { to: To }>;

async function disturbUpstream(
  { simulator, webhooks }: Stage,
  { what, forMs }: Of<'upstream'>,
): Promise<void> {
  const questions = (
    scenario: { kind: 'answer'; status: number } | { kind: 'html' } | { kind: 'hang' },
    times = 6,
  ) => {
    for (const endpoint of ['write-status', 'write-log', 'leads'] as const)
      simulator.play({ ...scenario, endpoint, times });
  };
  switch (what) {
    case 'refuses connections':
      await simulator.goDown();
      await wait(forMs);
      return simulator.comeBack();
    case 'token revoked':
      simulator.play({ kind: 'revoke-token' });
      await wait(forMs);
      return simulator.play({ kind: 'revoke-token', newToken: defaultToken });
    case 'address gone (404)':
      return simulator.play({ kind: 'refuse', status: 404, times: 5 });
    case 'questions answered with 500':
      return questions({ kind: 'answer', status: 500 });
    case 'questions answered with 404':
      return questions({ kind: 'answer', status: 404 });
    case 'questions answered with 400':
      return questions({ kind: 'answer', status: 400 });
    case 'questions answered with HTML':
      return questions({ kind: 'html' });
    case 'questions hang':
      return questions({ kind: 'hang' }, 2);
    case '429 storm':
      return simulator.play({ kind: 'refuse', endpoint: 'any', status: 429, times: 3 } satisfies Scenario);
    case 'webhooks forged':
      return webhooks.forge(simulator);
    case 'webhooks replayed 50 times':
      return webhooks.replay(simulator, 50);
  }
}

async function disturbDatabase({ database }: Stage, { what, forMs }: Of<'database'>): Promise<void> {
  if (database.engine === 'sqlite') {
    const unlock = database.lock();
    await wait(forMs);
    return unlock();
  }
  const { line, directUrl, ours } = database;
  switch (what) {
    case 'connections cut':
      return ask(directUrl, async (client) => {
        await client.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        );
      });
    case 'unreachable':
      line.shut();
      await wait(forMs);
      return line.open();
    case 'stalled':
      line.stall();
      await wait(forMs);
      return line.resume();
    case 'server crashes':
      // A killed backend makes PostgreSQL throw everybody out and recover from its log, as after a crash.
      if (ours)
        await ask(directUrl, async (client) => {
          const { rows } = await client.query('select pg_backend_pid() as pid');
          process.kill(rows[0].pid, 'SIGKILL');
        });
  }
}

async function ask(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(url);
  // Its own end may be what was asked for.
  client.on('error', () => {});
  await client.connect();
  await work(client);
  await client.end().catch(() => {});
}

async function disturbProcess({ replicas }: Stage, { what, replica, forMs }: Of<'process'>): Promise<void> {
  const one = replicas[replica];
  if (!one) return;
  if (what === 'SIGSTOP') {
    one.freeze();
    await wait(forMs);
    return one.thaw();
  }
  await one.end(what);
  await wait(forMs);
  await one.start();
}
