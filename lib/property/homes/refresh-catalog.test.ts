import assert from 'node:assert/strict';
import { drainDeliveries } from '../../delivery/worker.ts';
import { takeSnapshot } from '../../metrics/snapshot.ts';
import { readKnownSources } from '../known-sources.ts';
import { type CatalogClaim, claimCatalog, saveHomes, saveSources } from './catalog.ts';
import { noHomes } from './home-records.ts';
import { refreshEveryMs } from './refresh-catalog.ts';
import { scheduleCatalogs } from './schedule-catalogs.ts';
import { type HomesOffice, testHomes, withFields } from './test-homes.ts';

const numbers = async (office: HomesOffice) =>
  (await office.kept())?.records.units.map(({ number }) => number).sort();
const row = ({ database }: HomesOffice) =>
  database.db.selectFrom('home_catalog').selectAll().executeTakeFirstOrThrow();
const lists = ['/v1/floor-plans/', '/v1/units/', '/v1/listings/'];
const sourceList = '/v1/lead-sources/';
const names = async ({ database, property }: HomesOffice) =>
  (await readKnownSources(database, [property]))(property)
    ?.sources.map(({ name }) => name)
    .sort();

testHomes('one read asks for homes and lead sources and is due again after about an hour', async (office) => {
  const began = office.clock.now;
  assert.equal(await office.refresh(), 'refreshed');
  assert.deepEqual(office.asked(), [...lists, sourceList]);
  assert.deepEqual(await names(office), ['Apartments.com', 'Drive-by', 'Google', 'Website', 'Zillow']);
  const [first] = office.simulator.received;
  assert.equal(first?.query.property_id, office.property.property_id);
  assert.equal(first?.query.limit, '250');
  const { records } = (await office.kept()) ?? { records: noHomes };
  assert.deepEqual([records.plans.length, records.units.length, records.listings.length], [4, 10, 5]);
  assert.equal(await office.refresh(), 'nothing_due');
  const { due_at, read_at, lease_id } = await row(office);
  assert.ok(due_at && read_at && read_at >= began, 'it says when');
  assert.ok(Math.abs(due_at - read_at - refreshEveryMs) <= 0.1 * refreshEveryMs);
  assert.equal(lease_id, null);
});

testHomes('homes are read where a form shows them, lead sources of every property', async (office) => {
  const { database, property } = office;
  await scheduleCatalogs(database, [withFields(property, 'phone_1')], refreshEveryMs);
  assert.equal(await office.refresh(), 'refreshed');
  assert.deepEqual(office.asked(), [sourceList]);
  assert.deepEqual(
    (await takeSnapshot(database, 1)).homes,
    { oldestReadAge: null, failing: 0 },
    'homes that nobody shows are not missed',
  );
  assert.equal(await office.refresh(), 'nothing_due');
  await scheduleCatalogs(database, [withFields(property, 'unit_id'), withFields(property)], refreshEveryMs);
  assert.equal(await office.refresh(), 'refreshed');
  assert.deepEqual(office.asked().slice(1), lists, 'the sources are known already');
  await scheduleCatalogs(database, [property], refreshEveryMs);
  assert.equal(await office.refresh(), 'nothing_due', 'a restart is no reason to read it again');
  await scheduleCatalogs(database, [], refreshEveryMs);
  office.advance(2 * 3_600);
  assert.equal(await office.refresh(), 'nothing_due', 'nobody publishes it');
});

testHomes('what fails is read again soon, what did not fail is not', async (office) => {
  const fail = (match: string) =>
    office.simulator.play({ kind: 'answer', status: 403, endpoint: 'catalog', match });
  fail('/lead-sources/');
  assert.equal(await office.refresh(), 'failed');
  assert.equal((await numbers(office))?.length, 10);
  assert.equal(await names(office), undefined);
  assert.equal((await row(office)).failure, 'lead-sources: answered 403');
  office.advance(61);
  assert.equal(await office.refresh(), 'refreshed');
  assert.deepEqual(office.asked().slice(4), [sourceList]);
  assert.equal((await names(office))?.length, 5);

  office.advance(2 * 3_600);
  office.simulator.loseRow(office.property.lead_source_id);
  fail('/floor-plans/');
  assert.equal(await office.refresh(), 'failed');
  assert.equal((await names(office))?.includes('Website'), false, 'the new list counts');
  const before = office.asked().length;
  office.advance(61);
  assert.equal(await office.refresh(), 'refreshed');
  assert.deepEqual(office.asked().slice(before), lists);
  assert.deepEqual([(await row(office)).failures, (await row(office)).failure], [0, null]);
});

testHomes('a lead source that is lost, or deleted in ResMan, is an alarm', async (office) => {
  const { database, property, simulator } = office;
  const missing = async () => (await takeSnapshot(database, 1)).sources;
  const fine = { vanished: 0, stopped: 0, example: undefined, oldestReadAge: null };
  assert.deepEqual(await missing(), fine, 'nobody knows yet');
  await office.refresh();
  assert.deepEqual(await missing(), { ...fine, oldestReadAge: 0 });

  const [deleted] = property.sources;
  simulator.loseRow(property.lead_source_id);
  office.advance(4 * 24 * 3_600);
  simulator.syncCatalog([deleted?.lead_source_id ?? '']);
  await office.refresh();
  assert.deepEqual(await missing(), { vanished: 0, stopped: 1, example: 'Maple Court', oldestReadAge: 0 });
  office.advance(2 * 3_600);
  await office.refresh();
  assert.deepEqual(await missing(), { vanished: 1, stopped: 1, example: 'Maple Court', oldestReadAge: 0 });
});

testHomes('a list of lead sources that breaks off or is none changes nothing', async (office) => {
  await office.refresh();
  for (const fault of [
    { kind: 'html' },
    { kind: 'truncated' },
    { kind: 'answer', status: 200, body: { results: 'none' } },
    { kind: 'answer', status: 200, body: { meta: { hasMore: true }, results: [] } },
  ] as const) {
    office.simulator.play({ ...fault, endpoint: 'catalog', match: '/lead-sources/' });
    office.advance(2 * 3_600);
    assert.equal(await office.refresh(), 'failed');
    assert.equal((await names(office))?.length, 5);
  }
});

testHomes('of two replicas one reads; one that comes back too late writes nothing', async (office) => {
  const lease = 60_000;
  const claims = await Promise.all([
    claimCatalog(office.database, lease, refreshEveryMs),
    claimCatalog(office.database, lease, refreshEveryMs),
  ]);
  const [slow, none] = claims.toSorted((one) => (one ? -1 : 1)) as [CatalogClaim, undefined];
  assert.equal(none, undefined);
  office.advance(61);
  assert.equal(await office.refresh(), 'refreshed');
  assert.equal(await saveHomes(office.database, slow, noHomes), false);
  assert.equal(await saveSources(office.database, slow, []), false);
  assert.equal((await names(office))?.length, 5);
  assert.equal((await numbers(office))?.length, 10);
});

testHomes('leads go first: while one is due, nothing is asked', async (office) => {
  await office.accept();
  let pauses = 0;
  const result = await office.refresh(async (milliseconds) => {
    pauses += 1;
    if (pauses <= 3) assert.equal(office.asked().length, 0);
    office.advance(milliseconds / 1_000);
    if (pauses === 3) await drainDeliveries(office.context);
    return true;
  });
  assert.equal(result, 'refreshed');
  assert.ok(pauses >= 3);
  assert.equal(office.posts(), 1);
});

testHomes('every request is paid for, and all that may leave at once is left for leads', async (office) => {
  office.context.requestsPerMinute = 60;
  const left: number[] = [];
  const pauses: number[] = [];
  await office.refresh(async (milliseconds) => {
    const budget = await office.database.db
      .selectFrom('request_budget')
      .selectAll()
      .executeTakeFirstOrThrow();
    left.push(budget.next_at - office.clock.now);
    pauses.push(milliseconds);
    office.advance(milliseconds / 1_000);
    return true;
  });
  const total = pauses.reduce((sum, wait) => sum + wait, 0);
  assert.ok(
    left.every((ahead) => ahead <= 60_000 / 59 + 1),
    'never more than one request ahead',
  );
  assert.ok(total >= 2 * 2 * 1_000, `three requests at half of one a second took ${total} ms`);
});

testHomes(
  'asked to stop while it waits, it stops, and another goes on when the lease is over',
  async (office) => {
    await office.accept();
    assert.equal(await office.refresh(async () => false), 'stopped');
    assert.equal(await office.refresh(), 'nothing_due');
    office.advance(121);
    await drainDeliveries(office.context);
    await office.simulator.settle();
    await office.pass(2);
    assert.equal((await office.delivery()).state, 'delivered');
    assert.equal(await office.refresh(), 'refreshed');
  },
);

testHomes('a read that fails keeps the old homes and their time, and is tried sooner', async (office) => {
  await office.refresh();
  const before = await office.kept();
  for (const [fault, failure] of [
    [{ kind: 'answer', status: 500 }, 'units: answered 500'],
    [{ kind: 'reset', when: 'before' }, 'units: no answer (ECONNRESET)'],
    [{ kind: 'html' }, 'units: an answer that cannot be read'],
    [{ kind: 'truncated' }, 'units: an answer that cannot be read'],
    [{ kind: 'empty' }, 'units: an answer that cannot be read'],
    [{ kind: 'huge', megabytes: 2, times: 2 }, 'units: answers that are too long or break off'],
  ] as const) {
    office.simulator.play({ ...fault, endpoint: 'catalog', match: '/v1/units/' });
    office.advance(2 * 3_600);
    assert.equal(await office.refresh(), 'failed');
    assert.deepEqual(await office.kept(), before);
    const { failure: told, failed_at, due_at } = await row(office);
    assert.equal(told, failure);
    assert.ok(failed_at && due_at && due_at > failed_at && due_at - failed_at <= refreshEveryMs);
  }
  assert.equal((await row(office)).failures, 6);
  assert.equal(office.warnings.length, 6);
  const { homes, now } = await takeSnapshot(office.database, 1);
  assert.deepEqual(homes, { oldestReadAge: now - (before?.readAt ?? 0), failing: 1 });
  office.advance(2 * 3_600);
  assert.equal(await office.refresh(), 'refreshed');
  assert.equal((await row(office)).failures, 0);
});

/** Rows as the simulator has them, more of them, under other ids. */
function manyUnits(office: HomesOffice, count: number) {
  const [sample] = office.simulator.catalog.units;
  assert.ok(sample);
  return Array.from({ length: count }, (_, index) => ({
    ...sample,
    id: `unit-${index}`,
    number: `N${index}`,
    created_at: new Date(Date.UTC(2026, 0, 1) + index).toISOString(),
  }));
}

testHomes('all pages are read; when a later one fails, nothing of it counts', async (office) => {
  office.simulator.addCatalog({ units: manyUnits(office, 600) });
  assert.equal(await office.refresh(), 'refreshed');
  assert.equal((await numbers(office))?.length, 610);
  assert.deepEqual(
    office.simulator.received.filter(({ path }) => path === '/v1/units/').map(({ query }) => query.offset),
    ['0', '250', '500'],
  );
  office.simulator.play({ kind: 'answer', status: 503, endpoint: 'catalog', match: 'offset=500' });
  office.advance(2 * 3_600);
  assert.equal(await office.refresh(), 'failed');
  assert.equal((await numbers(office))?.length, 610);
});

testHomes('pages that never end, or say nothing new, are given up', async (office) => {
  const [unit] = manyUnits(office, 1);
  const answers = (body: object, failure: string) => ({ body, failure });
  for (const { body, failure } of [
    answers({ meta: { hasMore: true }, results: [unit] }, 'units: its pages do not go on'),
    answers({ meta: { hasMore: true }, results: [] }, 'units: its pages do not go on'),
    answers({ meta: { hasMore: true }, results: [null] }, 'units: more than 20 pages'),
  ]) {
    office.simulator.play({
      kind: 'answer',
      status: 200,
      body,
      endpoint: 'catalog',
      match: '/units/',
      times: 'always',
    });
    assert.equal(await office.refresh(), 'failed');
    assert.equal((await row(office)).failure, failure);
    office.simulator.clearScenarios();
    office.advance(2 * 3_600);
  }
  assert.ok(office.asked().length <= 30);
});

testHomes('rows so long that a full page is too much are read in smaller ones', async (office) => {
  office.simulator.play({ kind: 'huge', megabytes: 2, endpoint: 'catalog', match: '/v1/units/' });
  assert.equal(await office.refresh(), 'refreshed');
  assert.deepEqual(
    office.simulator.received.filter(({ path }) => path === '/v1/units/').map(({ query }) => query.limit),
    ['250', '50'],
  );
});

testHomes('what is gone from a complete read is gone, and its name is remembered', async (office) => {
  await office.refresh();
  const id = office.unitId('101');
  const results = office.simulator.catalog.units.filter(
    (unit) => unit.property_id === office.property.property_id && unit.id !== id,
  );
  office.simulator.play({
    kind: 'answer',
    status: 200,
    body: { meta: { hasMore: false }, results },
    endpoint: 'catalog',
    match: '/v1/units/',
  });
  office.advance(2 * 3_600);
  assert.equal(await office.refresh(), 'refreshed');
  assert.equal((await numbers(office))?.includes('101'), false);
  const gone = await office.database.db.selectFrom('gone_home').selectAll().execute();
  assert.deepEqual(
    gone.map(({ home_id, name }) => [home_id, name]),
    [[id, 'unit 101 (Sapling)']],
  );
});
