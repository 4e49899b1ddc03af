import { type Exchange, exchange } from './exchange.ts';

export interface PropexoConnection {
  baseUrl: string;
  token: string;
  connectTimeoutMs: number;
  totalTimeoutMs: number;
}

export type PropexoCaller = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  query?: Record<string, string>,
  body?: unknown,
) => Promise<Exchange>;

/** One request to Propexo with the token and JSON, as `exchange` makes it: what happened is reported, never thrown. */
export function propexoCaller(connection: PropexoConnection): PropexoCaller {
  return (method, path, query = {}, body) => {
    const url = new URL(`${connection.baseUrl}${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return exchange({
      method,
      url,
      headers: {
        authorization: `Bearer ${connection.token}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      connectTimeoutMs: connection.connectTimeoutMs,
      totalTimeoutMs: connection.totalTimeoutMs,
    });
  };
}
