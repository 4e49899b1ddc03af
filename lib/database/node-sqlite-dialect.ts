import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

interface NodeSqliteOptions {
  open: () => DatabaseSync;
  /** How long a statement waits for another process to release the file. */
  busyTimeoutMs: number;
}

/** Kysely over the SQLite inside Node: one connection, used by one transaction at a time. */
export class NodeSqliteDialect implements Dialect {
  readonly #options: NodeSqliteOptions;
  constructor(options: NodeSqliteOptions) {
    this.#options = options;
  }
  createDriver = (): Driver => new NodeSqliteDriver(this.#options);
  createQueryCompiler = () => new SqliteQueryCompiler();
  createAdapter = () => new SqliteAdapter();
  createIntrospector = (db: Kysely<unknown>) => new SqliteIntrospector(db);
}

class NodeSqliteDriver implements Driver {
  readonly #options: NodeSqliteOptions;
  #database: DatabaseSync | undefined;
  #connection: NodeSqliteConnection | undefined;
  /** The end of the queue of those who wait for the one connection. */
  #free: Promise<void> = Promise.resolve();
  #release: (() => void) | undefined;

  constructor(options: NodeSqliteOptions) {
    this.#options = options;
  }

  async init(): Promise<void> {
    this.#database = this.#options.open();
    this.#connection = new NodeSqliteConnection(this.#database);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (!this.#connection) throw new Error('The embedded database is not open.');
    const askedAt = performance.now();
    const before = this.#free;
    let release: (() => void) | undefined;
    this.#free = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    // Who has waited in this queue has waited for the file: or ten requests would fail one after the other.
    this.#connection.deadline = askedAt + this.#options.busyTimeoutMs;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release?.();
  }

  /** IMMEDIATE: a transaction that reads first and writes later cannot fail half-way with SQLITE_BUSY. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk ends the transaction by itself; a second end would hide that this was the reason.
    if (this.#database?.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    this.#database?.close();
  }
}

interface Prepared {
  statement: StatementSync;
  answersRows: boolean;
}

const mostPrepared = 200;

class NodeSqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, Prepared>();
  /** Until when a busy file is waited for, on the monotonic clock. */
  deadline = 0;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    for (;;) {
      try {
        return this.#run<Row>(query);
      } catch (error) {
        if (!isBusy(error) || performance.now() > this.deadline) throw error;
        // SQLite's own waiting would stop the whole process: it is synchronous. Wait outside instead.
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }

  #run<Row>(query: CompiledQuery): QueryResult<Row> {
    const { statement, answersRows } = this.#prepare(query.sql);
    const parameters = query.parameters as SQLInputValue[];
    if (answersRows) return { rows: statement.all(...parameters) as Row[] };
    const { changes } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  /** Reading SQL takes longer than running it. Only what a changed schema leaves as it is may be kept. */
  #prepare(text: string): Prepared {
    const known = this.#prepared.get(text);
    // The longest unused are first.
    this.#prepared.delete(text);
    const statement = known?.statement ?? this.#database.prepare(text);
    const prepared = known ?? { statement, answersRows: statement.columns().length > 0 };
    if (/^(select|insert|update|delete|begin|commit|rollback)\b/i.test(text))
      this.#prepared.set(text, prepared);
    const [oldest] = this.#prepared.keys();
    if (this.#prepared.size > mostPrepared && oldest !== undefined) this.#prepared.delete(oldest);
    return prepared;
  }

  // biome-ignore lint/correctness/useYield: streaming is not offered, nothing here reads large results.
  async *streamQuery<Row>(): AsyncGenerator<QueryResult<Row>> {
    throw new Error('The embedded database does not stream.');
  }
}

function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: number }).errcode;
  return code !== undefined && (code & 0xff) === 5;
}
