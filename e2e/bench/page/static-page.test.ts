import assert from 'node:assert/strict';
import { test } from 'node:test';
import { css, form } from './form.ts';
import { staticPage } from './static-page.ts';

test('the static page asks all twelve questions and has no script', () => {
  const page = staticPage(form, css);
  assert.equal(form.fields.length, 12);
  for (const { name } of form.fields) assert.match(page, new RegExp(`name="${name}"`));
  assert.doesNotMatch(page, /<script/);
});

test('words are written as words', () => {
  const page = staticPage({ ...form, heading: 'Cats & <dogs>' }, css);
  assert.match(page, /<h1>Cats &amp; &lt;dogs>/);
});
