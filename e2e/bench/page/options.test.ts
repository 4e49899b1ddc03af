import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from './options.ts';
import { pageIds } from './page-ids.ts';

test('without options every page is measured, and docs gets the figures', () => {
  assert.deepEqual(readOptions([]), { pages: [...pageIds], rounds: 5, seconds: 3, out: 'docs' });
});

test('some of the pages are always compared with the static one, and do not replace the figures in docs', () => {
  const { pages, out } = readOptions(['--only', 'rjsf,guestcard']);
  assert.deepEqual(pages, ['static', 'guestcard', 'rjsf']);
  assert.equal(out, '.bench');
  assert.deepEqual(readOptions(['--peers', 'none']).pages, ['static', 'guestcard', 'next']);
});

test('what cannot be meant is refused, with how it is called', () => {
  assert.throws(() => readOptions(['--only', 'rsjf']), /"rsjf" is none of static, [\s\S]*npm run bench:page/);
  assert.throws(() => readOptions(['--peers', 'some']), /"some" is none of none, all/);
  assert.throws(() => readOptions(['--rounds', '0']), /"0" is not a whole number/);
});
