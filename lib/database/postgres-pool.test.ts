import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as connectTo, createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { textsIn } from '../language/languages.ts';
import { acceptLead } from '../lead/accept-lead.ts';
import { leadSchema } from '../lead/schema.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { publishProperties } from '../property/published-properties.ts';
import { connect } from './connect.ts';
import { migrate } from './migrate.ts';
import { createPostgresDatabase } from './test-postgres.ts';

const skip = process.env.SKIP_POSTGRES === '1';

for (const moment of ['insert into "lead"', 'insert into "delivery"', 'commit']) {
  test(`a network that stands still at ${moment}: what was given up is not half saved afterwards`, {
    skip,
  }, async () => {
    const server = await createPostgresDatabase();
    const line = await stallingLine(server.url);
    const database = connect({ databaseUrl: line.url, dataDir: '', queryTimeoutMs: 150 });
    try {
      await migrate(database);
      await publishProperties(database, 'demo', demoProperties());
      const submission = {
        property: demoProperties()[0] as Property,
        answers: leadSchema({ today: '2026-03-02', texts: textsIn('en') }).parse({
          first_name: 'A',
          last_name: 'B',
          email_1: 'a@example.com',
        }),
        language: 'en',
        attribution: { campaign: {} },
        submissionId: 'submission-0000001',
      };
      line.stallAt(moment);
      await assert.rejects(acceptLead(database, submission), /timeout/i);
      line.resume();

      await acceptLead(database, submission);
      const count = async (table: 'lead' | 'delivery') =>
        (await database.db.selectFrom(table).selectAll().execute()).length;
      assert.equal(await count('lead'), 1);
      assert.equal(await count('delivery'), 1);
    } finally {
      await database.close();
      line.close();
      await server.drop();
    }
  });
}

/** A line to PostgreSQL that holds everything back from the statement on that contains a text, until it is resumed. */
async function stallingLine(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const sockets: Socket[] = [];
  let trigger: string | undefined;
  let resume = () => {};
  const line = createServer((client) => {
    const upstream = connectTo(Number(target.port), target.hostname);
    sockets.push(client, upstream);
    for (const socket of [client, upstream]) socket.on('error', () => {});
    let held: Buffer[] | undefined;
    client.on('data', (chunk) => {
      if (trigger && chunk.includes(trigger)) {
        trigger = undefined;
        held = [];
        resume = () => {
          for (const late of held ?? []) upstream.write(late);
          held = undefined;
        };
      }
      if (held) held.push(chunk);
      else upstream.write(chunk);
    });
    client.on('close', () => {
      if (!held) upstream.end();
    });
    upstream.pipe(client);
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((line.address() as { port: number }).port);
  return {
    url: url.href,
    stallAt: (text: string) => {
      trigger = text;
    },
    resume: () => resume(),
    close: () => {
      line.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
