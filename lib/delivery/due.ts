import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import type { Candidate } from './choose-work.ts';
import { retryUntil, staffNoticeAfter } from './schedule.ts';

/** Of each integration and kind of work, so many are looked at: a backlog of one must not hide the others. */
const looksAhead = 20;

/**
 * What is due and may go: its lease is free, its integration's circuit is closed, and nobody else has a send of unknown
 * outcome for the same person and property.
 */
export async function selectDue(
  trx: Kysely<Tables>,
  now: number,
  timeScale: number,
  onlyStaff: boolean,
): Promise<Candidate[]> {
  const isSend = sql<number>`case when delivery.state = 'queued' and delivery.prove_absent = 0 then 1 else 0 end`;
  const due = trx
    .selectFrom('delivery')
    .leftJoin('integration_lane as lane', 'lane.integration_id', 'delivery.integration_id')
    .select(['delivery.id', 'delivery.integration_id', 'delivery.due_at', 'delivery.by_staff'])
    .select(['delivery.property_slug', 'delivery.email_key', 'delivery.phone_key', 'lane.trial'])
    .select('delivery.state')
    .select(isSend.as('sends'))
    .select(
      sql<number>`row_number() over (partition by delivery.integration_id, ${isSend} order by delivery.by_staff desc, delivery.due_at)`.as(
        'place',
      ),
    )
    .select(sql<number>`count(*) over (partition by delivery.integration_id, delivery.state)`.as('peers'))
    .where('delivery.due_at', '<=', now)
    .where('delivery.state', 'in', ['queued', 'accepted', 'unknown'])
    .where((row) => row.or([row('delivery.lease_until', 'is', null), row('delivery.lease_until', '<=', now)]))
    .where((row) =>
      row.or([
        row('lane.open_reason', 'is', null),
        // Without a valid token a question is as pointless as a send; otherwise asking goes on.
        row.and([row('lane.open_reason', '<>', 'credentials'), row(isSend, '=', 0)]),
      ]),
    )
    .where((row) => row.or([row(isSend, '=', 0), row.not(sameUnderWay(now, timeScale))]));
  const rows = await trx
    .selectFrom((onlyStaff ? due.where('delivery.by_staff', '=', 1) : due).as('due'))
    .selectAll()
    .where('place', '<=', looksAhead)
    .execute();
  return rows.map((row) => ({ ...row, sends: row.sends === 1 }) as Candidate);
}

/** A send for the same person and property whose outcome nobody knows yet; past the staff notice it blocks no more. */
function sameUnderWay(now: number, timeScale: number) {
  const same = (key: 'email_key' | 'phone_key') => sql`
    select 1 from delivery other
    where other.property_slug = delivery.property_slug and other.${sql.ref(key)} = delivery.${sql.ref(key)}
      and other.id <> delivery.id
      and (other.state = 'sending'
        or (other.state = 'unknown' and other.state_since > ${now - staffNoticeAfter * timeScale}))`;
  return sql<boolean>`(exists (${same('email_key')}) or exists (${same('phone_key')}))`;
}

/** Sends whose process ended before it could say what happened: their lease is over. */
export async function selectDied(trx: Kysely<Tables>, now: number): Promise<string[]> {
  const rows = await trx
    .selectFrom('delivery')
    .select('id')
    .where('state', '=', 'sending')
    .where('lease_until', '<=', now)
    .limit(100)
    .execute();
  return rows.map(({ id }) => id);
}

/** Leads that an integration has not answered for as long as they are tried: they end in front of staff. */
export async function selectExpired(trx: Kysely<Tables>, now: number, timeScale: number): Promise<string[]> {
  const rows = await trx
    .selectFrom('delivery')
    .innerJoin('integration_lane as lane', 'lane.integration_id', 'delivery.integration_id')
    .select('id')
    .where('lane.open_reason', '=', 'failing')
    .where('state', '=', 'queued')
    .where('prove_absent', '=', 0)
    .where('due_at', '<=', now)
    .where('queued_at', '<=', now - retryUntil * timeScale)
    .limit(100)
    .execute();
  return rows.map(({ id }) => id);
}

/** Accepted jobs of an integration that are due, the longest waiting first. */
export async function selectAccepted(
  trx: Kysely<Tables>,
  integrationId: string,
  now: number,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('delivery')
    .select('id')
    .where('integration_id', '=', integrationId)
    .where('state', '=', 'accepted')
    .where('due_at', '<=', now)
    .where((row) => row.or([row('lease_until', 'is', null), row('lease_until', '<=', now)]))
    .orderBy('due_at')
    .limit(200)
    .execute();
  return rows.map(({ id }) => id);
}

/** Integrations with a send under way, of any replica. */
export async function selectSending(trx: Kysely<Tables>): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('delivery')
    .select('integration_id')
    .distinct()
    .where('state', '=', 'sending')
    .execute();
  return new Set(rows.map(({ integration_id }) => integration_id));
}

/**
 * Milliseconds until something becomes due that was not yet at `since`; undefined when nothing will.
 * @param since epoch milliseconds by the database's clock, when the last claim was made
 */
export async function untilNextDue(database: Database, since: number): Promise<number | undefined> {
  const row = await database.db
    .selectFrom('delivery')
    .select((select) => [select.fn.min('due_at').as('next'), database.now().as('now')])
    .where('due_at', '>', since)
    .executeTakeFirst();
  return row?.next == null ? undefined : row.next - row.now;
}
