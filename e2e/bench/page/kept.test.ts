import assert from 'node:assert/strict';
import { test } from 'node:test';
import { worksFrom } from './kept.ts';

test('typing works from the first key on when all of them are there', () => {
  assert.equal(worksFrom('abcde', 'abcde'), 0);
});

test('typing works from the key on after which nothing was lost', () => {
  assert.equal(worksFrom('abcde', 'cde'), 2);
  assert.equal(worksFrom('abcde', 'abde'), 3);
});

test('typing never worked when the last key is gone', () => {
  assert.equal(worksFrom('abcde', 'abcd'), 5);
  assert.equal(worksFrom('abcde', ''), 5);
});
