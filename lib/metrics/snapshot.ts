import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import type { BudgetState } from '../delivery/request-budget.ts';
import type { DeliveryState } from '../delivery/states.ts';
import { staffNoticeMs } from '../delivery/states.ts';
import { type MissingSources, readMissingSources } from './missing-sources.ts';

/** What the shared database says at one moment. Ages in milliseconds by its own clock. */
export interface Snapshot {
  now: number;
  /** Undelivered leads; of each state at most `mostCounted`. */
  leads: Record<UndeliveredState, { count: number; oldestAge: number | null }>;
  needPerson: number;
  delivered: RecentDeliveries;
  budget: BudgetState;
  openCircuits: { integrationId: string; reason: string }[];
  homes: { oldestReadAge: number | null; failing: number };
  sources: MissingSources;
  webhooks: { waiting: number; oldestWaitingAge: number | null; handledInLastHour: Record<string, number> };
}

export interface RecentDeliveries {
  /** In the last hour, at most `mostCounted`. */
  inLastHour: number;
  /** From received to delivered, in milliseconds, ascending: the newest of them. */
  times: number[];
}

export const undeliveredStates = [
  'queued',
  'sending',
  'accepted',
  'unknown',
  'failed',
  'quarantined',
] as const satisfies DeliveryState[];
export type UndeliveredState = (typeof undeliveredStates)[number];

/** A look must stay cheap however large a backlog is, and beyond this the exact number changes nothing. */
export const mostCounted = 10_000;
/** Enough for a 99th percentile. */
export const mostTimed = 1_000;
const hour = 60 * 60_000;

/** Every question finds its rows by an index and stops at a limit. They run one after the other, on one connection. */
export async function takeSnapshot(database: Database, timeScale: number): Promise<Snapshot> {
  return database.db.connection().execute(async (db) => {
    const here = { ...database, db };
    const budget = await db
      .selectFrom('request_budget')
      .select(['next_at', 'staff_next_at', 'account_limit', 'pace_ms', 'pace_until', 'blocked_until'])
      .select(database.now().as('now'))
      .executeTakeFirstOrThrow();
    const { now, ...row } = budget;
    const leads = await readLeads(here, now);
    const late = await readLate(here, now, timeScale);
    return {
      now,
      leads,
      needPerson: leads.failed.count + late,
      delivered: await readDeliveries(here, now),
      budget: row,
      openCircuits: await readOpenCircuits(here),
      homes: await readHomes(here, now),
      sources: await readMissingSources(here, now),
      webhooks: await readWebhooks(here, now),
    };
  });
}

async function readLeads({ db }: Database, now: number): Promise<Snapshot['leads']> {
  const counted = undeliveredStates.map((state) =>
    db
      .selectFrom(
        db
          .selectFrom('delivery')
          .select(['state_since', 'queued_at'])
          .where('state', '=', state)
          .orderBy('state_since')
          .limit(mostCounted)
          .as('oldest'),
      )
      .select((select) => [
        sql<UndeliveredState>`${sql.lit(state)}`.as('state'),
        select.fn.countAll<number>().as('count'),
        // A lead that is tried again and again is still the one that waits longest.
        select.fn.min(state === 'queued' || state === 'sending' ? 'queued_at' : 'state_since').as('since'),
      ]),
  );
  const [first, ...others] = counted;
  if (!first) throw new Error('there are states');
  const rows = await others.reduce((all, next) => all.unionAll(next) as typeof all, first).execute();
  return Object.fromEntries(
    rows.map(({ state, count, since }) => [state, { count, oldestAge: ageOf(since, now) }]),
  ) as Snapshot['leads'];
}

/** Those that software still works on, but for so long that staff are shown them. */
async function readLate({ db }: Database, now: number, timeScale: number): Promise<number> {
  let late = 0;
  for (const [state, notice] of Object.entries(staffNoticeMs)) {
    const rows = db
      .selectFrom('delivery')
      .select('id')
      .where('state', '=', state as DeliveryState)
      .where('state_since', '<=', Math.round(now - notice * timeScale))
      .limit(mostCounted);
    late += await countOf(db, rows);
  }
  return late;
}

async function readDeliveries({ db }: Database, now: number): Promise<RecentDeliveries> {
  const recent = db
    .selectFrom('delivery')
    .where('state', '=', 'delivered')
    .where('state_since', '>', now - hour)
    .orderBy('state_since', 'desc');
  const rows = await recent
    .innerJoin('lead', 'lead.id', 'delivery.lead_id')
    .select((select) =>
      sql<number>`${select.ref('delivery.delivered_at')} - ${select.ref('lead.received_at')}`.as('time'),
    )
    .limit(mostTimed)
    .execute();
  return {
    inLastHour: await countOf(db, recent.select('id').limit(mostCounted)),
    times: rows.map(({ time }) => Math.max(0, time)).sort((one, other) => one - other),
  };
}

async function readOpenCircuits({ db }: Database): Promise<Snapshot['openCircuits']> {
  const rows = await db
    .selectFrom('integration_lane')
    .select(['integration_id', 'open_reason'])
    .where('open_reason', 'is not', null)
    .orderBy('integration_id')
    .limit(1_000)
    .execute();
  return rows.map((row) => ({ integrationId: row.integration_id, reason: row.open_reason ?? '' }));
}

/** One that was never read counts since it was first to be. */
async function readHomes({ db }: Database, now: number): Promise<Snapshot['homes']> {
  const row = await db
    .selectFrom('home_catalog')
    .select([
      sql<number | null>`min(case when wants_homes = 1 then coalesce(read_at, scheduled_at) end)`.as('since'),
      sql<number>`coalesce(sum(case when failures > 0 then 1 else 0 end), 0)`.as('failing'),
    ])
    .where('due_at', 'is not', null)
    .executeTakeFirst();
  return { oldestReadAge: ageOf(row?.since, now), failing: Number(row?.failing ?? 0) };
}

async function readWebhooks({ db }: Database, now: number): Promise<Snapshot['webhooks']> {
  const waiting = await db
    .selectFrom(
      db
        .selectFrom('webhook_event')
        .select('received_at')
        .where('handled_at', 'is', null)
        .limit(mostCounted)
        .as('event'),
    )
    .select((select) => [select.fn.countAll<number>().as('count'), select.fn.min('received_at').as('since')])
    .executeTakeFirst();
  const handled = await db
    .selectFrom(
      db
        .selectFrom('webhook_event')
        .select('outcome')
        .where('handled_at', '>', now - hour)
        .limit(mostCounted)
        .as('event'),
    )
    .select((select) => ['outcome', select.fn.countAll<number>().as('count')])
    .groupBy('outcome')
    .execute();
  return {
    waiting: waiting?.count ?? 0,
    oldestWaitingAge: ageOf(waiting?.since, now),
    handledInLastHour: Object.fromEntries(handled.map(({ outcome, count }) => [outcome ?? 'none', count])),
  };
}

async function countOf(
  db: Kysely<Tables>,
  rows: SelectQueryBuilder<Tables, 'delivery', { id: string }>,
): Promise<number> {
  const { count } = await db
    .selectFrom(rows.as('counted'))
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function ageOf(since: number | null | undefined, now: number): number | null {
  return since == null ? null : Math.max(0, now - since);
}
