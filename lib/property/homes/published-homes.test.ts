import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentDatabase } from '../../database/test-databases.ts';
import { demoProperties } from '../demo-properties.ts';
import type { Property } from '../property.ts';
import { homesVersion, publishedHomes } from './published-homes.ts';
import { testHomes, withFields } from './test-homes.ts';

const log = { error: () => {} };

testHomes('a form offers what was read last, and after a week without a read nothing', async (office) => {
  const { property } = office;
  const { now } = office.clock;
  await office.refresh();
  const database = office.fresh.open(() => office.clock.now);
  const offer = (of: Property, at = now) => publishedHomes({ database, log }, of, at);
  assert.deepEqual(
    (await offer(property))?.plans.map(({ name, units }) => [name, units.map(({ number }) => number)]),
    [
      ['Sapling', ['101']],
      ['Linden', ['202', '301']],
      ['Juniper', ['103']],
      ['Sequoia', ['204']],
    ],
  );
  assert.equal(await offer(withFields(property, 'phone_1')), undefined, 'that does not ask for homes');
  assert.equal(await offer(property, now + 8 * 24 * 3_600_000), undefined);
  assert.equal(await homesVersion({ database, log }, property, now), (await offer(property))?.version);
  const tomorrow = await homesVersion({ database, log }, property, now + 24 * 3_600_000);
  assert.equal(
    tomorrow,
    (await offer(property))?.version,
    'a day on which nothing becomes free changes nothing',
  );
  assert.notEqual(
    await homesVersion({ database, log }, property, now + 6 * 24 * 3_600_000 + 23 * 3_600_000),
    '',
  );
});

test('a database that hangs makes no form late, and none fail', async () => {
  const [property] = demoProperties() as [Property];
  const database = silentDatabase();
  assert.equal(await publishedHomes({ database, log }, property, 0), undefined);
  assert.equal(await homesVersion({ database, log }, property, 0), '');
});
