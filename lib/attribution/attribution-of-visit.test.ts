import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributionOfVisit } from './attribution-of-visit.ts';

const host = 'leads.example';
const of = (place: 'page' | 'embed', referer: string | undefined, query = {}) =>
  attributionOfVisit({ place, query, referer, host });

test('another website before the page is its referrer, around a frame it is the page', () => {
  const campaign = { utm_source: 'google' };
  assert.deepEqual(of('page', 'https://www.google.com/', campaign), { campaign, referrer: 'www.google.com' });
  assert.deepEqual(of('embed', 'https://www.maplecourt.example/', {}), {
    campaign: {},
    page: 'www.maplecourt.example',
  });
});

test('what the script on the website says is more than what the browser says', () => {
  const query = { gc_page: 'www.maplecourt.example/contact', gc_referrer: 'google.com' };
  assert.deepEqual(of('embed', 'https://www.maplecourt.example/', query), {
    campaign: {},
    page: 'www.maplecourt.example/contact',
    referrer: 'google.com',
  });
});

test('our own pages, nothing and nonsense refer nobody', () => {
  for (const referer of [`http://${host}/p/maple-court`, undefined, '', 'about:blank', '::'])
    assert.deepEqual(of('page', referer), { campaign: {} });
});
