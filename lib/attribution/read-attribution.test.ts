import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hostileText } from '../lead/test-forms.ts';
import { attributionFields, readAttribution } from './read-attribution.ts';

const names =
  'source lead_source src ref utm_knock_source_title utm_source utm_medium utm_campaign utm_term utm_content utm_id gclid gbraid wbraid dclid fbclid msclkid ttclid li_fat_id twclid'.split(
    ' ',
  );
const value = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  hostileText,
  fc
    .tuple(fc.constantFrom('x', '🏠', ' '), fc.integer({ min: 195, max: 201 }))
    .map(([text, times]) => `${text.repeat(times)} 🏠 x`),
);
const anyQuery = fc.dictionary(
  fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 10 })),
  fc.oneof(value, fc.array(value, { maxLength: 3 })),
  { maxKeys: 12 },
);

test('a link without a word about itself gives an empty campaign', () => {
  assert.deepEqual(readAttribution({}), { campaign: {} });
  assert.deepEqual(readAttribution({ page: '2', utm_unknown: 'x', UTM_SOURCE: 'x' }), { campaign: {} });
});

test('every campaign name and click id is read', () => {
  const campaign = Object.fromEntries(names.slice(5).map((name) => [name, `of ${name}`]));
  assert.deepEqual(readAttribution({ ...campaign, other: 'x' }), { campaign });
});

test('the most deliberate name of a source counts, and an empty one does not', () => {
  assert.deepEqual(
    names.slice(0, 5).map((_, index) => {
      const query = Object.fromEntries(names.slice(index, 5).map((name) => [name, `by ${name}`]));
      return readAttribution(query).source;
    }),
    names.slice(0, 5).map((name) => `by ${name}`),
  );
  assert.equal(readAttribution({ source: ' ', src: 'zillow' }).source, 'zillow');
});

test('of a name that comes several times the first value counts', () => {
  assert.deepEqual(readAttribution({ source: ['zillow', 'google'], gclid: [], utm_id: ['7'] }), {
    source: 'zillow',
    campaign: { utm_id: '7' },
  });
});

test('values are cleaned: no spaces around them, nothing invisible, at most 200 characters', () => {
  const { source, campaign } = readAttribution({
    source: ' Zil\u0000\u202elow\n',
    utm_source: 'x'.repeat(201),
    utm_medium: `${'x'.repeat(199)}🏠`,
    utm_term: `${'x'.repeat(199)} tail`,
    utm_id: '\u200b',
  });
  assert.equal(source, 'Zillow');
  assert.equal(campaign.utm_source, 'x'.repeat(200));
  assert.equal(campaign.utm_medium, 'x'.repeat(199));
  assert.equal(campaign.utm_term, 'x'.repeat(199));
  assert.ok(!('utm_id' in campaign));
});

test('sent along by a form and read again, it is the same', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const attribution = readAttribution(query);
      const fields = attributionFields(attribution);
      assert.deepEqual(readAttribution(Object.fromEntries(fields)), attribution);
      // As a browser sends it: through the bytes of a query.
      const sent = new URLSearchParams(new URLSearchParams(fields).toString());
      assert.deepEqual(readAttribution(Object.fromEntries(sent)), attribution);
    }),
    { numRuns: 3_000 },
  );
});

test('nothing is longer than 200 characters or half a character, whatever comes', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      for (const [, text] of attributionFields(readAttribution(query)))
        assert.ok(text.length > 0 && text.length <= 200 && text.isWellFormed() && text === text.trim());
    }),
    { numRuns: 2_000 },
  );
});
