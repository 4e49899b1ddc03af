import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { plainEndpoint, sendOldPagesToEndpoint } from './old-page.ts';

const ours = `60${'ab'.repeat(20)}`;
const gone = `60${'cd'.repeat(20)}`;

const part = (name: string, value: string) =>
  `------x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

/** As a browser sends React's form. */
function multipart(id: string, notes = 'two cats'): string {
  return [
    part('$ACTION_REF_1', ''),
    part('$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`),
    part('$ACTION_1:1', '["maple-court",{}]'),
    part('notes', notes),
    '------x--\r\n',
  ].join('');
}

interface Sent {
  type?: string;
  path?: string;
  headers?: Record<string, string | number>;
}

/** Sends the pieces one after the other and answers what stands behind the door found, or where it was sent instead. */
async function post(context: TestContext, pieces: string[], sent: Sent = {}): Promise<unknown> {
  const { type = 'multipart/form-data; boundary=----x', path = '/p/maple-court', headers = {} } = sent;
  let arrived = () => {};
  const atTheDoor = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const server = createServer(async (incoming: IncomingMessage, outgoing) => {
    arrived();
    if (await sendOldPagesToEndpoint(new Set([ours]))(incoming, outgoing)) return;
    outgoing.end(JSON.stringify({ found: await text(incoming) }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const allHeaders = { 'content-type': type, ...headers };
  const sending = request({ port, path, method: 'POST', headers: allHeaders, agent: false });
  sending.flushHeaders();
  await atTheDoor;
  for (const piece of pieces) await new Promise((resolve) => sending.write(piece, resolve));
  sending.end();
  const [answer] = await once(sending, 'response');
  const body = await text(answer);
  return answer.statusCode === 200 ? JSON.parse(body) : [answer.statusCode, answer.headers.location];
}

const toEndpoint = [307, '/api/leads/maple-court'];

test('a form of this build goes on as it was sent', async (context) => {
  const body = multipart(ours);
  assert.deepEqual(await post(context, [body]), { found: body });
});

test('nothing is lost of a body that comes in pieces, with or without an announced length', async (context) => {
  const body = multipart(ours, 'm'.repeat(300_000));
  const cut = [40, 200, 5_000];
  const pieces = [0, ...cut].map((from, index) => body.slice(from, cut[index]));
  for (const headers of [{}, { 'content-length': body.length }]) {
    assert.deepEqual(await post(context, pieces, { headers }), { found: body });
  }
});

test('a form of another build is sent to the plain endpoint, with the campaign of its address', async (context) => {
  assert.deepEqual(await post(context, [multipart(gone)]), toEndpoint);
  assert.deepEqual(
    await post(context, [multipart(gone, 'm'.repeat(300_000))], { path: '/p/maple-court?source=zillow' }),
    [307, '/api/leads/maple-court?source=zillow'],
  );
});

test('so is one that names no action, or in a way that Next does not read', async (context) => {
  const bare = `${part('notes', `{"id":"${ours}"}`)}------x--\r\n`;
  assert.deepEqual(await post(context, [bare]), toEndpoint);
  assert.deepEqual(await post(context, []), toEndpoint);
  const urlencoded = `%24ACTION_1%3A0=${encodeURIComponent(`{"id":"${ours}"`)}&notes=two+cats`;
  assert.deepEqual(
    await post(context, [urlencoded], { type: 'application/x-www-form-urlencoded' }),
    toEndpoint,
  );
});

test('a form that Next would not believe to be ours goes to the endpoint, too', async (context) => {
  const answered = (headers: Record<string, string>) => post(context, [multipart(ours)], { headers });
  const host = 'forms.example';
  for (const origin of ['null', 'https://elsewhere.example', 'https://forms.example:8443'])
    assert.deepEqual(await answered({ host, origin }), toEndpoint, origin);
  const believed = { found: multipart(ours) };
  assert.deepEqual(await answered({ host, origin: `https://${host}` }), believed);
  const rewritten = { host: 'localhost:3000', origin: `https://${host}` };
  assert.deepEqual(await answered(rewritten), toEndpoint);
  assert.deepEqual(await answered({ ...rewritten, 'x-forwarded-host': `${host}, inner` }), believed);
});

test('only what a browser sends from a form page by itself is looked at', () => {
  const endpoint = (method: string, url: string, headers = {}) => plainEndpoint({ method, url, headers });
  assert.equal(endpoint('POST', '/embed/maple-court'), '/api/leads/maple-court?gc_place=embed');
  assert.equal(
    endpoint('POST', '/embed/maple-court?lang=es'),
    '/api/leads/maple-court?gc_place=embed&lang=es',
  );
  assert.equal(endpoint('GET', '/p/maple-court'), undefined);
  assert.equal(endpoint('POST', '/p/maple-court', { 'next-action': gone }), undefined);
  assert.equal(endpoint('POST', '/p/maple-court', { 'content-length': '900001' }), undefined);
  assert.equal(endpoint('POST', '/staff/leads'), undefined);
  assert.equal(endpoint('POST', '/p/maple-court/../../staff'), undefined);
});
