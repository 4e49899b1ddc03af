import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoProperties } from './demo-properties.ts';
import { readPropertiesFile } from './properties-file.ts';

test('docs/demo-properties.json has the demo’s properties, for a simulator on a port of its own', () => {
  assert.deepEqual(readPropertiesFile('docs/demo-properties.json'), demoProperties());
});
