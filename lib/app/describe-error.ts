/**
 * What may be said about an error: its kind, its message and where it happened. Not what hangs on it: a database's error
 * also carries the row that failed, an address that cannot be read carries itself. Messages that quote what was read are
 * left out too, because it may be what somebody typed.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    code,
    message: quotesInput(error, code) ? 'left out: it may quote what somebody typed' : error.message,
    stack: placesOf(error),
  };
}

/** JSON that cannot be parsed, arguments of the wrong kind, and SQLSTATE's classes about data and about constraints. */
function quotesInput(error: Error, code: unknown): boolean {
  return error instanceof SyntaxError || /^(ERR_INVALID_ARG.*|2[23]...)$/.test(String(code));
}

/** The stack without its first lines, which repeat the message. */
function placesOf({ stack }: Error): string {
  return (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
