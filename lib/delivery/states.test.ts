import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canMove, type DeliveryState, deliveryStates, prospectState, statesBefore } from './states.ts';

test('late truth wins: a lost lead may still turn out accepted or delivered', () => {
  for (const state of ['unknown', 'failed'] as const) {
    assert.ok(canMove(state, 'accepted'));
    assert.ok(canMove(state, 'delivered'));
  }
});

test('never backwards: nothing leaves delivered, and only staff make a failed or unknown lead queued again', () => {
  for (const state of deliveryStates) assert.ok(!canMove('delivered', state), state);
  assert.ok(!canMove('accepted', 'queued'));
  assert.ok(!canMove('accepted', 'sending'));
  assert.ok(!canMove('failed', 'sending'));
  assert.ok(!canMove('unknown', 'sending'));
});

/** Every move that there is, by anybody. */
const moves: Record<DeliveryState, readonly DeliveryState[]> = {
  quarantined: ['queued'],
  queued: ['sending', 'accepted', 'delivered', 'failed', 'unknown'],
  sending: ['queued', 'accepted', 'delivered', 'failed', 'unknown'],
  accepted: ['accepted', 'delivered', 'failed'],
  unknown: ['queued', 'unknown', 'accepted', 'delivered'],
  failed: ['queued', 'accepted', 'delivered'],
  delivered: [],
};
for (const from of deliveryStates) {
  for (const to of deliveryStates) {
    const may = moves[from].includes(to);
    test(`${from} ${may ? 'may become' : 'never becomes'} ${to}`, () => assert.equal(canMove(from, to), may));
  }
}

test('only a claimed delivery is being sent', () => {
  assert.deepEqual(
    deliveryStates.filter((state) => canMove(state, 'sending')),
    ['queued'],
  );
});

test('evidence is taken from whoever brings it, except against better evidence', () => {
  assert.deepEqual(statesBefore('delivered').toSorted(), [
    'accepted',
    'failed',
    'queued',
    'sending',
    'unknown',
  ]);
  assert.ok(!statesBefore('accepted').includes('delivered'));
});

const shown: [DeliveryState, minutes: number, ReturnType<typeof prospectState>][] = [
  ['queued', 0, 'received'],
  ['sending', 0, 'received'],
  ['queued', 600, 'received'],
  ['accepted', 600, 'received'],
  ['accepted', 24 * 60, 'needs_staff'],
  ['delivered', 0, 'delivered'],
  ['failed', 0, 'needs_staff'],
  ['quarantined', 0, 'needs_staff'],
  ['unknown', 14, 'received'],
  ['unknown', 15, 'needs_staff'],
];
for (const [state, minutes, expected] of shown) {
  test(`a prospect sees a lead that is ${state} for ${minutes} min as ${expected}`, () => {
    assert.equal(prospectState(state, minutes * 60_000, 1), expected);
  });
}

test('the time scale also moves the moment at which staff take over', () => {
  assert.equal(prospectState('unknown', 9_000, 0.01), 'needs_staff');
});
