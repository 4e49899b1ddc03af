import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type TestContext, test } from 'node:test';
import type { Database } from '../database/connect.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { answerFormPages } from './answer-form-page.ts';

const away = { db: { selectFrom: () => assert.fail('the database is away') } } as unknown as Database;

/** A form page as Next renders it, in few words. */
const page = (word: string) =>
  `<html><style>.a{}</style><div id="visit"></div><script id="early">early()</script>${word}<script>data("${word}")</script><script src="/c.js"></script></html>`;

/** A server with the doorkeeper in front of something that renders like Next, while the database is away. */
async function open(t: TestContext) {
  const properties: Property[] = demoProperties();
  const clock = { now: Date.UTC(2026, 2, 2, 17) };
  const rendered: string[] = [];
  const errors: unknown[] = [];
  const next: { render(response: ServerResponse, path: string): void } = {
    render: (response, path) => response.end(page(path)),
  };
  const keep = answerFormPages(
    {
      database: away,
      properties,
      secret: 'a secret of tests',
      log: { error: (facts: { err: unknown }) => errors.push(facts.err) } as never,
    },
    () => clock.now,
  );
  const server = createServer((request, response) => {
    const behind = () => {
      rendered.push(request.url ?? '');
      response.setHeader('referrer-policy', 'same-origin');
      next.render(response, request.url ?? '');
    };
    const kept = keep(request, response);
    if (!kept) return behind();
    kept.then((answered) => {
      if (!answered) behind();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  t.after(() => server.closeAllConnections());
  const { port } = server.address() as { port: number };
  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'accept-language': 'en', ...headers },
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  return { ask, rendered, errors, next, properties, clock };
}

const startOf = (text: string) => / data-start="([^"]+)"/.exec(text)?.[1] ?? assert.fail(text);
const idOf = (text: string) => /name="submission_id" value="([^"]+)"/.exec(text)?.[1] ?? assert.fail(text);

test('two first visitors at once: rendered once; each has an id and an origin of their own, and no scripts', async (t) => {
  const { ask, rendered } = await open(t);
  const [one, other] = await Promise.all([
    ask('/p/maple-court?utm_source=one'),
    ask('/p/maple-court?source=zillow&utm_source=other'),
  ]);
  assert.deepEqual(rendered, ['/p/maple-court?lang=en']);
  assert.notEqual(idOf(one.text), idOf(other.text));
  assert.ok(one.text.includes('name="utm_source" value="one"'));
  assert.ok(other.text.includes('name="source" value="zillow"'));
  assert.equal(one.text.includes('data('), false);
  assert.equal(one.headers.get('cache-control'), 'no-store');
  assert.equal(one.headers.get('referrer-policy'), 'same-origin');
  assert.match(
    one.headers.get('content-security-policy') ?? '',
    /^default-src 'none'; script-src 'self' 'sha256-/,
  );
  const start = await ask(startOf(one.text));
  assert.match(start.text, /^data\(.*\);\nloadScripts\(\["\/c\.js"\]\)$/);
  assert.match(start.headers.get('cache-control') ?? '', /immutable/);
  assert.equal(rendered.length, 1);
});

test('HEAD, and a client that takes no compression', async (t) => {
  const { ask } = await open(t);
  const head = await ask('/p/maple-court', { 'accept-encoding': 'identity' }, 'HEAD');
  assert.equal(head.text, '');
  assert.equal(head.headers.get('content-encoding'), null);
  const { text } = await ask('/p/maple-court', { 'accept-encoding': 'identity' });
  assert.equal(head.headers.get('content-length'), String(text.length));
});

test('one for each language, as the link or the browser asks for it', async (t) => {
  const { ask, rendered } = await open(t);
  await ask('/p/maple-court', { 'accept-language': 'es-MX' });
  await ask('/p/maple-court?lang=es');
  await ask('/p/maple-court?lang=en', { 'accept-language': 'es-MX' });
  assert.deepEqual(rendered, ['/p/maple-court?lang=es', '/p/maple-court?lang=en']);
});

test('rendered anew when the property changes, and when its day does; scripts of pages still open are kept', async (t) => {
  const { ask, rendered, properties, clock, next } = await open(t);
  const texts = ['first', 'second', 'third'];
  next.render = (response) => void response.end(page(texts[rendered.length - 1] ?? ''));
  const first = await ask('/p/maple-court');
  Object.assign(properties, { 0: { ...properties[0], phone: '+1 415 555 0199' } });
  const second = await ask('/p/maple-court');
  assert.match(second.text, /second/);
  // Midnight in California.
  clock.now = Date.UTC(2026, 2, 3, 8);
  assert.match((await ask('/p/maple-court')).text, /third/);
  assert.match((await ask(startOf(first.text))).text, /^data\("first"\)/);
  assert.equal(rendered.length, 3);
});

test('a script that another replica named is found under the same name; one of another version is Next’s to refuse', async (t) => {
  const [one, other] = [await open(t), await open(t)];
  const path = startOf((await one.ask('/p/maple-court')).text);
  assert.match((await other.ask(path)).text, /loadScripts/);
  assert.deepEqual(other.rendered, ['/p/maple-court?lang=en']);
  const wrong = [path.replace(/.{22}\.js$/, `${'x'.repeat(22)}.js`), path.replace('-en-', '-xx-')];
  for (const unknown of wrong) await other.ask(unknown);
  assert.deepEqual(other.rendered.slice(1), wrong);
});

const unfit: Record<string, (response: ServerResponse) => void> = {
  'with an error': (response) => void response.writeHead(503).end(page('not now')),
  'with a cookie': (response) => void response.setHeader('set-cookie', 'a=b').end(page('cookie')),
  'with another page': (response) => void response.end('<p>another page</p>'),
  'with half a page': (response) => {
    response.write('<html>');
    setImmediate(() => response.destroy());
  },
};

for (const [how, render] of Object.entries(unfit))
  test(`Next answers ${how}: visitors get its own answers for a while, then it is tried again`, async (t) => {
    const { ask, rendered, errors, next, clock } = await open(t);
    const wellRendered = next.render;
    next.render = (response, path) =>
      path.includes('lang=') ? render(response) : void response.end('from Next');
    assert.equal((await ask('/p/maple-court')).text, 'from Next');
    assert.equal((await ask('/p/maple-court')).text, 'from Next');
    assert.equal(rendered.filter((path) => path.includes('lang=')).length, 1);
    assert.equal(errors.filter((error) => !/database/.test(String(error))).length, 1);
    next.render = wellRendered;
    clock.now += 5_000;
    assert.match((await ask('/p/maple-court')).text, /data-start/);
  });

test('a place that there is not is Next’s', async (t) => {
  const { ask, rendered } = await open(t);
  await ask('/p/no-such-place');
  assert.deepEqual(rendered, ['/p/no-such-place']);
});
