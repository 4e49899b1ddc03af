import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPolicies, refusedBy } from './content-policies.ts';

const page = new URL('https://www.maplecourt.example/contact');
const frame = new URL('https://leads.example.com/embed/maple-court');
const script = new URL('https://leads.example.com/embed.js');
const frameBy = (...texts: string[]) => refusedBy(readPolicies(texts), 'frame', { url: frame, page });
const scriptBy = (text: string, nonce?: string) =>
  refusedBy(readPolicies([text]), 'script', { url: script, page, nonce });

test('which directive refuses a frame', () => {
  for (const [policy, refused] of [
    ['', undefined],
    ["script-src 'self'", undefined],
    ["default-src 'self'", 'default-src'],
    ["default-src 'none'; frame-src https://leads.example.com", undefined],
    ["default-src *; frame-src 'none'", 'frame-src'],
    ["child-src 'self'; default-src *", 'child-src'],
    ["child-src 'self'; frame-src *", undefined],
    ['frame-src', 'frame-src'],
    ['frame-src leads.example.com', undefined],
    ['frame-src LEADS.example.com', undefined],
    ['frame-src *.example.com', undefined],
    ['frame-src *.leads.example.com', 'frame-src'],
    ['frame-src http://leads.example.com', undefined],
    ['frame-src https:', undefined],
    ['frame-src data: blob:', 'frame-src'],
    ['frame-src leads.example.com:8443', 'frame-src'],
    ['frame-src leads.example.com:*', undefined],
    ['frame-src https://leads.example.com/embed/', undefined],
    ['frame-src https://leads.example.com/embed', 'frame-src'],
    ['frame-src https://leads.example.com/other/', 'frame-src'],
    ['FRAME-SRC https://leads.example.com; frame-src none', undefined],
    ["frame-src https://leads.example.com, frame-src 'self'", 'frame-src'],
  ] as const)
    assert.equal(frameBy(policy), refused, policy);
  assert.equal(frameBy('frame-src *', "default-src 'self'"), 'default-src', 'all of them must allow it');
});

test('which directive refuses the script', () => {
  for (const [policy, nonce, refused] of [
    ["script-src 'self'", undefined, 'script-src'],
    ["script-src 'self'; script-src-elem https:", undefined, undefined],
    ["script-src 'nonce-abc'", 'abc', undefined],
    ["script-src 'nonce-abc'", 'xyz', 'script-src'],
    ["script-src 'strict-dynamic' https://leads.example.com", undefined, 'script-src'],
    ['script-src https://leads.example.com/embed.js', undefined, undefined],
  ] as const)
    assert.equal(scriptBy(policy, nonce), refused, policy);
});

test('the page’s own origin', () => {
  const own = (url: string, of: string) =>
    refusedBy(readPolicies(["frame-src 'self'"]), 'frame', { url: new URL(url), page: new URL(of) });
  assert.equal(own('https://a.example/x', 'https://a.example/y'), undefined);
  assert.equal(own('https://a.example:444/x', 'https://a.example/y'), 'frame-src');
  assert.equal(own('http://127.0.0.1:3000/', 'http://127.0.0.1:4000/'), 'frame-src');
  assert.equal(own('https://a.example/', 'http://a.example/'), undefined);
});
