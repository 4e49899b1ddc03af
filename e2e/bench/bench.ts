import { mkdirSync, writeFileSync } from 'node:fs';
import { startPostgres } from '../setup/postgres.ts';
import { type AcceptRounds, measureAccepting } from './accept.ts';
import { measureCalm } from './calm.ts';
import { measureDrain } from './drain.ts';
import { acceptFigures, calmFigures, drainFigures, type Figure } from './figures.ts';
import { type BenchOptions, readOptions, type Store } from './options.ts';
import { plotDrain } from './plot.ts';
import { reportPage } from './report.ts';
import { buildBoth } from './servers.ts';

const options = readOptions(process.argv.slice(2));
const { bareAction, remove } = await buildBoth();
try {
  const accepting = options.parts.includes('accept') ? await accept(bareAction, options) : {};
  const figures: Figure[] = Object.entries(accepting).flatMap(([store, rounds]) =>
    acceptFigures(store as Store, rounds),
  );
  if (options.parts.includes('calm')) {
    console.log('\nOne lead at a time');
    figures.push(...calmFigures(await measureCalm(options.calm)));
  }
  mkdirSync(options.out, { recursive: true });
  const drains = options.parts.includes('drain');
  if (drains) {
    console.log('\nA backlog');
    const drain = await measureDrain(options.leads);
    writeFileSync(`${options.out}/drain.svg`, plotDrain(drain));
    figures.push(...drainFigures(drain));
  }
  const page = reportPage(figures, accepting, options, drains);
  writeFileSync(`${options.out}/benchmark.md`, page);
  console.log(`\n${page}\nWrote ${options.out}/benchmark.md${drains ? ' and drain.svg' : ''}`);
  const missed = options.judged ? figures.filter(({ met }) => met === false) : [];
  for (const { what, value, target } of missed) console.error(`Missed: ${what}: ${value}, not ${target}`);
  process.exitCode = missed.length > 0 ? 1 : 0;
} finally {
  remove();
}

async function accept(
  folder: string,
  { stores }: BenchOptions,
): Promise<Partial<Record<Store, AcceptRounds>>> {
  const accepting: Partial<Record<Store, AcceptRounds>> = {};
  for (const store of stores) {
    console.log(`\nAccepting on ${store}`);
    const server = store === 'postgres' ? await startPostgres({ durable: true }) : undefined;
    if (server) process.env.TEST_DATABASE_URL = server.url;
    try {
      accepting[store] = await measureAccepting(store, folder, options);
    } finally {
      await server?.stop();
    }
  }
  return accepting;
}
