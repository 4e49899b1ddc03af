import { resetEnv } from './env-files.ts';
import { becomeNext } from './next.ts';
import { checkPort } from './port.ts';
import { prepareSettings } from './settings.ts';

const { port } = prepareSettings('development');
await checkPort(port);
const { NODE_ENV, NEXT_TELEMETRY_DISABLED, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY } = process.env;
// Next reads the .env files itself, and again when they change; what is set already would win over a change.
resetEnv();
Object.assign(process.env, { NODE_ENV, NEXT_TELEMETRY_DISABLED, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY });
await becomeNext('dev', port);
