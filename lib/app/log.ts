import pino from 'pino';

export type Log = pino.Logger;

/** Structured lines on standard output. What people typed, tokens and receipts never go into them. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  });
}

/** A database's error also carries the row that failed (`detail`): only what kind of error it is, and where. */
function describeError(error: Error & { code?: unknown }): object {
  return { type: error.name, code: error.code, message: error.message, stack: error.stack };
}
