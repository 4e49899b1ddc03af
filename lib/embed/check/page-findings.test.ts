import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pageFindings } from './page-findings.ts';

const appUrl = 'https://leads.example.com';
const form = { appUrl, slug: 'maple-court', name: 'Maple Court' };
const src = `${appUrl}/embed/maple-court`;
const frame = (attributes = `src="${src}"`) =>
  `<iframe data-guestcard ${attributes} title="Contact Maple Court" loading="lazy" style="width:100%;min-height:720px;border:0"></iframe>`;
const loader = (attributes = '') => `<script async src="${appUrl}/embed.js" ${attributes}></script>`;
const found = (
  html: string,
  headers: Record<string, string> = {},
  address = 'https://www.maplecourt.example/contact',
) => pageFindings({ url: new URL(address), headers: new Headers(headers), html, isCut: false }, form);
const kinds = (...page: Parameters<typeof found>) =>
  found(...page)
    .map(({ kind, severity }) => `${kind} ${severity}`)
    .join(', ');

const tables: Record<string, [html: string, expected: string][]> = {
  'what looks right': [
    [frame() + loader(), ''],
    [frame(`src="${src}?source=website&amp;lang=es"`) + loader(), ''],
    [frame(`src="//leads.example.com/embed/maple-court"`) + loader(), ''],
    [`<base href="${appUrl}/x/">${frame('src="../embed/maple-court"')}${loader()}`, ''],
    [`<div><div><p>${frame()}<table><tr>${loader()}`, ''],
    [`<a href="${appUrl}/p/maple-court" data-guestcard-open>Contact us</a>${loader()}`, ''],
    [`<button data-guestcard-open="maple-court">Contact us</button>${loader()}`, ''],
    [loader('data-guestcard-button="maple-court"'), ''],
    [frame() + frame(`src="${appUrl}/embed/foundry-lofts"`) + loader(), ''],
    [
      frame(
        `sandbox="allow-forms allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox" src="${src}"`,
      ) + loader(),
      '',
    ],
  ],
  'what is not there': [
    ['<h1>Contact us</h1>', 'no_form blocks'],
    ['', 'no_form blocks'],
    [loader(), 'no_form blocks'],
    [loader('data-guestcard-button="foundry-lofts"'), 'no_form blocks'],
    ['<iframe src="https://www.youtube.com/embed/abc" title="A video"></iframe>', 'no_form blocks'],
    [`<pre>${frame().replaceAll('<', '&lt;')}</pre>`, 'form_as_text blocks'],
    [`<!-- ${frame()} -->`, 'form_in_comment blocks'],
    [`<template>${frame()}</template>`, 'no_form blocks'],
    [frame(), 'no_loader limits'],
    [`${frame()}<script src="https://elsewhere.example/embed.js"></script>`, 'no_loader limits'],
    [`<a href="${appUrl}/p/maple-court" data-guestcard-open>Contact us</a>`, 'no_loader limits'],
  ],
  'a frame with a wrong address': [
    [frame('') + loader(), 'no_address blocks'],
    [frame('src="https://"') + loader(), 'no_address blocks'],
    [frame(`src="about:blank" data-src="${src}"`) + loader(), 'src_renamed blocks'],
    [frame(`data-cookieblock-src="${src}"`).replace('data-guestcard ', '') + loader(), 'src_renamed blocks'],
    [frame('src="https://old.example.com/embed/maple-court"') + loader(), 'wrong_host blocks'],
    [frame('src="/embed/maple-court"') + loader(), 'wrong_host blocks'],
    [frame('src="http://localhost:3000/embed/maple-court"') + loader(), 'wrong_host blocks'],
    [frame(`src="http://leads.example.com/embed/maple-court"`) + loader(), 'mixed_content blocks'],
    [frame(`src="${appUrl}/p/maple-court"`) + loader(), 'page_address blocks'],
    [frame(`src="${appUrl}/embed/mapel-court"`) + loader(), 'wrong_form blocks'],
    [frame(`src="${appUrl}/"`) + loader(), 'wrong_form blocks'],
  ],
  'attributes of the frame': [
    [frame().replace(/ title="[^"]*"/, '') + loader(), 'no_title hint'],
    [frame(`sandbox src="${src}"`) + loader(), 'sandbox blocks'],
    [frame(`sandbox="allow-scripts" src="${src}"`) + loader(), 'sandbox blocks'],
    [frame(`sandbox="allow-scripts allow-forms" src="${src}"`) + loader(), 'sandbox limits'],
  ],
  'the website’s policy': [
    [
      `<meta http-equiv="Content-Security-Policy" content="default-src 'self'">${frame()}${loader()}`,
      'policy_frame blocks, policy_script limits',
    ],
    [
      `<meta http-equiv="content-security-policy" content="frame-src ${appUrl}; script-src 'self'">${frame()}${loader()}`,
      'policy_script limits',
    ],
    [
      `<meta http-equiv="content-security-policy" content="script-src 'nonce-abc'">${frame()}${loader('nonce="abc"')}`,
      '',
    ],
    [
      `<meta http-equiv="Content-Security-Policy-Report-Only" content="default-src 'self'">${frame()}${loader()}`,
      '',
    ],
  ],
};

for (const [name, rows] of Object.entries(tables))
  test(`a page: ${name}`, () => {
    for (const [html, expected] of rows) assert.equal(kinds(html), expected, html);
  });

test('what a page’s headers say', () => {
  const whole = frame() + loader();
  assert.equal(kinds(whole, { 'content-security-policy': "frame-src 'self'" }), 'policy_frame blocks');
  assert.equal(kinds(whole, { 'content-security-policy-report-only': "frame-src 'self'" }), '');
  assert.equal(
    kinds(whole, { 'cross-origin-embedder-policy': 'require-corp; report-to="x"' }),
    'isolated blocks',
  );
  assert.equal(kinds(whole, { 'cross-origin-embedder-policy': 'unsafe-none' }), '');
  const alone = { 'cross-origin-embedder-policy': 'require-corp' };
  assert.equal(found(whole, alone)[0]?.code, 'credentialless');
  const agreed = frame(`credentialless src="${src}"`);
  assert.equal(kinds(agreed + loader(), alone), '');
  assert.equal(kinds(agreed + whole, alone), 'isolated blocks');
  assert.match(
    found(loader('data-guestcard-button="maple-court"'), alone)[0]?.mend ?? '',
    /leave that header off/,
  );
});

test('a form that is on http itself cannot be on a page that is on https', () => {
  const http = { appUrl: 'http://leads.example.com', slug: 'maple-court', name: 'Maple Court' };
  const html = (frame() + loader()).replaceAll('https:', 'http:');
  const on = (address: string) =>
    pageFindings({ url: new URL(address), headers: new Headers(), html, isCut: false }, http).map(
      ({ kind }) => kind,
    );
  assert.deepEqual(on('https://www.maplecourt.example/'), ['mixed_content']);
  assert.deepEqual(on('http://www.maplecourt.example/'), []);
});

test('the mends can be pasted', () => {
  const [policy] = found(frame() + loader(), {
    'content-security-policy': "default-src 'self'; script-src *",
  });
  assert.equal(policy?.code, 'frame-src https://leads.example.com');
  const [title] = pageFindings(
    {
      url: new URL('https://a.example'),
      headers: new Headers(),
      html: frame().replace(/ title="[^"]*"/, '') + loader(),
      isCut: false,
    },
    { ...form, name: 'The "Foundry"' },
  );
  assert.equal(title?.code, 'title="Contact The &quot;Foundry&quot;"');
});

test('no page makes it fail, however it is nested or broken', () => {
  assert.equal(kinds('<div>'.repeat(50_000) + frame() + loader()), '');
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            frame(),
            loader(),
            '<base href="http://[">',
            '<iframe src="',
            '<!--',
            '</',
            '<meta http-equiv=content-security-policy content="frame-src :// *. \'self\' a:b:c">',
          ),
        ),
        { maxLength: 12 },
      ),
      (parts) => void found(parts.join('')),
    ),
  );
});
