import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

test('the script for websites is 2 KB on its way', () => {
  const script = readFileSync(new URL('../../public/embed.js', import.meta.url));
  assert.ok(gzipSync(script).length <= 2_048, `${gzipSync(script).length} bytes`);
});
