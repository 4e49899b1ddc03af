import { parseArgs } from 'node:util';
import { defaultToken } from './contract.ts';
import { type SimulatorOptions, startSimulator } from './simulator.ts';

/** The simulator as a process of its own; see `--help`. */
const usage = `node lib/propexo/simulator/main.ts [--port 4010] [--host 127.0.0.1] [--token simulator-token]
  [--settle-ms 800] [--requests-per-minute 150|none] [--journal FILE]`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    host: { type: 'string' },
    token: { type: 'string' },
    'settle-ms': { type: 'string' },
    'requests-per-minute': { type: 'string' },
    journal: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(usage);
} else {
  const simulator = await startSimulator(readOptions());
  console.log(
    [
      `Propexo simulator: ${simulator.url} (what it received: ${simulator.url}/_simulator/received)`,
      'To send it leads, start Guestcard like this:',
      `  PROPEXO_BASE_URL=${simulator.url} PROPEXO_API_TOKEN=${values.token ?? defaultToken} PROPERTIES_FILE=docs/demo-properties.json npm start`,
    ].join('\n'),
  );
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void simulator.close());
  }
}

function readOptions(): SimulatorOptions {
  const options: SimulatorOptions = { port: readNumber('--port', values.port) };
  if (values.host !== undefined) options.host = values.host;
  if (values.token !== undefined) options.token = values.token;
  if (values.journal !== undefined) options.journalFile = values.journal;
  if (values['settle-ms'] !== undefined) options.settleMs = readNumber('--settle-ms', values['settle-ms']);
  const perMinute = values['requests-per-minute'];
  if (perMinute !== undefined) {
    options.requestsPerMinute = perMinute === 'none' ? null : readNumber('--requests-per-minute', perMinute);
  }
  return options;
}

function readNumber(flag: string, text: string): number {
  const number = Number(text);
  if (text.trim() !== '' && Number.isInteger(number) && number >= 0) return number;
  console.error(`${flag} needs a whole number, not "${text}"\n\n${usage}`);
  process.exit(2);
}
