import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createPropexoClient } from '../propexo/client.ts';
import { type BackOffice, testDelivery } from './test-delivery.ts';
import { startWorker, type Worker } from './worker.ts';

const never = 3_600_000;

async function whileWorking(
  { context }: BackOffice,
  longestSleepMs: number,
  body: (worker: Worker) => Promise<void>,
): Promise<void> {
  const worker = startWorker(context, longestSleepMs);
  await body(worker).finally(() => worker.stop(5_000));
}

testDelivery('accepting wakes the worker: the lead is sent without waiting for its next round', (office) =>
  whileWorking(office, never, async (worker) => {
    await office.accept();
    worker.wake();
    await office.simulator.waitFor((simulator) => simulator.inbox.length === 1);
  }),
);

testDelivery('without being woken it finds the lead in its next round', (office) =>
  whileWorking(office, 20, async () => {
    await office.accept();
    await office.simulator.waitFor((simulator) => simulator.inbox.length === 1);
  }),
);

testDelivery('a send that hangs holds up no other lead', (office) =>
  whileWorking(office, never, async (worker) => {
    office.simulator.play({ kind: 'hang', match: 'slow' });
    await office.accept({ notes: 'slow' });
    worker.wake();
    await office.simulator.waitFor((simulator) => simulator.received.length === 1);
    await office.accept({ notes: 'quick', email_1: 'ben@example.com' });
    worker.wake();
    await office.simulator.waitFor((simulator) => simulator.inbox.length === 1);
    assert.match(office.simulator.inbox[0]?.body.notes ?? '', /quick/);
  }),
);

testDelivery('stopping waits for the send under way, and its outcome is written down', async (office, t) => {
  let answer = () => {};
  const slow = createServer((_request, response) => {
    answer = () => response.end(JSON.stringify({ meta: { job_id: 'job-1' } }));
    slow.emit('asked');
  }).listen(0, '127.0.0.1');
  t.after(() => slow.close());
  await once(slow, 'listening');
  const asked = once(slow, 'asked');
  const propexo = createPropexoClient({
    baseUrl: `http://127.0.0.1:${(slow.address() as { port: number }).port}`,
    token: 'x',
    connectTimeoutMs: 5_000,
    totalTimeoutMs: 30_000,
  });
  await office.accept();
  const worker = startWorker({ ...office.context, propexo }, never);
  await asked;
  const stopped = worker.stop(30_000);
  answer();
  await stopped;
  const delivery = await office.delivery();
  assert.equal(delivery.state, 'accepted');
  assert.equal(delivery.job_id, 'job-1');
});
