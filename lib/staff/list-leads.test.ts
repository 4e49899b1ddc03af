import assert from 'node:assert/strict';
import { testStore } from '../database/test-databases.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { publishProperties } from '../property/published-properties.ts';
import { openLanes } from './list-leads.ts';

testStore(
  'an integration to which nothing is sent is told with its properties; others are not',
  async (database) => {
    const [property] = demoProperties() as [Property];
    await publishProperties(database, 'demo', demoProperties());
    assert.deepEqual(await openLanes(database), []);
    const lane = { recent: '', probe_at: null, step: 0, trial: 0 } as const;
    await database.db
      .insertInto('integration_lane')
      .values([
        { ...lane, integration_id: property.integration_id, open_reason: 'credentials', open_since: 17 },
        { ...lane, integration_id: 'another', open_reason: null, open_since: null },
      ])
      .execute();
    const names = demoProperties()
      .filter(({ integration_id }) => integration_id === property.integration_id)
      .map(({ name }) => name);
    assert.deepEqual(
      (await openLanes(database)).map((open) => ({ ...open, properties: open.properties.toSorted() })),
      [{ reason: 'credentials', since: 17, properties: names.toSorted() }],
    );
  },
);
