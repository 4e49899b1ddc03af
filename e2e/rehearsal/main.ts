// npm run rehearse: everything goes wrong, then the books are compared. See docs/rehearsal.md.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deriveActionKey } from '../../lib/start/action-key.ts';
import { loadAppSecret } from '../../lib/start/app-secret.ts';
import { buildIfNeeded } from '../../lib/start/build.ts';
import { installDebianPackage } from '../setup/debian-package.ts';
import { startPostgres } from '../setup/postgres.ts';
import { readOptions } from './options.ts';
import { pageOf } from './page.ts';
import { cutPower, straceWorks } from './power-cut/power-cut.ts';
import { faultsOf, powerCutFaults, powerCutTable, tableOf } from './report.ts';
import { type RunResult, rehearse } from './run.ts';
import { planPowerCut, planRuns } from './runs.ts';

const begun = performance.now();
const say = (line: string) =>
  console.log(`${((performance.now() - begun) / 1_000).toFixed(1).padStart(6)} s  ${line}`);

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error && error.name === 'StartError' ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<boolean> {
  const given = process.argv.slice(2);
  const options = readOptions(given);
  const command = [
    'npm run rehearse --',
    ...given,
    ...(given.includes('--seed') ? [] : [`--seed ${options.seed}`]),
  ].join(' ');
  const { appSecret, dataDir } = { appSecret: process.env.APP_SECRET, dataDir: '.data' };
  await buildIfNeeded({
    actionKey: deriveActionKey(loadAppSecret({ appSecret, dataDir })),
    keepAnyKey: true,
  });
  say(`seed ${options.seed}`);

  const results: RunResult[] = [];
  const faults: string[] = [];
  const tables: string[] = [];
  const notes: string[] = [];

  const runs = planRuns(options).filter(
    ({ store }) => store !== 'postgres' || process.env.SKIP_POSTGRES !== '1',
  );
  if (runs.length < planRuns(options).length) notes.push('PostgreSQL was left out: SKIP_POSTGRES=1.');
  const serverIsOurs = !process.env.TEST_DATABASE_URL;
  const server = runs.some(({ store }) => store === 'postgres')
    ? await startPostgres({ durable: true })
    : undefined;
  if (server && !serverIsOurs)
    notes.push('PostgreSQL was somebody else’s (TEST_DATABASE_URL): it was not crashed.');
  try {
    if (server) process.env.TEST_DATABASE_URL = server.url;
    for (const run of runs) {
      say(`── ${run.title}`);
      const result = await rehearse({ ...run, serverIsOurs, say });
      results.push(result);
      const found = faultsOf(result);
      if (found.length > 0) say(`the evidence is in ${keepEvidence(result)}`);
      faults.push(...found.map((line) => `${run.title}: ${line}`));
      notes.push(...result.missed.map((missed) => `${run.title}: did not happen as planned: ${missed}.`));
    }
  } finally {
    await server?.stop();
  }
  tables.push(tableOf(results));

  if (options.stores.includes('sqlite')) {
    say('── Power cut under SQLite');
    if (straceWorks() || ((await installDebianPackage('strace')) && straceWorks())) {
      const result = await cutPower({ ...planPowerCut(options), say });
      tables.push(powerCutTable(result));
      faults.push(...powerCutFaults(result));
    } else
      notes.push(
        'THE POWER CUT WAS NOT REHEARSED: it needs strace, and strace is not here or may not watch a process.',
      );
  }

  console.log(`\n${tables.join('\n\n')}\n`);
  for (const note of notes) console.log(note);
  for (const fault of faults) console.error(fault);
  const minutes = (performance.now() - begun) / 60_000;
  if (options.out) {
    mkdirSync(dirname(options.out), { recursive: true });
    writeFileSync(options.out, pageOf({ options, results, tables, command, minutes, notes }));
  }
  say(
    faults.length === 0
      ? 'nothing lost, nothing doubled'
      : `${faults.length} broken promises; again: ${command}`,
  );
  return faults.length === 0;
}

/** Everything that is known about a run that went wrong, for whoever looks into it. */
function keepEvidence({ history, plan, output, options }: RunResult): string {
  const folder = mkdtempSync(join(tmpdir(), `guestcard-rehearsal-${options.store}-${options.seed}-`));
  writeFileSync(join(folder, 'history.json'), JSON.stringify(history, null, 1));
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan, null, 1));
  writeFileSync(join(folder, 'output.txt'), output());
  return folder;
}
