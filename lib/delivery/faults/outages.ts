import assert from 'node:assert/strict';
import { createPropexoClient } from '../../propexo/client.ts';
import type { BackOffice } from '../test-delivery.ts';
import { delivered, type Fault, minutes } from './fault.ts';

/** Remarks for whoever runs the program: of integrations, not of leads. */
const alarms = ({ warnings }: BackOffice, reason: string) =>
  warnings.filter((facts) => 'integration' in facts && 'reason' in facts && facts.reason === reason).length;

const limit = 150;

/** Works while every answer that is held back arrives two seconds later. */
async function workWhileHeldBack(office: BackOffice, seconds: number): Promise<void> {
  let over = false;
  const work = office.pass(seconds).finally(() => {
    over = true;
  });
  while (!over) {
    const held = office.simulator.waitFor(({ received }) => received.some(({ status }) => status === null));
    await Promise.race([work, held]);
    office.advance(2);
  }
}

/** Others of the same account make so many requests in this minute. */
async function othersAsk(office: BackOffice, requests: number): Promise<void> {
  const before = office.simulator.received.length;
  const asked = Array.from({ length: requests }, () => office.context.propexo.probe('theirs'));
  await office.simulator.waitFor(({ received }) => received.length === before + requests);
  office.advance(2);
  await Promise.all(asked);
}

export const outages: Fault[] = [
  {
    fault: 'API refuses connections',
    async play(office) {
      await office.simulator.goDown();
      await office.acceptMany(4);
      for (const seconds of [0, 5, 30, 10 * minutes]) await office.pass(seconds);
      await office.simulator.comeBack();
      for (const seconds of [10 * minutes, 10 * minutes, 2]) await office.pass(seconds);
    },
    end: { ...delivered, posts: 4 },
  },
  {
    fault: '+2 s zone and 429 storm',
    variant: '+2 s zone',
    upstream: { requestsPerMinute: limit },
    async play(office) {
      await othersAsk(office, limit - 2);
      await office.acceptMany(4);
      await workWhileHeldBack(office, 0);
      const thisMinute = office.simulator.received.length;
      assert.ok(thisMinute < limit, `stops before the limit: ${thisMinute} requests`);
      for (let seconds = 0; seconds < 2 * minutes; seconds += 5) await workWhileHeldBack(office, 5);
      const tooMany = office.simulator.received.filter(({ status }) => status === 429);
      assert.equal(tooMany.length, 0);
    },
    end: { ...delivered, posts: 4 },
  },
  {
    fault: '+2 s zone and 429 storm',
    variant: '429 storm',
    async play(office) {
      office.simulator.play({ kind: 'refuse', status: 429, times: 'always' });
      await office.acceptMany(4);
      for (let seconds = 0; seconds < 5 * minutes; seconds += 10) await office.pass(10);
      assert.equal(office.posts(), 5, 'one a minute tries, for all of them');
      const steps = await office.database.db.selectFrom('delivery').select('step').distinct().execute();
      assert.deepEqual(
        steps.map(({ step }) => step),
        [0],
        'no attempt is spent',
      );
      office.simulator.clearScenarios();
      for (const seconds of [minutes, 2]) await office.pass(seconds);
    },
    end: { ...delivered, posts: 9 },
  },
  {
    fault: '401',
    async play(office) {
      office.simulator.play({ kind: 'revoke-token', newToken: 'the-new-token' });
      await office.acceptMany(3);
      for (const seconds of [0, 10, 30, minutes]) await office.pass(seconds);
      const waiting = await office.database.db.selectFrom('delivery').select(['state', 'step']).execute();
      assert.deepEqual(
        waiting.map(({ state, step }) => [state, step]),
        Array.from({ length: 3 }, () => ['queued', 0]),
      );
      assert.equal(alarms(office, 'credentials'), 1);
      office.context.propexo = createPropexoClient({
        baseUrl: office.simulator.url,
        token: 'the-new-token',
        connectTimeoutMs: 1_000,
        totalTimeoutMs: 1_000,
      });
      for (const seconds of [2 * minutes, 2]) await office.pass(seconds);
    },
    // The refused one, and then each once.
    end: { ...delivered, posts: 4 },
  },
  {
    fault: '404',
    async play(office) {
      office.simulator.play({ kind: 'answer', status: 404, times: 'always' });
      await office.acceptMany(3);
      await office.pass(0);
      assert.equal(office.posts(), 1, 'the others stay where they are');
      assert.equal(alarms(office, 'configuration'), 1);
      office.simulator.clearScenarios();
      for (const seconds of [minutes, 2]) await office.pass(seconds);
    },
    end: { ...delivered, posts: 4 },
  },
];
