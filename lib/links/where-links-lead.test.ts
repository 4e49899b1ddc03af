import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trustIn } from '../attribution/link-signature.ts';
import { readTrackedLink } from '../attribution/tracked-link.ts';
import type { Link } from './link.ts';
import { longLink, whereLinkLeads } from './where-links-lead.ts';

const now = Date.parse('2027-03-01T12:00:00Z');
const secret = 'a secret of tests';
const property = { slug: 'maple-court', embed_origins: ['https://www.maple.example'] };
const touch = { source: 'zillow', campaign: { utm_source: 'zillow', utm_campaign: 'spring & co' } };
const link: Link = {
  code: 'bk7qxdh',
  property: 'maple-court',
  label: 'Spring',
  touch,
  destination: undefined,
  expiresAt: undefined,
  retiredAt: undefined,
  createdBy: 'dana@example.com',
  createdAt: 0,
  visits: 0,
};
const lead = (changes: Partial<Link> = {}, search = '') =>
  whereLinkLeads({ ...link, ...changes }, property, { secret, now, search });
const trustOf = (address: string, at = now) =>
  trustIn(secret, 'maple-court', readTrackedLink(address).attribution, at);

test('to the form, with source and campaign, verified, and its own code', () => {
  const address = lead();
  assert.match(
    address,
    /^\/p\/maple-court\?source=zillow&utm_source=zillow&utm_campaign=spring%20%26%20co&gc_sig/,
  );
  assert.equal(readTrackedLink(address).attribution.link, 'bk7qxdh');
  assert.equal(trustOf(address), 'verified');
  assert.equal(trustOf(address, now + 10 * 365 * 86_400_000), 'verified');
});

test('what was signed for one short link is not verified as another', () => {
  assert.equal(trustOf(lead().replace('bk7qxdh', 'c2m4wxy')), 'self_declared');
});

test('one that expires is verified until then, also when it is sent again later', () => {
  const address = lead({ expiresAt: now + 60_500 });
  assert.equal(trustOf(address, now + 59_000), 'verified');
  assert.equal(trustOf(address, now + 61_000), 'self_declared');
});

test('retired or expired: to the plain form, in the language that was asked for', () => {
  assert.equal(lead({ retiredAt: now - 1 }), '/p/maple-court');
  assert.equal(lead({ expiresAt: now }, 'lang=es&utm_source=x&gclid=1'), '/p/maple-court?lang=es');
});

test('what a network or a mail program added goes along; a source that it names does not', () => {
  const address = lead({}, 'gclid=a%20b&lang=es&mc_cid=7&utm_medium=email&source=other&gc_signature=x');
  assert.match(address, /^\/p\/maple-court\?lang=es&mc_cid=7&source=zillow/);
  const { source, campaign } = readTrackedLink(address).attribution;
  assert.deepEqual({ source, campaign }, { source: 'zillow', campaign: { ...touch.campaign, gclid: 'a b' } });
  assert.equal(trustOf(address), 'verified');
});

test('to a page of the property’s own website, as long as it is one', () => {
  const destination = 'https://www.maple.example/contact?tab=2#form';
  assert.match(
    lead({ destination }, 'gclid=1'),
    /^https:\/\/www\.maple\.example\/contact\?tab=2&source=zillow&.*gclid=1.*#form$/,
  );
  assert.match(lead({ destination: 'https://other.example/' }), /^\/p\/maple-court\?source=/);
  assert.match(lead({ destination: 'javascript:alert(1)' }), /^\/p\/maple-court\?source=/);
});

test('the long link has our public address', () => {
  assert.match(
    longLink(link, property, { secret, appUrl: 'https://forms.example' }),
    /^https:\/\/forms\.example\/p\/maple-court\?source=zillow/,
  );
});
