import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { checkPort, explainPort } from './port.ts';

test('a taken port is refused with what to do, and accepted once it is free', async () => {
  const other = createServer().listen(0);
  await once(other, 'listening');
  const address = other.address();
  assert.ok(address && typeof address === 'object');
  await assert.rejects(checkPort(address.port), {
    name: 'StartError',
    message: new RegExp(`^Port ${address.port} is already in use\\. .* PORT=\\d+ npm start$`),
  });
  other.close();
  await once(other, 'close');
  await checkPort(address.port);
});

test('the other port it offers is one that can be used', () => {
  const offer = (port: number, code: string) =>
    explainPort(port, Object.assign(new Error(), { code })).message;
  assert.match(offer(3000, 'EADDRINUSE'), /PORT=3001 /);
  assert.match(offer(65_535, 'EADDRINUSE'), /PORT=3000 /);
  assert.match(offer(80, 'EACCES'), /PORT=8080 /);
});
