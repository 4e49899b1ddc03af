import { createRequire } from 'node:module';
import { updateInitialEnv } from './env-files.ts';
import { explainPort } from './port.ts';

/**
 * How long an idle connection is kept: longer than a balancer keeps it (60 s is usual), so that the balancer closes it
 * first. The other way round it would now and then send a request into a connection that is just being closed.
 */
const keepAliveMs = 75_000;

export function nextArguments(command: 'start' | 'dev', port: number): string[] {
  const keepAlive = command === 'start' ? ['--keepAliveTimeout', String(keepAliveMs)] : [];
  return [command, '--port', String(port), ...keepAlive];
}

/** Becomes `next start` or `next dev`: one process less to pass signals through and to leave behind. */
export async function becomeNext(
  command: 'start' | 'dev',
  { port, actionKey }: { port: number; actionKey: string },
): Promise<void> {
  const environment = {
    NODE_ENV: command === 'start' ? 'production' : 'development',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey,
  };
  Object.assign(process.env, environment);
  // `next dev` works in a child, to which it gives the environment as it was before the .env files.
  updateInitialEnv(environment);
  if (command === 'start') quietStart(port);
  const bin = createRequire(import.meta.url).resolve('next/dist/bin/next');
  process.argv = [process.execPath, bin, ...nextArguments(command, port)];
  await import(bin);
}

/**
 * While Next starts, leaves out its banner, which offers addresses that the app was not set up for (the app
 * prints its own), and turns its stack trace for a port taken in the meantime into a sentence.
 */
function quietStart(port: number): void {
  const { log, error } = console;
  console.log = (...parts: unknown[]) => {
    const line = parts.join(' ');
    if (line.includes('Running next.config')) Object.assign(console, { log, error });
    else if (!/Next\.js|- (Local|Network):|Ready in/.test(line)) log(...parts);
  };
  console.error = (...parts: unknown[]) => {
    const failure = parts[0] as NodeJS.ErrnoException | undefined;
    if (failure?.syscall === 'listen') {
      error(explainPort(port, failure).message);
      process.exit(1);
    }
    if (!parts.join(' ').includes('Failed to start server')) error(...parts);
  };
}
