import assert from 'node:assert/strict';
import { test } from 'node:test';
import { framedPage } from './framed-page.ts';

test('the embedded form, its status, and what the endpoint answers to it', () => {
  assert.deepEqual(framedPage('/embed/maple-court?source=a?b'), { slug: 'maple-court' });
  assert.deepEqual(framedPage('/embed/status/abc_-1?lang=es'), { receipt: 'abc_-1' });
  assert.deepEqual(framedPage('/api/leads/maple-court?lang=es&gc_place=embed'), { slug: 'maple-court' });
});

test('nothing else', () => {
  const others = [
    '/',
    '/embed',
    '/embed.js',
    '/embed/',
    '/embed/maple-court/',
    '/embed/maple-court/start-en-abcdefghij_-ABCDEFGHIJ.js',
    '/embed/%6daple-court',
    '/p/maple-court',
    '/p/maple-court?gc_place=embed',
    '/status/abc',
    '/api/leads/maple-court',
    '/api/leads/maple-court?gc_place=page',
    '/staff/embed/maple-court',
  ];
  for (const url of others) assert.equal(framedPage(url), undefined, url);
});
