import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveLeadSource } from './lead-source.ts';
import { propertySchema } from './property.ts';

const property = propertySchema.parse({
  slug: 'oak-hill',
  name: 'Oak Hill',
  integration_id: 'int',
  property_id: 'prop',
  employee_id: 'emp',
  lead_source_id: 'website',
  sources: [
    { alias: 'Zillow', lead_source_id: 'zillow-id' },
    { alias: 'google', lead_source_id: 'google-id' },
  ],
});

test('without a word of the link it is the default source', () => {
  assert.deepEqual(resolveLeadSource(property, { campaign: {} }), { leadSourceId: 'website' });
});

test('a source of the property is found by its alias in any case', () => {
  for (const source of ['zillow', 'Zillow', 'ZILLOW'])
    assert.deepEqual(resolveLeadSource(property, { source, campaign: {} }), { leadSourceId: 'zillow-id' });
});

test('the source of a link goes before its campaign', () => {
  const attribution = { source: 'zillow', campaign: { utm_source: 'google' } };
  assert.deepEqual(resolveLeadSource(property, attribution), { leadSourceId: 'zillow-id' });
});

test('a campaign names a source too', () => {
  assert.deepEqual(resolveLeadSource(property, { campaign: { utm_source: 'Google' } }), {
    leadSourceId: 'google-id',
  });
  assert.deepEqual(resolveLeadSource(property, { campaign: { utm_source: 'newsletter' } }), {
    leadSourceId: 'website',
  });
});

test('an unknown source is kept as it was given, and the next best source is taken', () => {
  assert.deepEqual(resolveLeadSource(property, { source: 'Craigslist', campaign: {} }), {
    leadSourceId: 'website',
    unknownSource: 'Craigslist',
  });
  assert.deepEqual(
    resolveLeadSource(property, { source: 'Craigslist', campaign: { utm_source: 'google' } }),
    { leadSourceId: 'google-id', unknownSource: 'Craigslist' },
  );
});
