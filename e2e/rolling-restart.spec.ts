import { setTimeout as pause } from 'node:timers/promises';
import { createPostgresDatabase } from '../lib/database/test-postgres.ts';
import { startBalancer } from './fixtures/balancer.ts';
import { type Guestcard, startGuestcard } from './fixtures/guestcard.ts';
import { expect, properties, test } from './fixtures/journey.ts';

test.skip(process.env.SKIP_POSTGRES === '1', 'SKIP_POSTGRES=1');

/** Replicas on one PostgreSQL of their own; whatever still runs is ended, and the database dropped. */
const replicated = test.extend<{ startReplica: () => Promise<Guestcard>; running: Guestcard[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from the pattern.
  running: async ({}, use) => {
    const running: Guestcard[] = [];
    await use(running);
    await Promise.all(running.map((replica) => replica.stop()));
  },
  startReplica: async ({ simulator, running }, use) => {
    const database = await createPostgresDatabase();
    await use(async () => {
      const replica = await startGuestcard(
        {
          DATABASE_URL: database.url,
          APP_SECRET: 'a secret for this test only',
          PROPEXO_API_TOKEN: 'simulator-token',
          PROPEXO_BASE_URL: simulator.url,
          PROPEXO_REQUESTS_PER_MINUTE: '100000',
          DELIVERY_TIME_SCALE: '0.2',
          LOG_LEVEL: 'error',
        },
        properties,
      );
      running.push(replica);
      return replica;
    });
    await Promise.all(running.splice(0).map((replica) => replica.stop()));
    await database.drop();
  },
});

async function postLead(url: string, email: string): Promise<Response> {
  return fetch(`${url}/api/leads/maple-court`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ first_name: 'Ana', last_name: 'Cruz', email_1: email }),
    signal: AbortSignal.timeout(10_000),
  });
}

replicated(
  'three replicas restarted one after the other under load: no request fails, every lead arrives once @no-javascript',
  async ({ simulator, startReplica, running }) => {
    test.setTimeout(180_000);
    for (const _ of [1, 2, 3]) await startReplica();
    const urls = running.map(({ url }) => url);
    const balancer = await startBalancer(urls, 50);
    try {
      await Promise.all(urls.map((url) => balancer.until(url, 'healthy')));
      const mark = crypto.randomUUID().slice(0, 8);
      const sent: string[] = [];
      const failures: string[] = [];
      let restarting = true;
      const visitor = async () => {
        while (restarting && sent.length < 1_000) {
          const email = `${mark}-${sent.length}@example.com`;
          sent.push(email);
          const answer = await postLead(balancer.url, email);
          const text = await answer.text();
          if (answer.status !== 201) failures.push(`${answer.status} ${text}`);
          // The load, not a wait for something: connections are to be idle now and then.
          await pause(50);
        }
      };
      const load = Promise.all(Array.from({ length: 8 }, visitor));
      for (const [index, replica] of running.entries()) {
        const restarted = replica.restart();
        await balancer.until(replica.url, 'away');
        running[index] = await restarted;
        await balancer.until(replica.url, 'healthy');
      }
      restarting = false;
      await load;
      expect(failures).toEqual([]);
      expect(sent.length).toBeGreaterThan(100);
      for (const url of urls) expect(balancer.answered.get(url), url).toBeGreaterThan(10);

      const arrived = () =>
        simulator.leads.flatMap(({ email_1 }) => (email_1?.startsWith(mark) ? [email_1] : []));
      await expect.poll(() => arrived().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(sent.length);
      expect(arrived().sort()).toEqual([...sent].sort());
    } finally {
      await balancer.close();
    }
  },
);

replicated(
  'a lead taken while a replica is ending is not its own: it dies at once, and another one delivers it @no-javascript',
  async ({ simulator, startReplica, email }) => {
    const accepting = await startReplica();
    const other = await startReplica();
    const before = await fetch(`${accepting.url}/api/health`);
    expect(before.headers.get('keep-alive'), 'longer than a balancer keeps a connection').toBe('timeout=75');
    accepting.askToEnd();
    const health = async () => {
      const answer = await fetch(`${accepting.url}/api/health`);
      return { code: answer.status, ...(await answer.json()) };
    };
    await expect.poll(health).toMatchObject({ code: 503, status: 'ending', database: 'writable' });
    const answer = await postLead(accepting.url, email);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('connection')).toBe('close');
    const { receipt } = await answer.json();
    await accepting.kill();
    const state = async () => (await (await fetch(`${other.url}/api/status/${receipt}`)).json()).state;
    await expect.poll(state, { timeout: 15_000 }).toBe('delivered');
    expect(simulator.leads.filter((lead) => lead.email_1 === email)).toHaveLength(1);
  },
);
