import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { plainEndpoint, sendOldPageToEndpoint } from './old-page.ts';

const ours = `60${'ab'.repeat(20)}`;
const gone = `60${'cd'.repeat(20)}`;

/** As a browser sends React's form. */
function multipart(id: string, notes = 'two cats'): string {
  const part = (name: string, value: string) =>
    `------x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  return [
    part('$ACTION_REF_1', ''),
    part('$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`),
    part('$ACTION_1:1', '["maple-court",{}]'),
    part('notes', notes),
    '------x--\r\n',
  ].join('');
}

/** Sends the pieces one after the other and answers what stands behind the door found. */
async function post(
  context: TestContext,
  pieces: string[],
  { type = 'multipart/form-data; boundary=----x', path = '/p/maple-court', headers = {} } = {},
): Promise<{ url: string | undefined; body: string }> {
  let arrived = () => {};
  const server = createServer(async (incoming: IncomingMessage, outgoing) => {
    arrived();
    await sendOldPageToEndpoint(incoming, new Set([ours]));
    outgoing.end(JSON.stringify({ url: incoming.url, body: await text(incoming) }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const sending = request({
    port,
    path,
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    agent: false,
  });
  const atTheDoor = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  sending.flushHeaders();
  await atTheDoor;
  for (const piece of pieces) await new Promise((resolve) => sending.write(piece, resolve));
  sending.end();
  const [answer] = await once(sending, 'response');
  return JSON.parse(await text(answer));
}

test('a form of this build goes where it was sent, whole', async (context) => {
  const body = multipart(ours);
  assert.deepEqual(await post(context, [body]), { url: '/p/maple-court', body });
});

test('a form of another build goes to the plain endpoint, whole, with the campaign of its address', async (context) => {
  const body = multipart(gone);
  assert.deepEqual(await post(context, [body], { path: '/p/maple-court?lang=es' }), {
    url: '/api/leads/maple-court?lang=es',
    body,
  });
});

test('nothing is lost of a body that comes in pieces, with or without an announced length', async (context) => {
  const body = multipart(gone, 'm'.repeat(300_000));
  const cut = [40, 200, 5_000];
  const pieces = [0, ...cut].map((from, index) => body.slice(from, cut[index]));
  for (const headers of [{}, { 'content-length': body.length }]) {
    assert.deepEqual(await post(context, pieces, { headers }), { url: '/api/leads/maple-court', body });
  }
});

test('a form that names no action, or in a way that Next does not read, goes to the plain endpoint', async (context) => {
  const urlencoded = `%24ACTION_1%3A0=${encodeURIComponent(`{"id":"${ours}"`)}&notes=two+cats`;
  const type = 'application/x-www-form-urlencoded';
  assert.deepEqual(await post(context, [urlencoded], { type }), {
    url: '/api/leads/maple-court',
    body: urlencoded,
  });
  assert.equal((await post(context, ['------x--\r\n'])).url, '/api/leads/maple-court');
  assert.deepEqual(await post(context, []), { url: '/api/leads/maple-court', body: '' });
});

test('only what a browser sends from a form page by itself is looked at', () => {
  const endpoint = (method: string, url: string, headers = {}) => plainEndpoint({ method, url, headers });
  assert.equal(endpoint('POST', '/embed/maple-court'), '/api/leads/maple-court');
  assert.equal(endpoint('GET', '/p/maple-court'), undefined);
  assert.equal(endpoint('POST', '/p/maple-court', { 'next-action': gone }), undefined);
  assert.equal(endpoint('POST', '/staff/leads'), undefined);
  assert.equal(endpoint('POST', '/p/maple-court/../../staff'), undefined);
});
