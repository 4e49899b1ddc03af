import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plotDrain, ticks } from './plot.ts';

const course = [
  { at: 0, queued: 1_000, undelivered: 1_000, requestsPerMinute: 0 },
  { at: 300, queued: 500, undelivered: 600, requestsPerMinute: 110 },
  { at: 600, queued: 0, undelivered: 0, requestsPerMinute: 55 },
];

test('the axes have round numbers', () => {
  assert.deepEqual(ticks(1_000, 4), [0, 250, 500, 750, 1_000]);
  assert.deepEqual(ticks(9.7, 10), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.deepEqual(ticks(0.5, 10), [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]);
});

test('a queue that empties evenly is drawn from the top left to the bottom right', () => {
  const svg = plotDrain({ leads: 1_000, course });
  assert.match(svg, /class="queued" points="64,72 450,167 836,262"/);
});

test('the plot says what it shows, and never draws a number that is none', () => {
  const svg = plotDrain({ leads: 1_000, course });
  for (const text of ['1,000 leads', 'not sent yet', 'Requests to Propexo', 'Minutes since', 'budget: 110'])
    assert.ok(svg.includes(text), text);
  assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
  assert.doesNotMatch(plotDrain({ leads: 1, course: [] }), /NaN|Infinity|undefined/);
});
