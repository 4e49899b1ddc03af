import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreignFrame } from './foreign-frame.ts';

const allowed = ['https://www.maplecourt.example', 'https://forms.example'];
const framed = (referer?: string, more = {}) =>
  foreignFrame({ 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site', referer, ...more }, allowed);

test('a website that is not on the list is named by its origin alone', () => {
  assert.equal(framed('https://elsewhere.example:8443/a?b=c'), 'https://elsewhere.example:8443');
  assert.equal(
    framed('https://elsewhere.example/', { 'sec-fetch-dest': 'object' }),
    'https://elsewhere.example',
  );
  assert.equal(framed('http://www.maplecourt.example/'), 'http://www.maplecourt.example');
});

test('a browser that does not say where still says that it is a frame', () => {
  assert.equal(framed(), '');
  assert.equal(framed('nonsense'), '');
});

test('the property’s own websites, our own pages, and whoever opens the form by itself, are not noted', () => {
  assert.equal(framed('https://www.maplecourt.example/contact'), undefined);
  assert.equal(framed('https://forms.example/staff'), undefined);
  assert.equal(framed(undefined, { 'sec-fetch-site': 'same-origin' }), undefined);
  assert.equal(framed('https://elsewhere.example/', { 'sec-fetch-dest': 'document' }), undefined);
  assert.equal(framed('https://elsewhere.example/', { 'sec-fetch-dest': undefined }), undefined);
});
