import assert from 'node:assert/strict';
import { testStore } from '../database/test-databases.ts';
import { demoProperties } from './demo-properties.ts';
import type { Property } from './property.ts';
import { findProperty, listProperties, publishProperties } from './published-properties.ts';

const [mapleCourt, foundryLofts] = demoProperties() as [Property, Property];

testStore('properties are added and updated at every start', async (database) => {
  await publishProperties(database, 'file', [mapleCourt]);
  await publishProperties(database, 'file', [{ ...mapleCourt, name: 'Maple Court East' }, foundryLofts]);
  assert.equal((await findProperty(database, 'maple-court'))?.name, 'Maple Court East');
  assert.deepEqual(
    (await listProperties(database)).map(({ name }) => name),
    ['Maple Court East', 'The Foundry Lofts'],
  );
});

testStore(
  'a property that left the file has no form any more, and gets it back when it returns',
  async (database) => {
    await publishProperties(database, 'file', [mapleCourt, foundryLofts]);
    await publishProperties(database, 'file', [foundryLofts]);
    assert.equal(await findProperty(database, 'maple-court'), undefined);
    await publishProperties(database, 'file', [mapleCourt]);
    assert.deepEqual(await findProperty(database, 'maple-court'), mapleCourt);
  },
);

testStore(
  'replicas that start together publish the same file without getting in each other’s way',
  async (database, _clock, { open }) => {
    const replicas = [database, open(), open()];
    await Promise.all(
      replicas.map((replica, index) =>
        publishProperties(
          replica,
          'file',
          index % 2 ? [mapleCourt, foundryLofts] : [foundryLofts, mapleCourt],
        ),
      ),
    );
    assert.equal((await listProperties(database)).length, 2);
  },
);
