import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsOfVisit } from './fields-of-visit.ts';

const property = { embed_origins: ['https://www.maplecourt.example'] };
const host = 'forms.example';
const fields = (place: 'page' | 'embed', query: Record<string, string>, referer?: string) =>
  Object.fromEntries(fieldsOfVisit(property, { place, query, referer, host }));

test('a form in a frame says which website it is on, when it is one of the property’s', () => {
  assert.deepEqual(fields('embed', { source: 'zillow' }, 'https://www.maplecourt.example/'), {
    source: 'zillow',
    gc_page: 'www.maplecourt.example',
    embed_origin: 'https://www.maplecourt.example',
  });
  assert.equal(fields('embed', {}, 'https://elsewhere.example/').embed_origin, undefined);
  assert.equal(fields('page', {}, 'https://www.maplecourt.example/').embed_origin, undefined);
});

test('whoever leaves the frame for the page keeps where they came from', () => {
  const frame = `https://${host}/embed/maple-court?source=zillow&utm_campaign=fall`;
  assert.deepEqual(fields('page', { lang: 'es' }, frame), { source: 'zillow', utm_campaign: 'fall' });
  assert.deepEqual(fields('page', { source: 'google' }, frame), { source: 'google', utm_campaign: 'fall' });
  assert.equal(fields('page', {}, 'https://elsewhere.example/embed/a?source=zillow').source, undefined);
});
