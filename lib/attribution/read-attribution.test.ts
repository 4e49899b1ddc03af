import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hostileText } from '../lead/test-forms.ts';
import { attributionFields, attributionKeys, readAttribution } from './read-attribution.ts';

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
const ours: Record<string, string> = {
  gc_signature: 'AbC_-123456789012345_',
  gc_expires: '1900000000',
  gc_link: 'bk7qxdh',
  gc_page: 'www.maple.example/plans/a b',
  gc_referrer: 'www.search.example',
  gc_first_at: '1790000000000',
  gc_first_source: 'zillow',
  gc_first_utm_campaign: 'spring',
};
const anyQuery = fc
  .tuple(
    fc.dictionary(
      fc.oneof(fc.constantFrom(...attributionKeys), fc.string({ maxLength: 10 })),
      fc.oneof(value, fc.array(value, { maxLength: 3 })),
      { maxKeys: 12 },
    ),
    fc.subarray(Object.entries(ours)).map((entries) => Object.fromEntries(entries)),
  )
  .map(([any, own]): Record<string, string | string[]> => ({ ...any, ...own }));

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

test('every plain name may have gc_ in front, and then counts more', () => {
  for (const name of names) {
    const said = readAttribution({ [`gc_${name}`]: 'ours', [name]: 'theirs' });
    assert.ok([said.source, ...Object.values(said.campaign)].includes('ours'), name);
    assert.deepEqual(
      readAttribution({ [`gc_${name}`]: '\u200b', [name]: 'theirs' }),
      readAttribution({ [name]: 'theirs' }),
    );
  }
});

test('what only we write: signature, short link, page, host before it, first touch', () => {
  const { gc_page, ...others } = ours;
  assert.deepEqual(readAttribution({ ...others, gc_page: 'www.maple.example:8443/plans/' }), {
    campaign: {},
    signature: { mac: ours.gc_signature, expires: 1_900_000_000 },
    link: 'bk7qxdh',
    page: 'www.maple.example:8443/plans/',
    referrer: 'www.search.example',
    first: { at: 1_790_000_000_000, source: 'zillow', campaign: { utm_campaign: 'spring' } },
  });
  for (const name of Object.keys(ours))
    assert.deepEqual(readAttribution({ [name.slice(3)]: ours[name] }), { campaign: {} }, name);
});

test('what we would never have written is not read', () => {
  const wrong = [
    { gc_signature: 'short' },
    { gc_signature: `${ours.gc_signature}=` },
    { gc_expires: '1900000000' },
    { gc_link: 'a/b' },
    { gc_page: 'https://a.example/?email=ana' },
    { gc_page: 'a.example/plans?email=ana' },
    { gc_referrer: 'a.example/private' },
    { gc_first_at: '1790000000000' },
    { gc_first_source: 'zillow' },
    { gc_first_at: '-1', gc_first_source: 'zillow' },
    { gc_first_at: '1', gc_first_gclid: 'x' },
  ];
  for (const query of wrong) assert.deepEqual(readAttribution(query), { campaign: {} });
  assert.deepEqual(readAttribution({ ...ours, gc_expires: '01' }).signature, { mac: ours.gc_signature });
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
