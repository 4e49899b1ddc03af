import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signLink, trustIn } from './link-signature.ts';

const touch = { source: 'zillow', campaign: { utm_campaign: 'spring', utm_medium: 'cpc' }, link: 'bk7qxdh' };
const now = Date.parse('2027-03-01T12:00:00Z');
const signed = (expires?: number) => ({
  ...touch,
  signature: signLink('secret', 'maple-court', touch, expires),
});

test('a link that we wrote is verified, also with the click id that a network adds', () => {
  assert.equal(trustIn('secret', 'maple-court', signed(), now), 'verified');
  const followed = { ...signed(), campaign: { ...touch.campaign, gclid: 'x1' } };
  assert.equal(trustIn('secret', 'maple-court', followed, now), 'verified');
});

test('whatever was changed, added or taken away, it is what somebody says', () => {
  const tampered = [
    { ...signed(), source: 'apartments' },
    { ...signed(), campaign: { ...touch.campaign, utm_campaign: 'summer' } },
    { ...signed(), campaign: { ...touch.campaign, utm_term: 'cheap' } },
    { ...signed(), campaign: { utm_campaign: 'spring' } },
    { ...signed(), link: 'c2m4wxy' },
    { source: touch.source, campaign: touch.campaign, signature: signed().signature },
    { ...signed(), signature: { mac: `${signed().signature.mac.slice(0, -1)}_` } },
    { ...signed(), signature: { mac: 'short' } },
    { ...touch, signature: { mac: signed(now / 1_000 + 60).signature.mac } },
    { ...signed(), signature: { ...signed().signature, expires: now / 1_000 + 60 } },
    touch,
  ];
  for (const attribution of tampered)
    assert.equal(trustIn('secret', 'maple-court', attribution, now), 'self_declared');
  assert.equal(trustIn('secret', 'foundry-lofts', signed(), now), 'self_declared');
  assert.equal(trustIn('other', 'maple-court', signed(), now), 'self_declared');
});

test('one without a short link’s code cannot be given one', () => {
  const plain = { source: 'zillow', campaign: {} };
  const long = { ...plain, signature: signLink('secret', 'maple-court', plain) };
  assert.equal(trustIn('secret', 'maple-court', long, now), 'verified');
  assert.equal(trustIn('secret', 'maple-court', { ...long, link: 'bk7qxdh' }, now), 'self_declared');
});

test('it expires', () => {
  const expires = now / 1_000 + 60;
  assert.equal(trustIn('secret', 'maple-court', signed(expires), now), 'verified');
  assert.equal(trustIn('secret', 'maple-court', signed(expires), now + 60_000), 'self_declared');
});

test('where no source is named there is nothing to trust', () => {
  assert.equal(trustIn('secret', 'maple-court', { campaign: { gclid: 'x1' } }, now), undefined);
});
