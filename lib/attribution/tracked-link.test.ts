import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hostileText } from '../lead/test-forms.ts';
import type { Attribution } from './campaign.ts';
import { signLink } from './link-signature.ts';
import { attributionKeys, readAttribution } from './read-attribution.ts';
import { readPrefill } from './read-prefill.ts';
import { buildTrackedLink, readTrackedLink } from './tracked-link.ts';

const value = fc.oneof(
  hostileText,
  fc.constantFrom(
    '100% off',
    '50%25',
    'a+b c',
    '🏠 & more',
    '#1?=',
    'ana+apts@mail.example',
    '+44 20 7123 4567',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const attribution = fc
  .dictionary(fc.constantFrom(...attributionKeys), value, { maxKeys: 10 })
  .chain((said) =>
    fc.tuple(
      fc.constant(said),
      fc.constantFrom(
        {},
        { gc_signature: signLink('s', 'p', { campaign: {} }).mac, gc_expires: '1900000000' },
      ),
      fc.constantFrom({}, { gc_link: 'bk7qxd', gc_page: 'a.example/plans', gc_referrer: 'b.example' }),
    ),
  )
  .map((parts): Attribution => readAttribution(Object.assign({}, ...parts)));
const prefill = fc
  .dictionary(
    fc.constantFrom(
      ...'first_name last_name email phone_1 move_in bedrooms max_rent lease_term floor_plan unit notes city question_pets'.split(
        ' ',
      ),
    ),
    fc.oneof(value, fc.constantFrom('2', '2027-03-01', 'ana+apts@mail.example', '+14155550134')),
  )
  .map((said) =>
    readPrefill(
      new URLSearchParams(Object.entries(said).map(([name, text]) => [name, text.toWellFormed()])).toString(),
    ),
  );
const language = fc.constantFrom('en', 'es', 'pt-br');
const others = fc.constantFrom(
  '',
  '?page_id=7',
  '?a=1&a=2&q=caf%C3%A9+au%20lait&bad=%E0%A4%A&flag&=x&&',
  '?utm_source=old&keep=%2B&gc_source=old&lead_source=old',
  '?next=https://a.example/?utm_source=x',
  '?lang=fr&bedrooms=3&email=old@mail.example',
);
const address = fc
  .tuple(
    fc.constantFrom('/p/maple-court', 'https://www.maple.example', 'https://www.maple.example/plans/'),
    others,
    fc.constantFrom('', '#floor-plans', '#/route?tab=1', '#top&first_name=Old'),
  )
  .map((parts) => parts.join(''));

test('built and read again, it says the same', () => {
  fc.assert(
    fc.property(address, attribution, prefill, language, (to, from, answers, lang) => {
      const link = buildTrackedLink(to, { attribution: from, prefill: answers, language: lang });
      assert.deepEqual(readTrackedLink(link), { attribution: from, prefill: answers, language: lang });
      if (URL.canParse(link)) assert.deepEqual(readTrackedLink(new URL(link).href).attribution, from);
    }),
    { numRuns: 3_000 },
  );
});

test('read and built again, it is the same link', () => {
  fc.assert(
    fc.property(address, attribution, prefill, language, (to, from, answers, lang) => {
      const link = buildTrackedLink(to, { attribution: from, prefill: answers, language: lang });
      assert.equal(buildTrackedLink(link, readTrackedLink(link)), link);
    }),
    { numRuns: 2_000 },
  );
});

test('what the address had of its own stays, to the letter', () => {
  const to =
    'https://a.example/x?q=caf%C3%A9+au%20lait&bad=%E0%A4%A&flag&=x&&utm_source=old&lang=fr#/tab?x=1';
  assert.equal(
    buildTrackedLink(to, { attribution: { source: 'zillow', campaign: { utm_source: 'a b' } } }),
    'https://a.example/x?q=caf%C3%A9+au%20lait&bad=%E0%A4%A&flag&=x&&lang=fr&source=zillow&utm_source=a%20b#/tab?x=1',
  );
});

test('what is about the person is behind the #, what they look for is not', () => {
  const link = buildTrackedLink('/p/maple-court#top', {
    attribution: { campaign: {} },
    prefill: {
      notes: 'Hi & bye',
      email_1: 'ana+apts@mail.example',
      phone_1: '+14155550134',
      question_pets: '2',
      unit_id: 'u1',
      desired_num_bedrooms: '0',
    },
    language: 'es',
  });
  assert.equal(
    link,
    '/p/maple-court?lang=es&bedrooms=0&unit=u1#top&email=ana%2Bapts%40mail.example&notes=Hi%20%26%20bye&phone=%2B14155550134&question_pets=2',
  );
});

test('of a name that comes several times the first value counts, as on the form page', () => {
  const { attribution, language } = readTrackedLink('/p/x?source=a&source=b&lang=es&lang=en');
  assert.deepEqual([attribution.source, language], ['a', 'es']);
});
