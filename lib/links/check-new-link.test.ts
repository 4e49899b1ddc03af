import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hostileText } from '../lead/test-forms.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { checkNewLink, linkFields } from './check-new-link.ts';

const [maple] = demoProperties().map((property) => ({
  ...property,
  embed_origins: ['https://www.maple.example'],
})) as [Property];
/** In the afternoon of March 1 at the property, which is March 2 in Europe. */
const now = Date.parse('2027-03-02T00:30:00Z');
const check = (values: object) =>
  checkNewLink({ property: maple.slug, source: 'zillow', ...values }, [maple], now);

test('what is needed is a source; the rest has defaults', () => {
  assert.deepEqual(check({ source: ' Zillow ', utm_campaign: 'spring' }).link, {
    property: maple.slug,
    label: 'Zillow, spring',
    touch: { source: 'Zillow', campaign: { utm_campaign: 'spring' } },
    destination: undefined,
    expiresAt: undefined,
  });
});

test('a source that the property does not have needs a tick, for exactly that word', () => {
  const refused = check({ source: 'flyer' });
  assert.match(refused.problems?.source ?? '', /no source called “flyer”. It has: zillow, /);
  assert.equal('unknown' in refused && refused.unknown, 'flyer');
  assert.equal(check({ source: 'flyer', anyway: 'flyer' }).link?.touch.source, 'flyer');
  assert.ok(check({ source: 'flyers', anyway: 'flyer' }).problems);
});

test('a page of the property’s own website, and of no other', () => {
  const own = 'https://www.maple.example/contact?tab=2#form';
  assert.equal(check({ destination: ` ${own} ` }).link?.destination, own);
  for (const destination of [
    'https://other.example/',
    'https://www.maple.example.evil.example/',
    'https://user@www.maple.example/',
    'http://www.maple.example/',
    'javascript:alert(1)',
    '/contact',
  ])
    assert.match(
      check({ destination }).problems?.destination ?? '',
      /starts with https:\/\/www\.maple/,
      destination,
    );
  const without = checkNewLink(
    { property: maple.slug, source: 'zillow', destination: own },
    [{ ...maple, embed_origins: [] }],
    now,
  );
  assert.match(without.problems?.destination ?? '', /No website is set up/);
});

test('it ends with its last day at the property', () => {
  assert.equal(check({ expires: '2027-03-01' }).link?.expiresAt, Date.parse('2027-03-02T08:00:00Z'));
  assert.ok(check({ expires: '2027-02-28' }).problems?.expires);
  assert.ok(check({ expires: '2027-02-30' }).problems?.expires);
});

test('everything that is wrong is told at once', () => {
  const { problems } = checkNewLink(
    { property: 'nowhere', label: 'x'.repeat(101), utm_term: 'x'.repeat(201) },
    [maple],
    now,
  );
  assert.deepEqual(Object.keys(problems ?? {}).toSorted(), ['label', 'property', 'source', 'utm_term']);
});

test('whatever is typed, it is a link or told what is wrong', () => {
  const values = fc.dictionary(fc.constantFrom(...linkFields, 'anyway'), hostileText);
  fc.assert(
    fc.property(values, (typed) => {
      const { link, problems } = check(typed);
      assert.ok(link ? link.label.isWellFormed() : Object.values(problems ?? {}).some(Boolean));
    }),
    { numRuns: 1_000 },
  );
});
