import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { describeAttribution } from './describe-attribution.ts';
import { attributionKeys, readAttribution } from './read-attribution.ts';

test('everything that is known of a visit is one line', () => {
  const attribution = readAttribution({
    source: 'zillow',
    utm_source: 'google',
    utm_medium: 'cpc',
    utm_campaign: 'Spring, 2027',
    gclid: 'EAIaIQ',
    gc_page: 'www.maplecourt.example/contact',
    gc_referrer: 'google.com',
    gc_first_at: String(Date.parse('2027-01-05T23:00:00Z')),
    gc_first_utm_source: 'newsletter',
  });
  assert.equal(
    describeAttribution(attribution, { trust: 'verified' }),
    'source zillow (verified link); campaign Spring, 2027; campaign source google; medium cpc; ' +
      'page www.maplecourt.example/contact; referrer google.com; gclid EAIaIQ; first came 2027-01-05 by campaign source newsletter',
  );
});

test('a source that the property does not know is called that', () => {
  assert.equal(
    describeAttribution({ source: 'bus-stop', campaign: {} }, { trust: 'verified', isUnknown: true }),
    'source bus-stop (not a source of this property)',
  );
});

test('who came by no link leaves no line', () => {
  assert.equal(describeAttribution({ campaign: {} }, { trust: 'self_declared' }), '');
});

test('whatever a link says, it stays one line of limited length, and whole characters', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 220 }), fc.constant('🏠\n\u2028'.repeat(60)));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...attributionKeys), text), (query) => {
      const line = describeAttribution(readAttribution(query));
      assert.ok(line.length <= 600 && line.isWellFormed() && !/[\n\r\u2028\u2029]/.test(line));
    }),
    { numRuns: 500 },
  );
});
