import pino from 'pino';
import { describeError } from './describe-error.ts';

export type Log = pino.Logger;

/** Structured lines on standard output. What people typed, tokens and receipts never go into them. */
export function createLog(level: string, destination?: pino.DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * Next writes what a page, a form or a request throws to the console, with everything that hangs on the error and with
 * the address asked for, which may be a status page's. From here on it becomes a line of our log, reduced to what may
 * be in one.
 */
export function reportConsoleTo(log: Log): void {
  console.error = (...parts: unknown[]) => log.error(factsOf(parts), textOf(parts));
  console.warn = (...parts: unknown[]) => log.warn(factsOf(parts), textOf(parts));
}

function factsOf(parts: unknown[]): object {
  const err = parts.find((part) => part instanceof Error);
  return err ? { err } : {};
}

function textOf(parts: unknown[]): string {
  const text = parts.filter((part) => typeof part === 'string').join(' ');
  return withoutAddresses(text).trim() || 'an error that nobody caught';
}

/** A receipt is a key to its status page, and the query of a link may say who follows it. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/(\/status\/)[^\s?#"']+/g, '$1…').replaceAll(/\?[^\s"']+/g, '?…');
}
