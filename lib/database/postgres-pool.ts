import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';

export interface PostgresOptions {
  connectionString: string;
  connectTimeoutMs: number;
  /** How long an answer is waited for. */
  queryTimeoutMs: number;
  /** Where the tables are, if not in the user's default schema. */
  schema?: string | undefined;
}

/**
 * A pool that never hands on a connection whose last answer is unknown. `pg` gives up waiting for an answer by itself
 * only: the statement goes on at the server, and so does its transaction. With such a connection back in the pool, the
 * next COMMIT would also commit what its last user was told is not saved.
 */
export function postgresPool(options: PostgresOptions): PostgresPool {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: 10,
    connectionTimeoutMillis: options.connectTimeoutMs,
    query_timeout: options.queryTimeoutMs,
    // The server's own limits, for a connection that we have given up.
    statement_timeout: options.queryTimeoutMs,
    idle_in_transaction_session_timeout: 2 * options.queryTimeoutMs,
    ...(options.schema ? { options: `-c search_path=${options.schema}` } : {}),
    types: {
      // int8 holds times and counts here, all far below 2^53; as text they would sort and add wrongly.
      getTypeParser: (oid: number, format?: 'text') =>
        oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
    } as pg.CustomTypesConfig,
  });
  // An idle connection that breaks must not end the process; the next query reports it to its caller.
  pool.on('error', () => {});
  return {
    async connect() {
      return guarded(await pool.connect());
    },
    end: () => pool.end(),
  };
}

function guarded(client: pg.PoolClient): PostgresPoolClient {
  let unsure = false;
  return {
    async query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
      try {
        return (await client.query(sql, [...parameters])) as unknown as PostgresQueryResult<Row>;
      } catch (error) {
        // An answer of the server, even a refusal, tells where the connection stands; silence does not.
        unsure ||= !(error instanceof pg.DatabaseError);
        throw error;
      }
    },
    release: () => client.release(unsure),
  } as PostgresPoolClient;
}
