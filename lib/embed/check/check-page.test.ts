import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPage, readAddress } from './check-page.ts';
import { fetchPage } from './fetch-page.ts';
import { nearMiss } from './listed-origin.ts';

const appUrl = 'https://leads.example.com';
const site = 'https://www.maplecourt.example';
const property = { slug: 'maple-court', name: 'Maple Court', embed_origins: [site, 'https://maple.example'] };
const good = `<iframe data-guestcard src="${appUrl}/embed/maple-court" title="Contact"></iframe><script async src="${appUrl}/embed.js"></script>`;
const html = (body = good, init: ResponseInit = {}) =>
  new Response(body, { headers: { 'content-type': 'text/html' }, ...init });
const to = (location: string) => new Response(null, { status: 302, headers: { location } });
const ours = (headers: Record<string, string> = {}) =>
  html('', {
    headers: { 'content-security-policy': `frame-ancestors ${property.embed_origins.join(' ')}`, ...headers },
  });

/** Websites of a test, and which of their addresses were asked. */
function world(pages: Record<string, () => Response>, own = ours) {
  const asked: string[] = [];
  const fetch = async (url: URL) => {
    if (url.origin === appUrl) return own();
    asked.push(url.href);
    const page = pages[url.href];
    if (!page) throw new TypeError('fetch failed');
    return page();
  };
  return {
    asked,
    check: async (address: string) => {
      const { findings } = await checkPage(address, { property, appUrl, fetch });
      return findings.map(({ kind }) => kind).join(', ');
    },
    report: (address: string) => checkPage(address, { property, appUrl, fetch }),
  };
}

test('only listed websites are asked, wherever redirects lead', async () => {
  const { check, asked } = world({
    [`${site}/`]: () => html(),
    [`${site}/moved`]: () => to('/'),
    [`${site}/away`]: () => to('https://maple.example/here'),
    'https://maple.example/here': () => html(),
    [`${site}/inside`]: () => to('http://169.254.169.254/latest/meta-data'),
    [`${site}/scheme`]: () => to('file:///etc/passwd'),
    [`${site}/circle`]: () => to('/circle'),
  });
  for (const [address, expected] of [
    [`${site}/`, ''],
    ['www.maplecourt.example', ''],
    [`${site}/#contact`, ''],
    [`${site}/moved`, ''],
    [`${site}/away`, ''],
    [`${site}/inside`, 'redirected_elsewhere'],
    [`${site}/scheme`, 'redirected_elsewhere'],
    [`${site}/circle`, 'too_many_redirects'],
    ['http://www.maplecourt.example/', 'origin_not_listed'],
    ['https://www.maplecourt.example:8443/', 'origin_not_listed'],
    ['https://www.maplecourt.example.evil.example/', 'origin_not_listed'],
    ['http://localhost:3000/', 'origin_not_listed'],
    ['https://[::1]/', 'origin_not_listed'],
    ['https://user:secret@www.maplecourt.example/', 'no_address_given'],
    ['https://www.maplecourt.example@evil.example/', 'no_address_given'],
    ['javascript:alert(1)', 'no_address_given'],
    ['file:///etc/passwd', 'no_address_given'],
    ['our contact page', 'no_address_given'],
    ['', 'no_address_given'],
  ] as const)
    assert.equal(await check(address), expected, address);
  assert.ok(
    asked.every((url) => property.embed_origins.includes(new URL(url).origin)),
    asked.join(' '),
  );
});

test('what a website answers instead of the page', async () => {
  const status = (code: number) => () => html('', { status: code });
  const { check } = world({
    [`${site}/401`]: status(401),
    [`${site}/403`]: status(403),
    [`${site}/404`]: status(404),
    [`${site}/500`]: status(500),
    [`${site}/pdf`]: () => html('%PDF', { headers: { 'content-type': 'application/pdf' } }),
    [`${site}/long`]: () => html(`${' '.repeat(3_000_000)}${good}`),
  });
  for (const [path, expected] of [
    ['401', 'closed'],
    ['403', 'closed'],
    ['404', 'not_there'],
    ['500', 'not_there'],
    ['pdf', 'not_html'],
    ['gone', 'unreachable'],
    ['long', 'no_form'],
  ])
    assert.equal(await check(`${site}/${path}`), expected, path);
});

test('what stands in front of Guestcard and keeps the form out of every website', async () => {
  const page = { [`${site}/`]: () => html() };
  for (const [own, expected] of [
    [() => ours({ 'x-frame-options': 'SAMEORIGIN' }), 'own_frame_options'],
    [() => html(''), 'own_policy'],
    [() => ours({ 'content-security-policy': "frame-ancestors 'none'" }), 'own_policy'],
    [() => to('https://forms.example.com/embed/maple-court'), 'own_redirect'],
    [() => html('', { status: 502 }), 'own_not_reached'],
  ] as const)
    assert.equal(await world(page, own).check(`${site}/`), expected);
});

test('an origin that is nearly on the list, and what to write there', async () => {
  const near = (origin: string, listed = [site]) => nearMiss(origin, listed)?.how;
  assert.equal(near('http://www.maplecourt.example'), 'scheme');
  assert.equal(near('https://maplecourt.example'), 'www');
  assert.equal(near('https://www.maplecourt.example:8443'), 'port');
  assert.equal(near('https://tours.maplecourt.example'), 'subdomain');
  assert.equal(near('https://notmaplecourt.example'), undefined);
  assert.equal(near('https://maplecourt.example', []), undefined);
  const { findings } = await world({}).report('https://maplecourt.example/contact');
  assert.match(findings[0]?.what ?? '', /with and without “www\.” are different websites/);
  assert.equal(
    findings[0]?.code,
    `"embed_origins": [\n  "${site}",\n  "https://maple.example",\n  "https://maplecourt.example"\n]`,
  );
});

test('the worst is said first', async () => {
  const { check } = world({
    [`${site}/`]: () =>
      html(good.replace(' title="Contact"', ' sandbox="allow-scripts"').replace('.js', '.css')),
  });
  assert.equal(await check(`${site}/`), 'sandbox, no_loader, no_title');
});

test('a website that never answers is waited for only so long', async () => {
  const never = (_: URL, { signal }: RequestInit) =>
    new Promise<Response>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  assert.deepEqual(await fetchPage(new URL(site), { fetch: never, mayAsk: () => true, timeoutMs: 1 }), {
    kind: 'no_answer',
    reason: 'late',
  });
});

test('no cookies go along, and nobody follows a redirect unasked', async () => {
  const seen: RequestInit[] = [];
  const fetch = async (_: URL, init: RequestInit) => {
    seen.push(init);
    return html();
  };
  await fetchPage(new URL(site), { fetch, mayAsk: () => true });
  assert.deepEqual([seen[0]?.redirect, seen[0]?.credentials], ['manual', 'omit']);
});

test('an address as people type it', () => {
  assert.equal(
    readAddress(' maplecourt.example/contact?a=1#form ')?.href,
    'https://maplecourt.example/contact?a=1',
  );
  assert.equal(readAddress('HTTP://MapleCourt.example')?.href, 'http://maplecourt.example/');
});
