import { resetEnv } from './env-files.ts';
import { becomeNext } from './next.ts';
import { checkPort } from './port.ts';
import { prepareSettings } from './settings.ts';

const { port, actionKey } = prepareSettings('development');
await checkPort(port);
// Next reads the .env files itself, and again when they change; what is set already would win over a change.
resetEnv();
await becomeNext('dev', { port, actionKey });
