import assert from 'node:assert/strict';
import type { Touch } from '../attribution/campaign.ts';
import type { Database } from '../database/connect.ts';
import { testStore } from '../database/test-databases.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { createVisitCounter } from './visit-counter.ts';
import { mostNames } from './visit-sums.ts';

const [demo] = demoProperties() as [Property];
const property: Property = {
  ...demo,
  slug: 'maple-court',
  time_zone: 'America/Los_Angeles',
  sources: [{ alias: 'zillow', lead_source_id: 'z' }],
};
const touch = (source?: string, utm_campaign?: string): Touch => ({
  ...(source ? { source } : {}),
  campaign: utm_campaign ? { utm_campaign } : {},
});

/** A counter that writes when it is told to. */
function counterOn(database: Pick<Database, 'db'>, now: () => number, most?: number) {
  const told: string[] = [];
  const tell = (_: object, message: string) => told.push(message);
  const counter = createVisitCounter({
    database,
    log: { warn: tell, info: tell } as never,
    now,
    everyMs: 2 ** 31 - 1,
    ...(most ? { most } : {}),
  });
  return { counter, told };
}

const rowsOf = async ({ db }: Pick<Database, 'db'>) =>
  (await db.selectFrom('visit_count').selectAll().execute())
    .map(
      ({ day, source, campaign, place, views, starts }) =>
        `${day} ${source || '-'}/${campaign || '-'} ${place} ${views} ${starts}`,
    )
    .toSorted();

testStore(
  'two replicas count the same names together, apart by day and place',
  async (database, clock, { open }) => {
    // A quarter to midnight in Los Angeles.
    clock.now = Date.UTC(2026, 2, 2, 7, 45);
    const one = counterOn(database, () => clock.now).counter;
    const other = counterOn(
      open(() => clock.now),
      () => clock.now,
    ).counter;
    one.view(property, touch('Zillow', 'spring'), 'page');
    one.view(property, touch(), 'embed');
    other.view(property, touch('zillow', 'spring'), 'page');
    other.start(property, touch('zillow', 'spring'), 'page');
    await Promise.all([one.write(), other.write()]);
    clock.now += 15 * 60_000;
    one.view(property, touch('zillow', 'spring'), 'page');
    other.view(property, touch('zillow', 'spring'), 'page');
    await Promise.all([one.stop(), other.stop()]);
    assert.deepEqual(await rowsOf(database), [
      '2026-03-01 -/- embed 1 0',
      '2026-03-01 zillow/spring page 2 1',
      '2026-03-02 zillow/spring page 2 0',
    ]);
    await one.write();
    assert.equal((await rowsOf(database)).length, 3, 'nothing is written twice');
  },
);

testStore('a view is moved, also when it was written by another replica', async (database, clock) => {
  const here = counterOn(database, () => clock.now).counter;
  const elsewhere = counterOn(database, () => clock.now).counter;
  here.view(property, touch(), 'embed');
  await here.write();
  elsewhere.moveView(property, touch(), touch('zillow', 'spring'), 'form-1');
  elsewhere.moveView(property, touch(), touch('zillow', 'spring'), 'form-1');
  elsewhere.moveView(property, touch('zillow'), touch('ZILLOW'), 'form-2');
  await elsewhere.write();
  assert.deepEqual(await rowsOf(database), [
    '2026-03-02 -/- embed 0 0',
    '2026-03-02 zillow/spring embed 1 0',
  ]);
  here.view(property, touch(), 'embed');
  here.moveView(property, touch(), touch('zillow', 'spring'), 'form-1');
  await here.write();
  assert.deepEqual(await rowsOf(database), [
    '2026-03-02 -/- embed 0 0',
    '2026-03-02 zillow/spring embed 2 0',
  ]);
});

testStore(
  'invented names end as one row, in memory and in the table; own sources stay apart',
  async (database, clock) => {
    const now = () => clock.now;
    const first = counterOn(database, now).counter;
    for (let index = 0; index < mostNames + 50; index += 1) first.view(property, touch(`x${index}`), 'page');
    first.view(property, touch('zillow', 'spring'), 'page');
    first.view(property, touch('zillow'), 'page');
    first.view(property, touch(), 'page');
    await first.write();
    const after = [
      '2026-03-02 (other)/- page 50 0',
      '2026-03-02 -/- page 1 0',
      '2026-03-02 zillow/(other) page 1 0',
      '2026-03-02 zillow/- page 1 0',
    ];
    const notInvented = async () => (await rowsOf(database)).filter((row) => !/ x\d/.test(row));
    assert.deepEqual(await notInvented(), after);
    assert.equal((await rowsOf(database)).length, mostNames + after.length);

    const second = counterOn(database, now).counter;
    second.view(property, touch('y'), 'page');
    second.view(property, touch('x0'), 'page');
    await second.write();
    assert.deepEqual(await notInvented(), ['2026-03-02 (other)/- page 51 0', ...after.slice(1)]);
    assert.ok((await rowsOf(database)).includes('2026-03-02 x0/- page 2 0'));
  },
);

testStore(
  'while the database is away the sums are kept, up to a number; nobody hears of it but the log',
  async (database, clock) => {
    let away = true;
    const broken = new Error('no connection');
    const flaky = {
      get db() {
        if (away) throw broken;
        return database.db;
      },
    };
    const { counter, told } = counterOn(flaky, () => clock.now, 2);
    counter.view(property, touch('a'), 'page');
    await counter.write();
    counter.view(property, touch('a'), 'page');
    counter.start(property, touch('b'), 'page');
    counter.view(property, touch('c'), 'page');
    await counter.write();
    assert.deepEqual(told, ['visits cannot be written; they are kept and tried again']);
    away = false;
    await counter.stop();
    assert.deepEqual(await rowsOf(database), ['2026-03-02 a/- page 2 0', '2026-03-02 b/- page 0 1']);
    assert.equal(told.at(-1), 'visits are written again');
  },
);
