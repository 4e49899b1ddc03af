import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptsGzip, readFormRequest, startPath } from './form-request.ts';

const read = (url: string, headers = {}, method = 'GET') => readFormRequest({ method, url, headers });

test('a form page with what its link says', () => {
  assert.deepEqual(read('/p/maple-court'), { wants: 'page', slug: 'maple-court', query: {} });
  assert.deepEqual(read('/p/maple-court?lang=es&src=a%20b&src=c&__proto__=x', {}, 'HEAD'), {
    wants: 'page',
    slug: 'maple-court',
    query: { lang: 'es', src: ['a b', 'c'] },
  });
});

test('the script that starts a version of a page', () => {
  const path = startPath('maple-court', 'pt-br', 'abcdefghij_-ABCDEFGHIJ');
  assert.deepEqual(read(path), { wants: 'start', slug: 'maple-court', language: 'pt-br' });
});

const nexts: [string, object?, string?][] = [
  ['/'],
  ['/p/'],
  ['/p/Maple'],
  ['/p/maple-court/'],
  ['/p/maple-court/more'],
  ['/p/maple%2Dcourt'],
  ['/p/maple-court/start-en-short.js'],
  ['/p/maple-court', {}, 'POST'],
  ['/p/maple-court', { rsc: '1' }],
  ['/p/maple-court?_rsc=x', { 'next-router-state-tree': '' }],
  ['/status/maple-court'],
];

for (const [url, headers, method] of nexts)
  test(`${method ?? 'GET'} ${url} ${JSON.stringify(headers ?? {})} is Next's`, () => {
    assert.equal(read(url, headers, method), undefined);
  });

const encodings: [string | undefined, boolean][] = [
  ['gzip', true],
  ['br, GZIP;q=0.5', true],
  ['*', true],
  ['deflate, gzip;q=0', false],
  ['gzip; q=0.000', false],
  ['gzip;q=0.001', true],
  ['x-gzipped', false],
  ['br', false],
  ['', false],
  [undefined, false],
];

for (const [header, accepted] of encodings)
  test(`Accept-Encoding: ${header} ${accepted ? 'takes' : 'does not take'} gzip`, () => {
    assert.equal(acceptsGzip(header), accepted);
  });
