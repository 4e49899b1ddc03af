import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Database } from '../database/connect.ts';
import { type TestDatabase, testStore } from '../database/test-databases.ts';
import { textsIn } from '../language/languages.ts';
import { acceptLead, type Submission } from '../lead/accept-lead.ts';
import { leadSchema } from '../lead/schema.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { publishProperties } from '../property/published-properties.ts';
import { createPropexoClient } from '../propexo/client.ts';
import { HandClock } from '../propexo/simulator/clock.ts';
import type { Simulator } from '../propexo/simulator/contract.ts';
import { startSimulator } from '../propexo/simulator/simulator.ts';
import { type Claim, claimDue } from './claim.ts';
import type { DeliveryContext } from './context.ts';
import { drainDeliveries } from './worker.ts';

/** A lead form's back office in one test: the database and the simulator share one clock, moved by hand. */
export interface BackOffice {
  context: DeliveryContext;
  simulator: Simulator;
  database: Database;
  property: Property;
  warnings: object[];
  /** Where the database is, for a process of its own. */
  fresh: TestDatabase;
  /** The database's clock, epoch milliseconds. */
  clock: { now: number };
  /** From now on an answer is waited for as long as it takes: the clock decides when it comes. */
  waitLong(): void;
  /** Accepts a lead, of the first property unless another is given, and returns its reference. */
  accept(changes?: Record<string, string>, property?: Property): Promise<string>;
  /** Accepts this many leads of different people. */
  acceptMany(count: number, property?: Property): Promise<void>;
  /** How many deliveries are in which state. */
  states(): Promise<Record<string, number>>;
  /** Moves the clock on by this many seconds; nobody works. */
  advance(seconds: number): void;
  /** The same, then works off what is due. */
  pass(seconds: number): Promise<void>;
  /** The only delivery. */
  delivery(): Promise<{
    state: string;
    reason: string | null;
    detail: string | null;
    [column: string]: unknown;
  }>;
  /** How many create-lead requests reached Propexo. */
  posts(): number;
}

/** How Propexo is beyond its scenarios. */
export interface Upstream {
  /** null: no limit. */
  requestsPerMinute?: number | null;
  /** Its clock against the database's. */
  propexoAheadMs?: number;
}

export function testDelivery(
  name: string,
  body: (office: BackOffice, t: TestContext) => Promise<void>,
  { requestsPerMinute = null, propexoAheadMs = 0 }: Upstream = {},
): void {
  testStore(name, async (database, databaseClock, fresh, t) => {
    const clock = new HandClock(databaseClock.now + propexoAheadMs);
    const simulator = await startSimulator({
      now: clock.now,
      schedule: clock.schedule,
      requestsPerMinute,
    });
    t.after(() => simulator.close());
    const [property] = demoProperties() as [Property];
    await publishProperties(database, 'demo', demoProperties());
    const warnings: object[] = [];
    const clientOf = (totalTimeoutMs: number) =>
      createPropexoClient({
        baseUrl: simulator.url,
        token: 'simulator-token',
        connectTimeoutMs: 1_000,
        totalTimeoutMs,
      });
    const context: DeliveryContext = {
      database,
      propexo: clientOf(300),
      timeScale: 1,
      requestsPerMinute: 100_000,
      random: () => 0.999,
      log: { error: (facts) => warnings.push(facts), warn: (facts) => warnings.push(facts), info: () => {} },
    };
    const office: BackOffice = {
      context,
      simulator,
      database,
      property,
      warnings,
      fresh,
      clock: databaseClock,
      waitLong() {
        context.propexo = clientOf(30_000);
      },
      async accept(changes = {}, of = property) {
        const { receipt } = await acceptLead(database, submissionOf(of, changes));
        const lead = database.db.selectFrom('lead').select('reference').where('receipt', '=', receipt);
        return (await lead.executeTakeFirstOrThrow()).reference;
      },
      async acceptMany(count, of) {
        for (let index = 0; index < count; index += 1)
          await office.accept({ email_1: `${crypto.randomUUID()}@example.com` }, of);
      },
      async states() {
        const rows = await database.db
          .selectFrom('delivery')
          .select((select) => ['state', select.fn.countAll<number>().as('count')])
          .groupBy('state')
          .execute();
        return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
      },
      advance(seconds) {
        databaseClock.now += seconds * 1_000;
        clock.advance(seconds * 1_000);
      },
      async pass(seconds) {
        office.advance(seconds);
        await drainDeliveries(context);
      },
      async delivery() {
        const rows = await database.db.selectFrom('delivery').selectAll().execute();
        assert.equal(rows.length, 1);
        return rows[0] as never;
      },
      posts: () =>
        simulator.received.filter(({ method, path }) => method === 'POST' && path === '/v1/leads/resman/')
          .length,
    };
    await body(office, t);
  });
}

/** What Ana Cruz sends, with these changes; every call is another submission. */
export function submissionOf(property: Property, changes: Record<string, string> = {}): Submission {
  return {
    property,
    answers: leadSchema({ today: '2026-03-02', texts: textsIn('en') }).parse({
      first_name: 'Ana',
      last_name: 'Cruz',
      email_1: 'ana@example.com',
      ...changes,
    }),
    language: 'en',
    attribution: { campaign: {} },
    submissionId: crypto.randomUUID(),
  };
}

/** The same person asked before, by another way: a record that a search finds, and that is not ours. */
export async function askedBefore({ context, simulator, property }: BackOffice): Promise<void> {
  const { integration_id, property_id, employee_id, lead_source_id } = property;
  await context.propexo.createLead({
    integration_id,
    property_id,
    employee_id,
    lead_source_id,
    first_name: 'Ana',
    last_name: 'Cruz',
    email_1: 'ana@example.com',
    notes: 'Ref GC-AAAA-AAAA',
  });
  await simulator.settle();
}

/** What a worker with room for one takes now. */
export async function claimOne(context: DeliveryContext): Promise<Claim[]> {
  return (
    await claimDue(context, {
      total: 1,
      of: () => 1,
      sendsSinceQuestion: 0,
      lastTurn: () => 0,
    })
  ).claims;
}
