import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spamWords } from './spam-words.ts';

test('staff read why a lead looks like spam, the weightiest sign first', () => {
  assert.deepEqual(
    spamWords([
      { name: 'links', weight: 10, count: 2 },
      { name: 'trap_filled', weight: 60 },
      { name: 'repeated_message', weight: 40, count: 61 },
      { name: 'of tomorrow' as never, weight: 1 },
    ]),
    [
      'It filled in a box that people cannot see.',
      'At least 60 other people sent the same message within a day.',
      'There are 2 web addresses in the message.',
      'A sign that this version does not know.',
    ],
  );
});
