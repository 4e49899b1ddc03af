import { availableParallelism } from 'node:os';
import { deriveActionKey } from '../../lib/start/action-key.ts';
import { loadAppSecret } from '../../lib/start/app-secret.ts';
import { buildIfNeeded } from '../../lib/start/build.ts';
import { runCommand } from '../../lib/start/run-command.js';
import { startPostgres } from './postgres.ts';
import { runStages, type Stage } from './stages.ts';
import { testBrowser } from './test-browser.ts';

const unitTests = ['lib/**/*.test.ts', 'e2e/**/*.test.ts'];

const [part, ...args] = process.argv.slice(2);
const stop = [async () => {}];

const node = async (...parameters: string[]) => (await runCommand(process.execPath, parameters)) === 0;

const postgres: Stage = {
  name: 'PostgreSQL',
  run: async () => {
    const server = await startPostgres();
    stop.push(server.stop);
    process.env.TEST_DATABASE_URL = server.url;
    return true;
  },
};

const withoutPostgres = process.env.SKIP_POSTGRES === '1';
const database = withoutPostgres ? [] : [postgres];

const validate: Stage = {
  name: 'style and types',
  run: async () => {
    const style = await node('node_modules/@biomejs/biome/bin/biome', 'check');
    const routes = await node('node_modules/next/dist/bin/next', 'typegen');
    const types = await node('node_modules/typescript/bin/tsc', '--noEmit');
    return style && routes && types;
  },
};

const unit: Stage = {
  name: 'unit tests',
  needs: postgres.name,
  run: () => {
    const files = args.filter((argument) => argument.endsWith('.ts'));
    // Node leaves one core to itself, which is half of a small machine.
    const concurrency = `--test-concurrency=${availableParallelism()}`;
    return node('--test', concurrency, ...args, ...(files.length > 0 ? [] : unitTests));
  },
};

const build: Stage = {
  name: 'build',
  run: async () => {
    const actionKey = deriveActionKey(loadAppSecret({ appSecret: process.env.APP_SECRET, dataDir: '.data' }));
    await buildIfNeeded({ actionKey, keepAnyKey: true });
    return true;
  },
};

const browser: Stage = {
  name: 'browser tests',
  needs: build.name,
  run: async () => {
    await testBrowser();
    return node('node_modules/playwright/cli.js', 'test', '--config', 'e2e/playwright.config.ts', ...args);
  },
};

/** A short one with a fixed seed and a PostgreSQL of its own, which it crashes; `npm run rehearse` is the long one. */
const givenDatabase = process.env.TEST_DATABASE_URL ?? '';
const rehearsal: Stage = {
  name: 'rehearsal',
  needs: build.name,
  run: async () => {
    const env = { ...process.env, TEST_DATABASE_URL: givenDatabase };
    const rehearse = ['e2e/rehearsal/main.ts', '--short', ...args];
    return (await runCommand(process.execPath, rehearse, { env })) === 0;
  },
};

const parts: Record<string, Stage[]> = {
  all: [validate, ...database, unit, build, browser, rehearsal],
  validate: [validate],
  unit: [...database, unit],
  e2e: [...database, build, browser],
  rehearsal: [build, rehearsal],
};

const stages = parts[part ?? 'all'];
if (!stages) {
  console.error(
    'Usage: npm test, or npm test -- validate | unit [node --test arguments] | e2e [playwright arguments] | rehearsal [its options]',
  );
  process.exit(2);
}
const passed = await runStages(stages);
if (withoutPostgres) console.log('The tests on PostgreSQL were left out: SKIP_POSTGRES=1');
for (const end of stop) await end();
process.exitCode = passed ? 0 : 1;
