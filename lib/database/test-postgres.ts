import { randomUUID } from 'node:crypto';
import pg from 'pg';

export interface PostgresDatabase {
  url: string;
  drop: () => Promise<void>;
}

/** An empty database of its own on the test server; the runner brings the server up and sets TEST_DATABASE_URL. */
export async function createPostgresDatabase(): Promise<PostgresDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server)
    throw new Error('Run the tests with "npm test": it brings PostgreSQL up and sets TEST_DATABASE_URL.');
  const name = `guestcard_${randomUUID().replaceAll('-', '')}`;
  const admin = async (statement: string) => {
    const client = new pg.Client(server);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, drop: () => admin(`drop database if exists ${name} with (force)`) };
}
