import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { acceptLead } from '../lead/accept-lead.ts';
import { leadSchema } from '../lead/schema.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { publishProperties } from '../property/published-properties.ts';
import { connect } from './connect.ts';
import { migrate } from './migrate.ts';
import { createPostgresDatabase } from './test-postgres.ts';

const skip = process.env.SKIP_POSTGRES === '1';

test('a lead whose saving was given up is not half saved when the server comes back', { skip }, async () => {
  const server = await createPostgresDatabase();
  const database = connect({ databaseUrl: server.url, dataDir: '', queryTimeoutMs: 150 });
  const blocker = new pg.Client(server.url);
  try {
    await migrate(database);
    await publishProperties(database, 'demo', demoProperties());
    const submission = {
      property: demoProperties()[0] as Property,
      answers: leadSchema({ today: '2026-03-02' }).parse({
        first_name: 'A',
        last_name: 'B',
        email_1: 'a@example.com',
      }),
      attribution: { campaign: {} },
      submissionId: 'submission-0000001',
    };
    await blocker.connect();
    // The lead is written, its delivery hangs: the worst moment to stop waiting.
    await blocker.query('begin; lock table delivery in access exclusive mode');
    await assert.rejects(acceptLead(database, submission), /timeout/i);
    await blocker.query('commit');

    assert.ok((await acceptLead(database, submission)).isNew);
    const count = async (table: 'lead' | 'delivery') =>
      (await database.db.selectFrom(table).selectAll().execute()).length;
    assert.equal(await count('lead'), 1);
    assert.equal(await count('delivery'), 1);
  } finally {
    await blocker.end();
    await database.close();
    await server.drop();
  }
});
