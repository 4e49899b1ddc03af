import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Signal } from './signals.ts';
import { verdictOn } from './verdict.ts';

const scored = (weight: number, name: Signal['name'] = 'links') => [{ name, weight }];
const verdicts = (signals: Signal[]) => ({
  plain: verdictOn({ signals, canProve: false, proven: false }),
  able: verdictOn({ signals, canProve: true, proven: false }),
  proven: verdictOn({ signals, canProve: true, proven: true }),
});

test('what a score leads to, without scripts, with them, and after a proof', () => {
  const accepted = { plain: 'accepted', able: 'accepted', proven: 'accepted' };
  assert.deepEqual(verdicts([]), accepted);
  assert.deepEqual(verdicts(scored(19)), accepted);
  assert.deepEqual(verdicts(scored(20)), { ...accepted, able: 'asked' });
  assert.deepEqual(verdicts(scored(29)), { ...accepted, able: 'asked' });
  assert.deepEqual(verdicts(scored(30)), { plain: 'quarantined', able: 'asked', proven: 'accepted' });
  assert.deepEqual(verdicts(scored(59)), { plain: 'quarantined', able: 'asked', proven: 'accepted' });
  assert.deepEqual(verdicts(scored(60)), {
    plain: 'quarantined',
    able: 'quarantined',
    proven: 'quarantined',
  });
});

test('only a flood is refused, and not who proves: that waits for staff', () => {
  assert.deepEqual(verdicts(scored(60, 'flooding_network')), {
    plain: 'refused',
    able: 'asked',
    proven: 'quarantined',
  });
});
