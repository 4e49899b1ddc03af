import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countedAs, resolveLeadSource } from './lead-source.ts';
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
    assert.deepEqual(resolveLeadSource(property, { source, campaign: {} }), {
      leadSourceId: 'zillow-id',
      alias: 'zillow',
    });
});

test('the source of a link goes before its campaign', () => {
  const attribution = { source: 'zillow', campaign: { utm_source: 'google' } };
  assert.deepEqual(resolveLeadSource(property, attribution), { leadSourceId: 'zillow-id', alias: 'zillow' });
});

test('a campaign names a source too', () => {
  assert.deepEqual(resolveLeadSource(property, { campaign: { utm_source: 'Google' } }), {
    leadSourceId: 'google-id',
    alias: 'google',
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
    { leadSourceId: 'google-id', alias: 'google', unknownSource: 'Craigslist' },
  );
});

test('people are counted under the alias, else under what the link called it, else under nothing', () => {
  const counted = (source: string | undefined, utm: string | undefined, campaign?: string) =>
    countedAs(property, {
      ...(source ? { source } : {}),
      campaign: { ...(utm ? { utm_source: utm } : {}), ...(campaign ? { utm_campaign: campaign } : {}) },
    });
  assert.deepEqual(counted('ZILLOW', 'google', 'Spring'), { source: 'zillow', campaign: 'Spring' });
  assert.deepEqual(counted('Craigslist', undefined), { source: 'craigslist', campaign: '' });
  assert.deepEqual(counted(undefined, 'Google'), { source: 'google', campaign: '' });
  assert.deepEqual(counted(undefined, 'Newsletter'), { source: 'newsletter', campaign: '' });
  assert.deepEqual(counted(undefined, undefined), { source: '', campaign: '' });
});
