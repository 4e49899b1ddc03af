import assert from 'node:assert/strict';
import type { Database } from '../database/connect.ts';
import { testStore } from '../database/test-databases.ts';
import { textsIn } from '../language/languages.ts';
import { demoProperties } from '../property/demo-properties.ts';
import { publishProperties } from '../property/published-properties.ts';
import { acceptLead, type Submission, sameContentWindowMs } from './accept-lead.ts';
import { leadSchema } from './schema.ts';

const [mapleCourt, foundryLofts] = demoProperties() as [Submission['property'], Submission['property']];

function submission(changes: Partial<Submission> & { notes?: string } = {}): Submission {
  const { notes = 'Two cats', ...rest } = changes;
  return {
    property: mapleCourt,
    answers: leadSchema({ today: '2026-03-02', texts: textsIn('en') }).parse({
      first_name: 'Ana',
      last_name: 'Cruz',
      email_1: 'ana@example.com',
      notes,
    }),
    language: 'en',
    attribution: { campaign: {} },
    submissionId: 'submission-0000001',
    ...rest,
  };
}

async function count(database: Database, table: 'lead' | 'delivery' | 'consent'): Promise<number> {
  return (await database.db.selectFrom(table).selectAll().execute()).length;
}

testStore('accepting writes the lead, its delivery and its consent together', async (database) => {
  await publishProperties(database, 'demo', demoProperties());
  const { receipt, isNew } = await acceptLead(
    database,
    submission({ consent: { wording: 'Yes, text me.' } }),
  );
  assert.ok(isNew);
  assert.ok(Buffer.from(receipt, 'base64url').length * 8 >= 128);
  const lead = await database.db.selectFrom('lead').selectAll().executeTakeFirstOrThrow();
  const delivery = await database.db.selectFrom('delivery').selectAll().executeTakeFirstOrThrow();
  const consent = await database.db.selectFrom('consent').selectAll().executeTakeFirstOrThrow();
  assert.match(lead.reference, /^GC-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  assert.equal(delivery.state, 'queued');
  assert.equal(delivery.lead_id, lead.id);
  assert.equal(consent.lead_id, lead.id);
  assert.equal(consent.wording, 'Yes, text me.');
});

testStore('the same submission again is one lead with the same receipt', async (database) => {
  await publishProperties(database, 'demo', demoProperties());
  const first = await acceptLead(database, submission());
  const second = await acceptLead(database, submission());
  assert.deepEqual(second, { receipt: first.receipt, isNew: false });
  assert.equal(await count(database, 'lead'), 1);
  assert.equal(await count(database, 'delivery'), 1);
});

testStore('ten clicks at once are one lead, also from two processes', async (database, _clock, { open }) => {
  await publishProperties(database, 'demo', demoProperties());
  const other = open();
  const accepted = await Promise.all(
    Array.from({ length: 10 }, (_, click) => acceptLead(click % 2 ? database : other, submission())),
  );
  assert.equal(new Set(accepted.map(({ receipt }) => receipt)).size, 1);
  assert.equal(accepted.filter(({ isNew }) => isNew).length, 1);
  assert.equal(await count(database, 'lead'), 1);
});

testStore(
  'the same submission id with other words is a second lead: two people at one kiosk',
  async (database) => {
    await publishProperties(database, 'demo', demoProperties());
    const first = await acceptLead(database, submission());
    const second = await acceptLead(database, submission({ notes: 'One dog' }));
    assert.ok(second.isNew);
    assert.notEqual(second.receipt, first.receipt);
    assert.equal(await count(database, 'delivery'), 2);
  },
);

testStore('another answer to a question of the property’s own is another lead', async (database) => {
  await publishProperties(database, 'demo', demoProperties());
  const parking = (answer: string) => {
    const { answers, ...rest } = submission();
    const custom = [{ id: 'parking', question: 'Where would you like to park?', answer }];
    return acceptLead(database, { ...rest, answers: { ...answers, custom } });
  };
  const first = await parking('Garage');
  assert.deepEqual(await parking('Garage'), { ...first, isNew: false });
  assert.ok((await parking('Outdoors')).isNew);
});

testStore('the same words with a new submission id are the same lead for a day', async (database, clock) => {
  await publishProperties(database, 'demo', demoProperties());
  const first = await acceptLead(database, submission());
  clock.now += sameContentWindowMs - 1;
  const again = await acceptLead(database, submission({ submissionId: 'submission-0000002' }));
  assert.deepEqual(again, { receipt: first.receipt, isNew: false });
  clock.now += 2;
  assert.ok((await acceptLead(database, submission({ submissionId: 'submission-0000003' }))).isNew);
  // The first form, found open in a tab days later and sent again, still is the first lead.
  assert.deepEqual(await acceptLead(database, submission()), { receipt: first.receipt, isNew: false });
});

testStore('many who send at once each get a lead and a receipt of their own', async (database) => {
  await publishProperties(database, 'demo', demoProperties());
  const accepted = await Promise.all(
    Array.from({ length: 70 }, (_, person) =>
      acceptLead(
        database,
        submission({ notes: `Person ${person}`, submissionId: `submission-${person}-of-many` }),
      ),
    ),
  );
  const rows = await database.db.selectFrom('lead').select(['receipt', 'answers']).execute();
  const notesOf = new Map(rows.map(({ receipt, answers }) => [receipt, JSON.parse(answers).notes]));
  assert.deepEqual(
    accepted.map(({ receipt }) => notesOf.get(receipt)),
    Array.from({ length: 70 }, (_, person) => `Person ${person}`),
  );
  assert.equal(await count(database, 'delivery'), 70);
});

testStore('the same words at once from two forms are one lead', async (database) => {
  await publishProperties(database, 'demo', demoProperties());
  const accepted = await Promise.all([
    acceptLead(database, submission()),
    acceptLead(database, submission({ submissionId: 'submission-0000002' })),
  ]);
  assert.equal(new Set(accepted.map(({ receipt }) => receipt)).size, 1);
  assert.deepEqual(
    accepted.map(({ isNew }) => isNew),
    [true, false],
  );
  assert.equal(await count(database, 'lead'), 1);
});

testStore(
  'one lead that cannot be saved does not take those with it that were sent at once',
  async (database) => {
    await publishProperties(database, 'demo', demoProperties());
    const unknown = { ...mapleCourt, slug: 'not-in-the-database' };
    const outcomes = await Promise.allSettled([
      acceptLead(database, submission()),
      acceptLead(database, submission({ property: unknown })),
      acceptLead(database, submission({ notes: 'One dog' })),
    ]);
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.equal(await count(database, 'lead'), 2);
  },
);

testStore('the same words for another property are another lead', async (database) => {
  await publishProperties(database, 'demo', demoProperties());
  await acceptLead(database, submission());
  assert.ok((await acceptLead(database, submission({ property: foundryLofts }))).isNew);
});

testStore('what cannot be saved whole is not saved at all', async (database) => {
  await publishProperties(database, 'demo', demoProperties());
  await database.db.schema.dropTable('consent').execute();
  await assert.rejects(acceptLead(database, submission({ consent: { wording: 'Yes' } })));
  assert.equal(await count(database, 'lead'), 0);
  assert.equal(await count(database, 'delivery'), 0);
});
