import { buildIfNeeded } from './build.ts';
import { becomeNext } from './next.ts';
import { checkPort } from './port.ts';
import { prepareSettings } from './settings.ts';

const { port, actionKey } = prepareSettings('production');
await checkPort(port);
await buildIfNeeded({ actionKey });
await checkPort(port);
// The app ends itself on SIGTERM and SIGINT: it finishes what it is doing and closes its database first.
process.env.NEXT_MANUAL_SIG_HANDLE = 'true';
await becomeNext('start', { port, actionKey });
