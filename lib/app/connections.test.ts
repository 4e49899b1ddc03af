import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { test } from 'node:test';
import { trackConnections } from './connections.ts';

test('after the announcement every answer is the last on its connection, also one under way; new ones are taken', async (t) => {
  const waiting: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/slow') waiting.push(response);
    else response.end('answer');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.closeAllConnections());
  const { port } = server.address() as { port: number };
  const connections = trackConnections(port);
  const agent = new Agent({ keepAlive: true });
  t.after(() => agent.destroy());
  const ask = (path: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get({ port, host: '127.0.0.1', path, agent }, (answer) => resolve(answer.resume())).on('error', reject);
    });

  assert.equal((await ask('/')).headers.connection, 'keep-alive');
  const slow = ask('/slow');
  while (waiting.length === 0) await once(server, 'request');
  connections.announceEnd();
  waiting[0]?.end('late');
  assert.equal((await slow).headers.connection, 'close');
  assert.equal((await ask('/')).headers.connection, 'close');

  const unfinished = ask('/slow').then(
    () => 'answered',
    () => 'cut off',
  );
  await once(server, 'request');
  await connections.close(1);
  assert.equal(await unfinished, 'cut off');
  await assert.rejects(ask('/'), { code: 'ECONNREFUSED' });
});
