import assert from 'node:assert/strict';
import type { KyselyPlugin } from 'kysely';
import type { Database } from '../../database/connect.ts';
import { acceptLead } from '../../lead/accept-lead.ts';
import { type BackOffice, submissionOf } from '../test-delivery.ts';
import { drainDeliveries } from '../worker.ts';
import { delivered, type Fault, found, minutes } from './fault.ts';

/** A send that takes a second; `meanwhile` happens while it is under way. */
async function duringASend(office: BackOffice, meanwhile: () => Promise<void>): Promise<void> {
  office.simulator.play({ kind: 'delay', ms: 1_000 });
  await office.accept();
  const sending = office.pass(0);
  await office.simulator.waitFor(({ received }) => received.length === 1);
  await meanwhile();
  office.advance(1);
  await sending;
}

/** Both kinds of evidence, read with a clock that differs: the record of a lost send, and the job of a 503 that lied. */
async function searchWithOtherClock(office: BackOffice): Promise<void> {
  office.simulator.play({ kind: 'reset', when: 'after' });
  office.simulator.play({ kind: 'answer', status: 503, act: true });
  await office.accept();
  await office.pass(0);
  await office.accept({ email_1: 'ben@example.com' });
  for (const seconds of [0, 5, 25, 90]) await office.pass(seconds);
}

/** The database, of which every statement fails while `isAway`. */
function awayWhile(database: Database, isAway: () => boolean): Database {
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      if (isAway()) throw new Error('the database is away');
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { ...database, db: database.db.withPlugin(plugin) };
}

/** Propexo answers, and then this process cannot reach its database. */
async function answeredWithoutDatabase(office: BackOffice, meanwhile: () => Promise<void>): Promise<void> {
  let away = false;
  const answered = Promise.withResolvers<void>();
  const { propexo, database } = office.context;
  const cutOff = {
    ...office.context,
    database: awayWhile(database, () => away),
    propexo: {
      ...propexo,
      async createLead(lead: Parameters<typeof propexo.createLead>[0]) {
        const answer = await propexo.createLead(lead);
        away = true;
        answered.resolve();
        return answer;
      },
    },
  };
  await office.accept();
  const sending = drainDeliveries(cutOff);
  await answered.promise;
  await meanwhile();
  away = false;
  await sending;
}

const clock = 'clock ±10 min';
const dies = 'database dies after upstream accepted';

export const clocksAndDatabases: Fault[] = [
  {
    fault: clock,
    variant: 'Propexo’s, ahead',
    upstream: { propexoAheadMs: 10 * 60_000 },
    play: searchWithOtherClock,
    end: { ...found, posts: 2 },
  },
  {
    fault: clock,
    variant: 'Propexo’s, behind',
    upstream: { propexoAheadMs: -10 * 60_000 },
    play: searchWithOtherClock,
    end: { ...found, posts: 2 },
  },
  {
    fault: clock,
    variant: 'the database’s, forward during a send',
    async play(office) {
      await duringASend(office, async () => {
        office.clock.now += 10 * 60_000;
        await office.pass(0);
        assert.equal((await office.delivery()).reason, 'process_died', 'its lease seems to be over');
      });
      await office.pass(10);
    },
    end: delivered,
  },
  {
    fault: clock,
    variant: 'the database’s, back during a send',
    async play(office) {
      await duringASend(office, async () => {
        office.clock.now -= 10 * 60_000;
        await office.pass(0);
      });
      for (const seconds of [2, 10 * minutes]) await office.pass(seconds);
    },
    end: delivered,
  },
  {
    fault: clock,
    variant: 'the database’s, back before a send',
    async play(office) {
      await office.accept();
      office.clock.now -= 10 * 60_000;
      for (const seconds of [0, 10 * minutes, 2]) await office.pass(seconds);
    },
    end: delivered,
  },
  {
    fault: dies,
    variant: 'and comes back',
    async play(office) {
      await answeredWithoutDatabase(office, async () => {});
      await office.pass(2);
    },
    end: delivered,
  },
  {
    fault: dies,
    variant: 'for longer than the lease',
    async play(office) {
      await answeredWithoutDatabase(office, async () => {
        // Another replica reaches the database, and finds what this one cannot write down.
        await office.pass(121);
        assert.equal((await office.delivery()).reason, 'process_died');
        await office.pass(5);
        assert.equal((await office.delivery()).state, 'delivered');
      });
    },
    end: found,
  },
  {
    fault: 'disk full or database down at accept',
    variant: 'nothing half saved',
    async play(office) {
      let statements = 0;
      const full = awayWhile(office.database, () => {
        statements += 1;
        return statements > 2;
      });
      await assert.rejects(acceptLead(full, submissionOf(office.property)), /the database is away/);
      assert.ok(statements > 2, 'it failed half-way');
      const leads = await office.database.db.selectFrom('lead').selectAll().execute();
      assert.equal(leads.length, 0, 'no link was given, and no lead is there');
      await office.pass(0);
      assert.equal(office.posts(), 0);
      // The visitor was told so, and sends it again.
      await office.accept();
      for (const seconds of [0, 2]) await office.pass(seconds);
    },
    end: delivered,
  },
];
