import assert from 'node:assert/strict';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { type ExchangeRequest, exchange } from './exchange.ts';

async function listen(t: TestContext, server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const http = async (t: TestContext, onRequest: RequestListener) =>
  new URL(`http://${await listen(t, createHttpServer(onRequest))}/v1/leads/`);

/** A server that speaks bytes: `onData` is called with each piece that arrives. */
const bytes = async (t: TestContext, onData: (socket: Socket, text: string) => void) =>
  listen(
    t,
    createServer((socket) => socket.on('data', (piece) => onData(socket, piece.toString('latin1')))),
  );

const send = (url: URL | string, more: Partial<ExchangeRequest> = {}) =>
  exchange({
    method: 'POST',
    url: new URL(url),
    headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
    body: '{"first_name":"Zoë"}',
    connectTimeoutMs: 10_000,
    totalTimeoutMs: 10_000,
    ...more,
  });

test('an answer is handed over with its status, headers and body', async (t) => {
  const seen: unknown[] = [];
  const url = await http(t, async (request, response) => {
    let text = '';
    for await (const piece of request) text += piece;
    seen.push(
      request.method,
      request.url,
      request.headers.authorization,
      request.headers['content-length'],
      text,
    );
    response.writeHead(422, { 'x-ratelimit-remaining': '3' });
    response.write('{"é":');
    response.end('"ü"}');
  });
  const result = await send(url);
  assert.ok(result.kind === 'answer');
  assert.equal(result.status, 422);
  assert.equal(result.headers['x-ratelimit-remaining'], '3');
  assert.equal(result.body, '{"é":"ü"}');
  assert.equal(result.bodyComplete, true);
  assert.deepEqual(seen, ['POST', '/v1/leads/', 'Bearer token', '21', '{"first_name":"Zoë"}']);
});

test('a connection that is refused proves that nothing was sent', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const result = await send(`http://127.0.0.1:${port}/`);
  assert.equal(result.kind, 'no_connection');
  assert.equal(result.kind === 'no_connection' && result.reason, 'ECONNREFUSED');
});

test('a connection that is reset after the request proves nothing', async (t) => {
  const host = await bytes(t, (socket) => socket.resetAndDestroy());
  const result = await send(`http://${host}/`);
  assert.equal(result.kind, 'no_answer');
  assert.equal(result.kind === 'no_answer' && result.reason, 'ECONNRESET');
});

test('a connection that is closed without an answer proves nothing', async (t) => {
  const host = await bytes(t, (socket) => socket.end());
  assert.equal((await send(`http://${host}/`)).kind, 'no_answer');
});

test('an answer that is no HTTP proves nothing', async (t) => {
  const host = await bytes(t, (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
  const result = await send(`http://${host}/`);
  assert.equal(result.kind, 'no_answer');
  assert.match(result.kind === 'no_answer' ? result.reason : '', /^HPE_/);
});

test('a server that takes the request and stays silent is waited for until the time is up', async (t) => {
  const requests: string[] = [];
  const host = await bytes(t, (_, text) => requests.push(text));
  const result = await send(`http://${host}/`, { totalTimeoutMs: 200 });
  assert.equal(result.kind, 'no_answer');
  assert.equal(result.kind === 'no_answer' && result.reason, 'TIMEOUT');
  assert.match(requests.join(''), /^POST \/ HTTP\/1\.1\r\n/);
});

test('an answer that does not end in time is none', async (t) => {
  const url = await http(t, (_, response) => {
    response.writeHead(200);
    response.write('{"meta":{"job_id":');
  });
  const result = await send(url, { totalTimeoutMs: 200 });
  assert.equal(result.kind === 'no_answer' && result.reason, 'TIMEOUT');
});

test('a connection that is not secured in time proves that nothing was sent', async (t) => {
  const seen: string[] = [];
  const host = await bytes(t, (_, text) => seen.push(text));
  for (const limit of [{ connectTimeoutMs: 50 }, { totalTimeoutMs: 50 }]) {
    const result = await send(`https://${host}/`, limit);
    assert.equal(result.kind === 'no_connection' && result.reason, 'CONNECT_TIMEOUT');
  }
  assert.doesNotMatch(seen.join(''), /HTTP|token|first_name/);
});

test('a server without TLS behind https gets not one byte of the request', async (t) => {
  const seen: string[] = [];
  const host = await bytes(t, (socket, text) => {
    seen.push(text);
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  });
  assert.equal((await send(`https://${host}/`)).kind, 'no_connection');
  assert.doesNotMatch(seen.join(''), /HTTP|token|first_name/);
});

test('the time to connect does not limit the time to answer', async (t) => {
  // The answer waits for the connect limit to pass, on the same clock.
  const url = await http(t, (_, response) => void setTimeout(() => response.end('{}'), 300));
  assert.equal((await send(url, { connectTimeoutMs: 200 })).kind, 'answer');
});

for (const status of [301, 302, 303, 307, 308]) {
  test(`a ${status} is an answer and not followed: the token must not travel`, async (t) => {
    const paths: (string | undefined)[] = [];
    const url = await http(t, (request, response) => {
      paths.push(request.url);
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    const result = await send(url);
    assert.equal(result.kind === 'answer' && result.status, status);
    assert.deepEqual(paths, ['/v1/leads/']);
  });
}

test('an answer of 1 MB is read whole', async (t) => {
  const url = await http(t, (_, response) => response.end('x'.repeat(1_000_000)));
  const result = await send(url);
  assert.ok(result.kind === 'answer' && result.bodyComplete);
  assert.equal(result.body.length, 1_000_000);
});

test('of an endless answer hardly more than 1 MB is read, and it is incomplete', async (t) => {
  const closed = Promise.withResolvers<number>();
  const piece = Buffer.alloc(64 * 1024, 'x');
  const url = await http(t, (_, response) => {
    const { socket } = response;
    const pour = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.on('drain', pour).on('close', () => closed.resolve(socket?.bytesWritten ?? 0));
    pour();
  });
  const before = process.memoryUsage().arrayBuffers;
  const result = await send(url);
  assert.ok(result.kind === 'answer');
  assert.equal(result.bodyComplete, false);
  assert.equal(result.body.length, 0);
  assert.ok(process.memoryUsage().arrayBuffers - before < 10_000_000);
  // What the kernel holds between the two is poured too.
  assert.ok((await closed.promise) < 20_000_000);
});

test('an answer that breaks off is incomplete', async (t) => {
  for (const head of [
    'Content-Length: 100\r\n\r\n{"meta":',
    'Transfer-Encoding: chunked\r\n\r\n8\r\n{"meta":\r\n',
  ]) {
    const host = await bytes(t, (socket) => socket.end(`HTTP/1.1 200 OK\r\n${head}`));
    const result = await send(`http://${host}/`);
    assert.ok(result.kind === 'answer');
    assert.equal(result.status, 200);
    assert.equal(result.body, '{"meta":');
    assert.equal(result.bodyComplete, false);
  }
});

test('an answer that is reset in its body is incomplete', async (t) => {
  const url = await http(t, (_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('{"meta":', () => response.socket?.resetAndDestroy());
  });
  const result = await send(url);
  assert.equal(result.kind === 'answer' && result.bodyComplete, false);
});

test('every request has a connection of its own, closed when it is over', async (t) => {
  const ports: (number | undefined)[] = [];
  const closed: Promise<void>[] = [];
  const url = await http(t, (request, response) => {
    ports.push(request.socket.remotePort);
    closed.push(new Promise((resolve) => request.socket.once('close', () => resolve())));
    assert.equal(request.headers.connection, 'close');
    response.end('{}');
  });
  await send(url);
  await send(url, { method: 'GET' });
  await Promise.all([send(url), send(url)]);
  await Promise.all(closed);
  assert.equal(closed.length, 4);
  assert.equal(new Set(ports).size, 4);
});
