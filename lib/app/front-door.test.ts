import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type TestContext, test } from 'node:test';
import { openFrontDoor } from './front-door.ts';

async function listen(t: TestContext, listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.closeAllConnections());
  t.after(() => server.close());
  const { port } = server.address() as { port: number };
  return { port, ask: async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text() };
}

test('the doorkeeper answers what it knows, from the first request on; everything else is answered behind it', async (t) => {
  const server = await listen(t, (_, response) => response.end('behind'));
  const other = await listen(t, (_, response) => response.end('another server'));
  openFrontDoor(server.port, ({ url }, response) => {
    if (url === '/not-mine') return undefined;
    return Promise.resolve().then(() => {
      if (url === '/after-all-not-mine') return false;
      response.end('in front');
      return true;
    });
  });
  assert.equal(await server.ask('/mine'), 'in front');
  assert.equal(await server.ask('/not-mine'), 'behind');
  assert.equal(await server.ask('/after-all-not-mine'), 'behind');
  assert.equal(await server.ask('/mine'), 'in front');
  assert.equal(await other.ask('/mine'), 'another server');
});
