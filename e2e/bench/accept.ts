import { createPostgresDatabase } from '../../lib/database/test-postgres.ts';
import { load, type Post } from './load.ts';
import type { BenchOptions, Store } from './options.ts';
import { closedPort, type Server, startForm, startNextApp, startPropexo } from './servers.ts';
import type { Round } from './statistics.ts';
import { formVisitors, jsonVisitors } from './visitors.ts';

export type Variant = 'bare' | 'redirect' | 'up' | 'down' | 'slow' | 'json';
export type AcceptRounds = Record<Variant, Round[]>;

/** How late every answer of a slow Propexo is. */
const slowMs = 4_000;
/** Node optimises what runs often: each server is warmed up like the one it is compared with. */
const warmUpSeconds = 4;

const path = '/p/maple-court';
/** The bare action's two pages: one answers with itself, one redirects as ours does. */
const barePaths = { bare: '/', redirect: '/redirecting' };

/**
 * Accept throughput beside a bare action, in rounds that take every variant once, each time in another order. Every
 * measurement has a server and an empty database of its own, so that no variant carries the leads of an earlier one.
 */
export async function measureAccepting(
  store: Store,
  bareAction: string,
  options: BenchOptions,
): Promise<AcceptRounds> {
  const rounds: AcceptRounds = { bare: [], redirect: [], up: [], down: [], slow: [], json: [] };
  const variants = ['bare', 'redirect', 'up', 'down', 'slow'] as const;
  for (let round = 0; round < options.rounds; round += 1) {
    for (let place = 0; place < variants.length; place += 1) {
      const variant = variants[(round + place) % variants.length] ?? 'bare';
      const { form, json } = await measure(variant, store, bareAction, options);
      rounds[variant].push(form);
      if (json) rounds.json.push(json);
      console.log(
        `  ${store}, round ${round + 1}: ${variant.padEnd(4)} ${form.perSecond.toFixed(0)}/s, p95 ${form.p95.toFixed(1)} ms`,
      );
    }
  }
  return rounds;
}

async function measure(
  variant: Exclude<Variant, 'json'>,
  store: Store,
  bareAction: string,
  { concurrency, seconds }: BenchOptions,
): Promise<{ form: Round; json?: Round }> {
  const { server, stop } =
    variant === 'bare' || variant === 'redirect'
      ? await bare(bareAction)
      : await withPropexo(variant, await databaseOf(store));
  const run = (status: number, duration: number, next: () => Post) =>
    load({ origin: server.url, concurrency, seconds: duration, status, next });
  try {
    const isBare = variant === 'bare' || variant === 'redirect';
    const next = await formVisitors(server.url, isBare ? barePaths[variant] : path);
    const status = variant === 'bare' ? 200 : 303;
    await run(status, warmUpSeconds, next);
    const form = await run(status, seconds, next);
    if (variant !== 'up') return { form };
    const program = jsonVisitors(path.replace('/p/', '/api/leads/'));
    await run(201, 1, program);
    return { form, json: await run(201, seconds, program) };
  } finally {
    await stop();
  }
}

async function bare(folder: string): Promise<{ server: Server; stop: () => Promise<void> }> {
  const server = await startNextApp(folder);
  return {
    server,
    stop: async () => {
      await server.stop();
    },
  };
}

interface OwnDatabase {
  settings: Record<string, string>;
  drop: () => Promise<void>;
}

async function databaseOf(store: Store): Promise<OwnDatabase> {
  if (store === 'sqlite') return { settings: {}, drop: async () => {} };
  const { url, drop } = await createPostgresDatabase();
  return { settings: { DATABASE_URL: url, APP_SECRET: 'a secret for the benchmark' }, drop };
}

async function withPropexo(
  propexoIs: 'up' | 'down' | 'slow',
  database: OwnDatabase,
): Promise<{ server: Server; stop: () => Promise<void> }> {
  const simulator = propexoIs === 'down' ? undefined : await startPropexo();
  if (propexoIs === 'slow')
    await simulator?.play({ kind: 'delay', ms: slowMs, times: 'always', endpoint: 'any' });
  const server = await startForm(simulator?.url ?? (await closedPort()).url, database.settings);
  return {
    server,
    stop: async () => {
      await server.stop();
      await simulator?.stop();
      await database.drop();
    },
  };
}
