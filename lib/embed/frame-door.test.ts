import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { test } from 'node:test';
import type { Database } from '../database/connect.ts';
import { demoProperties } from '../property/demo-properties.ts';
import { sayWhoMayFrame } from './frame-door.ts';
import { previewToken } from './preview-token.ts';

const now = Date.UTC(2026, 2, 2, 17);
const secret = 'a secret of tests';
const own = ['https://www.maplecourt.example', 'http://localhost:8080'];
const away = { db: { selectFrom: () => assert.fail('the database is away') } } as unknown as Database;
const [maple, other] = demoProperties();
assert.ok(maple && other);
const properties = [
  { ...maple, embed_origins: own },
  { ...other, embed_origins: [] },
];
const token = previewToken(secret, maple.slug, now);
const preview = `preview=${token}`;

/** Who may frame the answer to this request, while the database is away, and which foreign websites were noted. */
async function ask(url: string, headers: Record<string, string> = {}, method = 'GET') {
  const noted: string[] = [];
  const said: Record<string, unknown> = {};
  const door = sayWhoMayFrame(
    {
      database: away,
      properties,
      secret,
      environment: { appUrl: 'https://forms.example', deliveryTimeScale: 1 },
      log: { error() {} },
    } as never,
    (slug, origin) => noted.push(`${slug} ${origin}`),
    () => now,
  );
  const request = { url, method, headers: { host: 'localhost:3000', ...headers } };
  const response = { setHeader: (name: string, value: string) => Object.assign(said, { [name]: value }) };
  const kept = door(request as unknown as IncomingMessage, response as unknown as ServerResponse);
  assert.equal(await kept, kept ? false : undefined, 'the answer is somebody else’s');
  const [ancestors] = String(said['content-security-policy']).split(';');
  return { ancestors: ancestors?.replace('frame-ancestors ', ''), noted, request };
}

const slug = maple.slug;

test('the property’s own websites, and only where its form is framed', async () => {
  assert.equal((await ask(`/embed/${slug}?source=a`)).ancestors, own.join(' '));
  assert.equal((await ask(`/embed/${slug}`, {}, 'POST')).ancestors, own.join(' '));
  assert.equal((await ask(`/api/leads/${slug}?gc_place=embed`, {}, 'POST')).ancestors, own.join(' '));
  for (const url of ['/', `/p/${slug}`, `/embed/${other.slug}`, '/embed/nowhere', `/api/leads/${slug}`])
    assert.equal((await ask(url)).ancestors, "'none'", url);
});

test('nobody’s, when it cannot be known whose', async () => {
  assert.equal((await ask('/embed/status/abc')).ancestors, "'none'");
});

test('our own pages with a token of this property, also from the page before', async () => {
  assert.equal((await ask(`/embed/${slug}?${preview}`)).ancestors, `${own.join(' ')} 'self'`);
  const referer = `http://localhost:3000/embed/${slug}?${preview}`;
  assert.equal((await ask(`/embed/${slug}?lang=es`, { referer })).ancestors, `${own.join(' ')} 'self'`);
  assert.equal((await ask(`/embed/${other.slug}?${preview}`)).ancestors, "'none'");
  assert.equal((await ask(`/p/${slug}?${preview}`)).ancestors, "'none'");
});

const chrome =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const framed = { 'user-agent': chrome, 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' };

test('a website that is not on the list is noted, our own pages are not', async () => {
  const noted = async (referer: string, url = `/embed/${slug}`, method = 'GET') =>
    (await ask(url, { ...framed, referer }, method)).noted;
  assert.deepEqual(await noted('https://elsewhere.example/'), [`${slug} https://elsewhere.example`]);
  const known = [...own, 'https://forms.example', 'http://localhost:3000', 'https://localhost:3000'];
  for (const origin of known) assert.deepEqual(await noted(`${origin}/`), [], origin);
  assert.deepEqual(await noted('https://elsewhere.example/', '/embed/nowhere'), []);
  assert.deepEqual(await noted('https://elsewhere.example/', `/embed/${slug}`, 'POST'), []);
  assert.deepEqual(await noted('https://elsewhere.example/', `/p/${slug}`), []);
});

test('nothing is noted of a website that does not say which it is, nor of what is no browser', async () => {
  const asked = { ...framed, referer: 'https://elsewhere.example/' };
  const noted = async (headers: Record<string, string>) =>
    (await ask(`/embed/${slug}`, headers)).noted.length;
  assert.equal(await noted({ ...asked, 'sec-fetch-site': 'same-site' }), 1);
  assert.equal(await noted(framed), 0, 'an allowed website may send no referrer');
  assert.equal(await noted({ ...asked, 'user-agent': 'curl/8.10.1' }), 0);
  assert.equal(await noted({ ...asked, 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }), 0);
  assert.equal(await noted({ ...asked, 'sec-purpose': 'prefetch' }), 0);
  assert.equal(await noted({ ...asked, 'sec-fetch-site': 'none' }), 0);
  const { 'sec-fetch-site': _, ...unsaid } = asked;
  assert.equal(await noted(unsaid), 0);
});

test('Next’s configuration is told that this was said', async () => {
  assert.equal((await ask('/')).request.headers['x-guestcard-door' as never], 'open');
});
