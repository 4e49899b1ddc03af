import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { testStore } from '../../lib/database/test-databases.ts';
import { type Played, playAttack } from './attack.ts';
import { looksHuman } from './bots.ts';
import { confusionTable, countOf } from './table.ts';
import { seed } from './visitor.ts';
import { adverts } from './words.ts';

/** What may pass before it can be known: the first of an advert, the first uses of a form, the first of a rush. */
const passUnknown: Record<string, number> = {
  'same advert, many addresses': 3 * adverts.length,
  'one form replayed': 3,
  'flood from one address': 20,
  // Those without scripts: nothing else is wrong with what they send.
  'sends at once': 75,
};

testStore('a thousand bots and two hundred people send the form', async (database, clock, _, t) => {
  mock.timers.enable({ apis: ['Date'], now: clock.now });
  t.after(() => mock.timers.reset());
  const played = await playAttack(database, clock, seed);
  t.diagnostic(`what became of them\n${confusionTable(played)}`);

  const bots = played.filter(({ visitor }) => visitor.isBot);
  const people = played.filter(({ visitor }) => !visitor.isBot);
  assert.deepEqual([bots.length, people.length], [1_000, 200]);

  assert.equal(countOf(people, 'refused'), 0);
  assert.equal(countOf(people, 'asked'), 0, 'whoever was asked got through');
  assert.ok(countOf(people, 'quarantined') <= people.length / 100);

  for (const [kind, some] of Map.groupBy(bots, ({ visitor }) => visitor.kind)) {
    if (Object.values(looksHuman).includes(kind)) continue;
    assert.ok(
      countOf(some, 'accepted') <= (passUnknown[kind] ?? 0),
      `${kind}: ${countOf(some, 'accepted')} passed`,
    );
  }
  await everySubmitIsAccountedFor(database.db, played);
});

/** Stored, or told in words that it was not; nothing in between. */
async function everySubmitIsAccountedFor(
  db: Parameters<Parameters<typeof testStore>[1]>[0]['db'],
  played: Played[],
) {
  const rows = await db
    .selectFrom('lead')
    .innerJoin('delivery', 'delivery.lead_id', 'lead.id')
    .select(['lead.answers', 'delivery.state'])
    .execute();
  const states = new Map(rows.map(({ answers, state }) => [JSON.parse(answers).email_1 as string, state]));
  assert.equal(rows.length, states.size, 'nobody is there twice');
  for (const { visitor, outcome, said } of played) {
    const email = visitor.mends?.fields.email_1 ?? visitor.fields.email_1 ?? '';
    const isStored = outcome !== 'asked' && outcome !== 'refused';
    assert.equal(
      states.get(email),
      isStored ? (outcome === 'quarantined' ? outcome : 'queued') : undefined,
      visitor.kind,
    );
    assert.equal(said.length > 0, !isStored, `${visitor.kind}: ${outcome}`);
  }
  const held = rows.filter(({ state }) => state === 'quarantined');
  const screenings = await db
    .selectFrom('spam_screening')
    .selectAll()
    .where('verdict', '=', 'quarantined')
    .execute();
  assert.equal(screenings.length, held.length, 'staff can see why');
}
