import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPerson } from './is-person.ts';

const browsers = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 390.0.0.28.85',
];
const [chrome = ''] = browsers;
const asks = (headers: Record<string, string>, url = '/p/maple-court?source=zillow', method = 'GET') =>
  isPerson({ method, url, headers });

for (const userAgent of browsers)
  test(`a person: ${userAgent}`, () => assert.equal(asks({ 'user-agent': userAgent }), true));

for (const userAgent of [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)',
  'curl/8.10.1',
  'python-requests/2.32.3',
  '',
])
  test(`no person: ${userAgent || 'says nothing'}`, () =>
    assert.equal(asks({ 'user-agent': userAgent }), false));

test('no person: a request without a user agent, and one for the headers only', () => {
  assert.equal(asks({}), false);
  assert.equal(asks({ 'user-agent': chrome }, '/p/maple-court', 'HEAD'), false);
});

for (const [name, value] of [
  ['sec-purpose', 'prefetch'],
  ['sec-purpose', 'prefetch;prerender'],
  ['purpose', 'prefetch'],
  ['x-purpose', 'preview'],
  ['x-moz', 'prefetch'],
] as const)
  test(`nobody looks yet: ${name}: ${value}`, () =>
    assert.equal(asks({ 'user-agent': chrome, [name]: value }), false));

test('staff who look at a preview are not counted; a campaign of that name is', () => {
  assert.equal(asks({ 'user-agent': chrome }, '/embed/maple-court?preview=1'), false);
  assert.equal(asks({ 'user-agent': chrome }, '/embed/maple-court?source=a&preview='), false);
  assert.equal(asks({ 'user-agent': chrome }, '/embed/maple-court?utm_campaign=preview'), true);
  assert.equal(asks({ 'user-agent': chrome }, '/embed/preview'), true);
});
