import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { test } from 'node:test';
import { mendAddress } from './mend-address.ts';

const mended = (url: string) => {
  const request = { url } as IncomingMessage;
  assert.equal(mendAddress(request, {} as ServerResponse), undefined);
  return request.url;
};

test('an address that cannot be decoded leads nowhere, any other where it led', () => {
  for (const url of ['/p/%ff', '/embed/%ff?lang=es', '/status/%', '/%E0%A4%A', '/p/a%2'])
    assert.equal(mended(url), '/nowhere');
  for (const url of ['/', '/p/maple-court?notes=100%', '/p/%C3%A9?%ff', '/p/a%20b'])
    assert.equal(mended(url), url);
});
