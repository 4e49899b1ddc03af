import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import type { Candidate } from './choose-work.ts';
import { retryUntil, staffNoticeAfter } from './schedule.ts';

/** Of each integration and kind of work, so many are looked at: a backlog of one must not hide the others. */
const looksAhead = 10;
/** SQLite takes at most 500 selects in one statement. */
const mostTogether = 200;

/**
 * What is due and may go: its lease is free, its integration's circuit is closed, and nobody else has a send of unknown
 * outcome for the same person and property. However much waits, only the first of each integration and kind is read.
 */
export async function selectDue(
  trx: Kysely<Tables>,
  now: number,
  timeScale: number,
  onlyStaff: boolean,
): Promise<Candidate[]> {
  const lanes = await trx
    .selectFrom('integration_lane')
    .select(['integration_id', 'open_reason', 'trial'])
    .execute();
  const byIntegration = new Map(lanes.map((lane) => [lane.integration_id, lane]));
  const parts = (await integrationsAtWork(trx)).flatMap((integration) => {
    const lane = byIntegration.get(integration);
    // Without a valid token a question is as pointless as a send; with any other trouble asking goes on.
    if (lane?.open_reason === 'credentials') return [];
    const first = (kind: Kind) => firstDue(trx, integration, kind, now, timeScale, onlyStaff);
    return [
      ...(lane?.open_reason ? [] : [first('sends')]),
      first('proves'),
      first('follows'),
      first('searches'),
    ];
  });
  const rows: Awaited<ReturnType<(typeof parts)[number]['execute']>> = [];
  while (parts.length > 0) {
    const [part, ...others] = parts.splice(0, mostTogether);
    if (part) rows.push(...(await others.reduce((all, other) => all.unionAll(other), part).execute()));
  }
  const peers = Map.groupBy(rows, (row) => `${row.integration_id} ${row.state}`);
  const places = new Map<string, number>();
  return rows.map((row) => {
    const sends = row.state === 'queued' && row.prove_absent === 0;
    const queue = `${row.integration_id} ${sends}`;
    const place = (places.get(queue) ?? 0) + 1;
    places.set(queue, place);
    return {
      ...row,
      sends,
      place,
      peers: peers.get(`${row.integration_id} ${row.state}`)?.length ?? 1,
      trial: byIntegration.get(row.integration_id)?.trial ?? 0,
    } as Candidate;
  });
}

type Kind = 'sends' | 'proves' | 'follows' | 'searches';

function firstDue(
  trx: Kysely<Tables>,
  integration: string,
  kind: Kind,
  now: number,
  timeScale: number,
  onlyStaff: boolean,
) {
  const state = ({ sends: 'queued', proves: 'queued', follows: 'accepted', searches: 'unknown' } as const)[
    kind
  ];
  const due = trx
    .selectFrom('delivery')
    .select(['id', 'state', 'prove_absent', 'integration_id', 'due_at', 'by_staff'])
    .select(['property_slug', 'email_key', 'phone_key'])
    .where('integration_id', '=', integration)
    .where('state', '=', state)
    .where('due_at', '<=', now)
    .where((row) => row.or([row('lease_until', 'is', null), row('lease_until', '<=', now)]))
    .$if(kind === 'sends', (query) =>
      query.where('prove_absent', '=', 0).where((row) => row.not(sameUnderWay(now, timeScale))),
    )
    .$if(kind === 'proves', (query) => query.where('prove_absent', '<>', 0))
    .$if(onlyStaff, (query) => query.where('by_staff', '=', 1))
    .orderBy('due_at')
    .limit(looksAhead);
  return trx.selectFrom(due.as('due')).selectAll();
}

/** Integrations with deliveries that are not at rest: one step through the index for each, however many wait. */
async function integrationsAtWork(trx: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive integration(id) as (
      select min(integration_id) from delivery where due_at is not null
      union all
      select (select min(integration_id) from delivery where due_at is not null and integration_id > integration.id)
      from integration where integration.id is not null
    ) select id from integration where id is not null`.execute(trx);
  return rows.map(({ id }) => id);
}

/** A send for the same person and property whose outcome nobody knows yet; past the staff notice it blocks no more. */
function sameUnderWay(now: number, timeScale: number) {
  const same = (key: 'email_key' | 'phone_key') => sql`
    select 1 from delivery other
    where other.property_slug = delivery.property_slug and other.${sql.ref(key)} = delivery.${sql.ref(key)}
      and other.id <> delivery.id and other.state in ('sending', 'unknown')
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
