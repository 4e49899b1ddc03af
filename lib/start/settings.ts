import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Environment, readEnvironment } from '../env.ts';
import { readPropertiesFile } from '../property/properties-file.ts';
import { deriveActionKey } from './action-key.ts';
import { loadAppSecret } from './app-secret.ts';
import { loadEnvConfig } from './env-files.ts';
import { StartError } from './start-error.js';

/**
 * Loads the .env files as Next does and reads the settings in them.
 * @throws ConfigurationError, whose message is for the person at the terminal
 */
export function readSettings(mode: 'production' | 'development'): Environment {
  Object.assign(process.env, { NODE_ENV: mode });
  loadEnvConfig(process.cwd(), mode === 'development', { info: () => {}, error: console.error });
  return readEnvironment(process.env);
}

/**
 * Loads the .env files, checks every setting, and derives the key of the server actions.
 * @throws ConfigurationError or StartError, whose message is for the person who starts the program
 */
export function prepareSettings(mode: 'production' | 'development'): Environment & { actionKey: string } {
  const settings = readSettings(mode);
  if (settings.propertiesFile) readPropertiesFile(settings.propertiesFile);
  if (!settings.databaseUrl) checkDataDir(settings.dataDir);
  return { ...settings, actionKey: deriveActionKey(loadAppSecret(settings)) };
}

function checkDataDir(dataDir: string): void {
  const probe = join(dataDir, `write-test-${process.pid}`);
  try {
    makeFolder(dataDir);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new StartError(
      [
        `The data folder ${dataDir} cannot be written: ${(error as Error).message}`,
        'Make it writable for this user, or choose another folder: DATA_DIR=/path/to/folder npm start',
      ].join('\n'),
    );
  }
}

/** mkdirSync's `recursive` never returns where the system makes no folders, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
