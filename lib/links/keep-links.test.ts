import assert from 'node:assert/strict';
import type { Database } from '../database/connect.ts';
import { testStore } from '../database/test-databases.ts';
import { submissionOf } from '../delivery/test-delivery.ts';
import { acceptLead } from '../lead/accept-lead.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { publishProperties } from '../property/published-properties.ts';
import { countVisit, findLink, makeLink, type NewLink, restoreLink, retireLink } from './keep-links.ts';
import { listLinks, pageSize } from './list-links.ts';

const [maple, foundry] = demoProperties() as [Property, Property];
const spring: NewLink = {
  property: maple.slug,
  label: 'Spring flyer',
  touch: { source: 'zillow', campaign: { utm_campaign: 'spring 🌷' } },
  destination: undefined,
  expiresAt: undefined,
  createdBy: 'dana@example.com',
};

async function open(database: Database) {
  await publishProperties(database, 'demo', demoProperties());
}

testStore('a link is found by its code, also in capitals, as it was made', async (database, clock) => {
  await open(database);
  const expiresAt = clock.now + 86_400_000;
  const code = await makeLink(database, { ...spring, expiresAt, destination: 'https://a.example/x' });
  assert.match(code, /^[346789bcdfghjkmnpqrtvwxy]{7}$/);
  assert.deepEqual(await findLink(database, code.toUpperCase()), {
    ...spring,
    code,
    expiresAt,
    destination: 'https://a.example/x',
    retiredAt: undefined,
    createdAt: clock.now,
    visits: 0,
  });
  assert.equal(await findLink(database, 'nothere'), undefined);
  assert.equal(await findLink(database, `${code}\0' or 1=1`), undefined);
});

testStore('a code that is taken is not taken twice', async (database) => {
  await open(database);
  const dice = [0, 0, 1];
  const random = () => new Uint8Array(16).fill(dice.shift() ?? 2);
  const codes = [await makeLink(database, spring, random), await makeLink(database, spring, random)];
  assert.deepEqual(codes, ['3333333', '4444444']);
});

testStore('visits add up, retiring keeps the first moment, restoring forgets it', async (database, clock) => {
  await open(database);
  const code = await makeLink(database, spring);
  await Promise.all([
    countVisit(database, code),
    countVisit(database, code),
    countVisit(database, 'nothere'),
  ]);
  await retireLink(database, code);
  const retired = clock.now;
  clock.now += 1_000;
  await retireLink(database, code);
  const link = await findLink(database, code);
  assert.deepEqual([link?.visits, link?.retiredAt], [2, retired]);
  await restoreLink(database, code);
  assert.equal((await findLink(database, code))?.retiredAt, undefined);
});

testStore(
  'the list: in use first, the newest first, with its leads and those delivered',
  async (database, clock) => {
    await open(database);
    const codes: string[] = [];
    for (const property of [maple.slug, maple.slug, maple.slug, foundry.slug]) {
      clock.now += 1_000;
      codes.push(await makeLink(database, { ...spring, property }));
    }
    const [first = '', second = '', third = '', other = ''] = codes;
    await retireLink(database, third);
    const send = async (property: Property, link: string, email_1: string) => {
      const submission = submissionOf(property, { email_1 });
      await acceptLead(database, { ...submission, attribution: { campaign: {}, link } });
    };
    await send(maple, second, 'one@example.com');
    await send(maple, second, 'two@example.com');
    // Of another property: the link in a lead is what somebody says.
    await send(foundry, second, 'three@example.com');
    await database.db
      .updateTable('delivery')
      .set({ state: 'delivered' })
      .where('email_key', '=', 'two@example.com')
      .execute();
    const { links, total, now } = await listLinks(database, { property: maple.slug, page: 1 });
    assert.deepEqual(
      links.map(({ code, leads, delivered }) => [code, leads, delivered]),
      [
        [second, 2, 1],
        [first, 0, 0],
        [third, 0, 0],
      ],
    );
    assert.deepEqual([total, now], [3, clock.now]);
    assert.equal((await listLinks(database, { page: 1 })).links[0]?.code, other);
    assert.deepEqual((await listLinks(database, { page: 2 })).links, []);
    assert.ok(pageSize > 4);
  },
);
