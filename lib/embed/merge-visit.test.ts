import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attributionKeys, readAttribution } from '../attribution/read-attribution.ts';
import { mergeVisit } from './merge-visit.ts';

const merged = (address: string, around: string, preset?: string) => {
  const { search, changed } = mergeVisit(address, around, preset);
  return [search, changed];
};

test('a campaign that led to the page takes the place of what the website has put into its frame, all of it', () => {
  assert.deepEqual(merged('?source=website&utm_campaign=always&lang=es', 'utm_source=google&gclid=EAIa'), [
    'lang=es&utm_source=google&gclid=EAIa',
    true,
  ]);
});

test('a page that says nothing leaves the frame as it is', () => {
  assert.deepEqual(merged('?source=website', ''), ['source=website', false]);
  assert.deepEqual(merged('?source=website', 'gc_page=www.maple.example/contact&gc_referrer=bing.com'), [
    'source=website&gc_page=www.maple.example%2Fcontact&gc_referrer=bing.com',
    false,
  ]);
});

test('click ids are added to what the frame says', () => {
  assert.deepEqual(merged('?source=website', 'gclid=EAIa'), ['source=website&gclid=EAIa', true]);
});

test('a signed link in the frame gives way to nothing', () => {
  const signed = '?source=zillow&gc_signature=abcdefghijkl&gc_expires=9';
  assert.deepEqual(merged(signed, 'source=evil&utm_campaign=x&gclid=EAIa'), [
    'source=zillow&gc_signature=abcdefghijkl&gc_expires=9&gclid=EAIa',
    true,
  ]);
});

test('a signed link that led to the page comes whole', () => {
  assert.deepEqual(merged('?source=website', 'source=zillow&gc_signature=abcdefghijkl'), [
    'source=zillow&gc_signature=abcdefghijkl',
    true,
  ]);
});

test('the website’s own source is for those who came by none', () => {
  assert.deepEqual(merged('', '', 'banner'), ['source=banner', true]);
  assert.deepEqual(merged('', 'utm_campaign=fall', 'banner'), ['source=banner&utm_campaign=fall', true]);
  assert.deepEqual(merged('', 'utm_source=google', 'banner'), ['utm_source=google', true]);
  assert.deepEqual(merged('', 'ref=partner', 'banner'), ['source=partner', true]);
});

test('told once, it changes nothing more', () => {
  const { search } = mergeVisit(
    '?source=website&theme=dark',
    'utm_source=google&gc_page=a.example/',
    'banner',
  );
  assert.deepEqual(merged(search, 'utm_source=google&gc_page=a.example/', 'banner'), [search, false]);
});

const queries = fc
  .array(fc.tuple(fc.constantFrom(...attributionKeys, 'lang', 'color'), fc.stringMatching(/^[\w -]{0,40}$/)))
  .map((entries) => new URLSearchParams(entries).toString());
const read = (query: string) => {
  const all: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) all[name] ??= value;
  // The first touch is not the page's to tell.
  const { first: _, ...attribution } = readAttribution(all);
  return attribution;
};

test('where the page says nothing, the server reads the same before and after, from address and fields', () => {
  fc.assert(
    fc.property(queries, (address) => {
      const { search, fields, changed } = mergeVisit(address, '');
      assert.deepEqual(read(search), read(address));
      assert.deepEqual(read(new URLSearchParams(fields).toString()), read(address));
      assert.equal(changed, false);
    }),
  );
});

test('whatever is said, the server reads one link as a whole: the frame’s or the page’s', () => {
  fc.assert(
    fc.property(queries, queries, (address, around) => {
      const { search } = mergeVisit(address, around);
      const link = (query: string) => {
        const { source, campaign, signature, link } = read(query);
        const utm = Object.entries(campaign).filter(([name]) => name.startsWith('utm_'));
        return JSON.stringify([source, Object.fromEntries(utm), signature, link]);
      };
      assert.ok([link(address), link(around)].includes(link(search)));
    }),
  );
});
