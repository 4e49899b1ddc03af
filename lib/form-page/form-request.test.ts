import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptsGzip, readFormRequest, startPath } from './form-request.ts';

const read = (url: string, headers = {}, method = 'GET') => readFormRequest({ method, url, headers });

test('a form page with what its link says', () => {
  const wanted = { wants: 'page', place: 'page', slug: 'maple-court', query: {}, scheme: undefined };
  assert.deepEqual(read('/p/maple-court'), wanted);
  assert.deepEqual(read('/embed/maple-court?theme=dark'), {
    ...wanted,
    place: 'embed',
    query: { theme: 'dark' },
    scheme: 'dark',
  });
  assert.deepEqual(read('/p/maple-court?lang=es&src=a%20b&src=c&__proto__=x&theme=red', {}, 'HEAD'), {
    ...wanted,
    query: { lang: 'es', src: ['a b', 'c'], theme: 'red' },
  });
});

test('the script that starts a version of a page', () => {
  for (const place of ['page', 'embed'] as const)
    for (const scheme of [undefined, 'dark', 'auto'] as const) {
      const address = { place, slug: 'maple-court', language: 'pt-br', scheme };
      const path = startPath(address, 'abcdefghij_-ABCDEFGHIJ');
      assert.deepEqual(read(path), { wants: 'start', ...address });
    }
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
  ['/p/maple-court?source=zillow&bedrooms=2'],
  ['/p/maple-court?gc_email=ana@example.com', {}, 'HEAD'],
  ['/status/maple-court'],
  ['/embed/status/maple-court'],
  ['/embed.js'],
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
