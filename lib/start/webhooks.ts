import { webhooksReport } from '../propexo/register-webhooks.ts';
import { readSettings } from './settings.ts';
import { StartError } from './start-error.js';

const usage = `npm run webhooks               says which of Propexo's webhooks for this Guestcard are right
npm run webhooks -- register   makes them, or makes them right`;

const [command = 'check', ...more] = process.argv.slice(2);
if (command === '--help' || command === 'help') console.log(usage);
else if ((command !== 'check' && command !== 'register') || more.length > 0) {
  console.error(usage);
  process.exitCode = 2;
} else {
  try {
    const { text, right } = await webhooksReport(readSettings('production'), command);
    console.log(text);
    process.exitCode = right ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Error && error.name === 'WebhookRequestError')) throw error;
    throw new StartError(error.message);
  }
}
