import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEnding } from './shut-down.ts';

/** An ending whose steps are written down, on a clock moved by hand. */
function rehearse(timeScale = 1) {
  const steps: string[] = [];
  const clock = { now: 0 };
  const waits: { until: number; resolve: () => void }[] = [];
  const step = (name: string) => async (milliseconds?: number) => {
    steps.push(milliseconds === undefined ? name : `${name} ${Math.round(milliseconds)}`);
  };
  const ending = createEnding({
    timeScale,
    connections: { announceEnd: () => steps.push('announce'), close: step('close connections') },
    worker: { stop: step('stop worker') },
    visits: { stop: step('write visits') },
    database: { close: step('close database') },
    stopOthers: () => steps.push('stop others'),
    log: { info: () => {}, error: () => {} } as never,
    exit: (code) => steps.push(`exit ${code}`),
    wait: (milliseconds) =>
      new Promise((resolve) => waits.push({ until: clock.now + milliseconds, resolve })),
    now: () => clock.now,
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    ending,
    steps,
    settled,
    async pass(milliseconds: number) {
      clock.now += milliseconds;
      for (const { until, resolve } of waits) if (until <= clock.now) resolve();
      await settled();
    },
  };
}
const asked = ['stop others', 'announce', 'stop worker 33250'];
const ended = ['close connections 21000', 'write visits', 'close database', 'exit 0'];

test('SIGTERM: says so and stops claiming at once, takes requests for five seconds, then ends', async () => {
  const { ending, steps, pass } = rehearse();
  assert.equal(ending.begun(), false);
  ending.receive('SIGTERM');
  assert.equal(ending.begun(), true);
  await pass(4_999);
  assert.deepEqual(steps, asked);
  await pass(1);
  assert.deepEqual(steps, [...asked, ...ended]);
});

test('the drain follows the time scale, but is never below a second', async () => {
  const { ending, steps, pass } = rehearse(0.01);
  ending.receive('SIGTERM');
  await pass(999);
  assert.equal(steps.includes('exit 0'), false);
  await pass(1);
  assert.equal(steps.includes('exit 0'), true);
});

test('SIGINT: no drain', async () => {
  const { ending, steps, settled } = rehearse();
  ending.receive('SIGINT');
  await settled();
  assert.deepEqual(steps, [...asked, 'close connections 24500', 'write visits', 'close database', 'exit 0']);
});

test('a second signal ends the drain; the echo of the first does not', async () => {
  const { ending, steps, pass } = rehearse();
  ending.receive('SIGTERM');
  await pass(100);
  ending.receive('SIGTERM');
  await pass(900);
  assert.deepEqual(steps, asked);
  ending.receive('SIGINT');
  await pass(0);
  assert.deepEqual(steps, [...asked, ...ended]);
});

test('what never ends is cut off when the grace is over', async () => {
  const steps: string[] = [];
  let over = () => {};
  const never = () => new Promise<void>(() => {});
  createEnding({
    timeScale: 1,
    connections: { announceEnd() {}, close: never },
    worker: { stop: never },
    visits: { stop: async () => {} },
    database: { close: never },
    log: { info() {}, error() {} } as never,
    exit: (code) => steps.push(`exit ${code}`),
    wait: (milliseconds) =>
      milliseconds === 35_000 ? new Promise((resolve) => (over = resolve)) : Promise.resolve(),
    now: () => 0,
  }).receive('SIGTERM');
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(steps, []);
  over();
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(steps, ['exit 1']);
});
