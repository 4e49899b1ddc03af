import { request } from 'node:http';
import { readActionIds } from '../lib/app/old-page.ts';
import { expect, test } from './fixtures/journey.ts';

interface Asked {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What really comes back, as bytes and headers: no browser in between that follows or mends anything. */
function ask(base: string, { path, method = 'GET', headers = {}, body = '' }: Asked) {
  return new Promise<{ status: number; ancestors: string; text: string; location: string }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(base);
      const asking = request({ hostname, port, path, method, headers, agent: false }, async (answer) => {
        const text = Buffer.concat(await answer.toArray()).toString();
        expect(answer.headers['x-frame-options']).toBeUndefined();
        const [, ancestors = 'not said'] =
          /frame-ancestors ([^;]*)/.exec(String(answer.headers['content-security-policy'])) ?? [];
        resolve({ status: answer.statusCode ?? 0, ancestors, text, location: answer.headers.location ?? '' });
      });
      asking.on('error', reject);
      asking.end(body);
    },
  );
}

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('every answer says whose frame it may be in: nobody’s, but for the embedded form and its status @javascript', async ({
  guestcard,
  websites: { own },
  email,
}) => {
  const answers = async (asked: Asked) => {
    const { status, ancestors } = await ask(guestcard.url, asked);
    return `${status} ${ancestors}`;
  };
  const [action = ''] = readActionIds();
  const refusedByNext = { 'content-type': 'text/plain', 'next-action': action, origin: 'null' };
  const large = { ...form, 'content-length': '1000000' };
  const post = { method: 'POST', headers: form };
  const page = await ask(guestcard.url, { path: '/p/maple-court' });
  const start = / data-start="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const chunk = /"(\/_next\/[^"]+\.js)/.exec((await ask(guestcard.url, { path: start })).text)?.[1] ?? '';
  const refusedToAll: [expected: number, asked: Asked][] = [
    [200, { path: '/' }],
    [200, { path: '/p/maple-court' }],
    [307, { path: '/p/maple-court', headers: { rsc: '1' } }],
    [200, { path: '/embed/foundry-lofts' }],
    [200, { path: start }],
    [200, { path: chunk }],
    [200, { path: '/icon.svg' }],
    [200, { path: '/embed.js' }],
    [200, { path: '/api/health' }],
    [200, { path: '/staff/sign-in' }],
    [307, { path: '/staff/leads' }],
    [308, { path: '/embed/maple-court/' }],
    [404, { path: '/p/nowhere' }],
    [404, { path: '/embed/nowhere' }],
    [404, { path: '/embed/status/nowhere' }],
    [404, { path: '/status/nowhere' }],
    [404, { path: '/api/status/nowhere' }],
    [404, { path: '/no/such/page' }],
    [404, { path: '/_next/static/nothing.js' }],
    [404, { path: '/p/%ff' }],
    [404, { path: '/embed/%ff' }],
    [422, { path: '/api/leads/maple-court', ...post }],
    [413, { path: '/p/maple-court', method: 'POST', headers: large, body: 'a'.repeat(1_000_000) }],
    [500, { path: '/p/maple-court', method: 'POST', headers: refusedByNext }],
  ];
  for (const [status, asked] of refusedToAll)
    expect(`${await answers(asked)} ${asked.path}`).toBe(`${status} 'none' ${asked.path}`);

  const notes = `Is there a home for ${email}?`;
  const lead = JSON.stringify({
    first_name: 'Ana',
    last_name: 'Cruz',
    email_1: email,
    gc_place: 'embed',
    notes,
  });
  const stored = await ask(guestcard.url, {
    path: '/api/leads/maple-court',
    method: 'POST',
    headers: json,
    body: lead,
  });
  const status = JSON.parse(stored.text).status_url.slice(guestcard.url.length);
  expect(status).toContain('/embed/status/');
  const forTheirWebsite: [expected: number, asked: Asked][] = [
    [200, { path: '/embed/maple-court' }],
    [200, { path: '/embed/maple-court', method: 'HEAD' }],
    [200, { path: '/embed/maple-court?lang=es&theme=dark' }],
    [307, { path: '/embed/maple-court', headers: { rsc: '1' } }],
    [200, { path: status }],
    [307, { path: '/embed/maple-court', ...post }],
    [422, { path: '/api/leads/maple-court?gc_place=embed', ...post }],
    [413, { path: '/embed/maple-court', method: 'POST', headers: large, body: 'a'.repeat(1_000_000) }],
    [
      500,
      {
        path: '/embed/maple-court',
        method: 'POST',
        headers: refusedByNext,
      },
    ],
  ];
  for (const [status, asked] of forTheirWebsite)
    expect(`${await answers(asked)} ${asked.path}`).toBe(`${status} ${own.origin} ${asked.path}`);
  const release = guestcard.blockDatabase();
  const body = new URLSearchParams(JSON.parse(lead)).toString().replace('Ana', 'Eva');
  const later = { path: '/api/leads/maple-court?gc_place=embed', ...post, body };
  expect(await answers(later)).toBe(`503 ${own.origin}`);
  release();
});
