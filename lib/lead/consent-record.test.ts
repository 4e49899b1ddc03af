import assert from 'node:assert/strict';
import { type Insertable, sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { ConsentRow } from '../database/tables.ts';
import { testStore } from '../database/test-databases.ts';
import { speech } from '../language/languages.ts';
import { hashWords, smsWording } from '../property/consent-wording.ts';
import { demoProperties } from '../property/demo-properties.ts';
import { type Property, propertySchema } from '../property/property.ts';
import { publishProperties } from '../property/published-properties.ts';
import { wordingField } from './consent.ts';
import { embedOriginField } from './form-place.ts';
import { receiveLead } from './receive-lead.ts';

const [demo] = demoProperties() as [Property];
const now = Date.UTC(2026, 2, 2, 17);
const website = 'https://www.maplecourt.example';
const visit = { page: `${website}/contact`, address: '192.0.2.1', userAgent: 'Browser' };

/** The demo's community with a wording of its own. */
function withWording(version: string, en: string, es: string): Property {
  return propertySchema.parse({
    ...demo,
    embed_origins: [website],
    sms_consent: { version, text: { en, es } },
  });
}

/** Sends a form whose box was ticked beside these words, and reads the record. */
async function agreeTo(
  database: Database,
  property: Property,
  words: string,
  { language = 'en', ...more }: Record<string, string> = {},
) {
  const sent = {
    first_name: 'Ana',
    last_name: 'Cruz',
    phone_1: '415 555 0134',
    sms_consent: 'yes',
    [wordingField]: words,
    notes: crypto.randomUUID(),
    ...more,
  };
  const log = { error: () => {} };
  await receiveLead(
    { database, now, log, secret: 'a secret', timeScale: 1 },
    property,
    { sent, tooLarge: false },
    visit,
    speech(language),
  );
  return database.db
    .selectFrom('consent')
    .innerJoin('lead', 'lead.id', 'consent.lead_id')
    .selectAll('consent')
    .where('answers', 'like', `%${sent.notes}%`)
    .executeTakeFirstOrThrow();
}

testStore('a record says everything about a consent, by the database’s clock', async (database, clock) => {
  const property = withWording('2026-11', 'Yes, {property} may text me.', 'Sí, {property} puede escribirme.');
  await publishProperties(database, 'file', [property]);
  clock.now += 60_000;
  const words = 'Sí, Maple Court puede escribirme.';
  const { id, lead_id, ...record } = await agreeTo(database, property, words, {
    language: 'es',
    [embedOriginField]: website,
  });
  assert.ok(id && lead_id);
  assert.deepEqual(record, {
    channel: 'sms',
    wording: words,
    wording_hash: hashWords(words),
    version: '2026-11',
    language: 'es',
    given_at: clock.now,
    page: visit.page,
    embed_origin: website,
    address: visit.address,
    user_agent: visit.userAgent,
  });
});

testStore(
  'words that were offered before a change of wording keep their version',
  async (database, clock) => {
    const before = withWording('2026-01', 'Yes, text me.', 'Sí.');
    const after = withWording('2026-11', 'Yes, {property} may text me.', 'Sí, {property} puede escribirme.');
    await publishProperties(database, 'file', [before]);
    clock.now += 1_000;
    await publishProperties(database, 'file', [after]);
    assert.equal((await agreeTo(database, after, 'Yes, text me.')).version, '2026-01');
    assert.equal((await agreeTo(database, after, 'Yes, Maple Court may text me.')).version, '2026-11');
  },
);

testStore('the standard wording has a version of its own in each language', async (database) => {
  await publishProperties(database, 'demo', [demo]);
  const [english, spanish] = ['en', 'es'].map((language) => smsWording(demo, language));
  assert.match(english?.version ?? '', /^standard-[0-9a-f]{8}$/);
  assert.notEqual(english?.version, spanish?.version);
  const record = await agreeTo(database, demo, english?.words ?? '');
  assert.deepEqual([record.version, record.language], [english?.version, 'en']);
});

testStore('words that the property never offered are kept to the letter, and marked', async (database) => {
  const [, other] = demoProperties() as [Property, Property];
  await publishProperties(database, 'demo', [demo, other]);
  for (const words of [
    'I agree to everything.',
    `${smsWording(demo, 'en').words} Twice.`,
    smsWording(other, 'en').words,
  ]) {
    const record = await agreeTo(database, demo, words);
    assert.deepEqual([record.wording, record.version], [words, 'unrecognised']);
  }
  const silent = await agreeTo(database, demo, '\0');
  assert.deepEqual(
    [silent.wording, silent.version],
    ['Not known: the form that sent this did not say.', 'unrecognised'],
  );
});

testStore('a website that is none of the property’s is not written down as one', async (database) => {
  const property = withWording('1', 'Yes.', 'Sí.');
  await publishProperties(database, 'file', [property]);
  const record = await agreeTo(database, property, 'Yes.', { [embedOriginField]: 'https://evil.example' });
  assert.equal(record.embed_origin, null);
});

testStore('the database itself refuses to change a record or to take it away', async (database) => {
  await publishProperties(database, 'demo', [demo]);
  const record = await agreeTo(database, demo, smsWording(demo, 'en').words);
  const { db, engine } = database;
  const refused = (act: Promise<unknown>, what: string) => assert.rejects(act, /is append-only/, what);
  await refused(db.updateTable('consent').set({ wording: 'No' }).execute(), 'update');
  await refused(db.deleteFrom('consent').where('id', '=', record.id).execute(), 'delete');
  await refused(db.deleteFrom('consent_wording').execute(), 'delete of wordings');
  await refused(db.updateTable('consent_wording').set({ version: 'x' }).execute(), 'update of wordings');
  if (engine === 'sqlite') {
    const forged: Insertable<ConsentRow> = { ...record, wording: 'No' };
    await refused(db.replaceInto('consent').values(forged).execute(), 'replace');
  } else {
    await refused(sql`truncate consent`.execute(db), 'truncate');
    await refused(sql`truncate lead cascade`.execute(db), 'truncate of leads');
  }
  assert.deepEqual(await db.selectFrom('consent').selectAll().execute(), [record]);
});
