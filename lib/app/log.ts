import pino from 'pino';

export type Log = pino.Logger;

/** Structured lines on standard output. What people typed, tokens and receipts never go into them. */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
