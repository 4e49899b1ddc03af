import { createHash, randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Attribution } from '../attribution/read-attribution.ts';
import { type Database, readClock } from '../database/connect.ts';
import type { DeliveryRow, Tables } from '../database/tables.ts';
import type { LeadAnswers } from '../lead/schema.ts';
import { resolveLeadSource } from '../property/lead-source.ts';
import { readDefinition } from '../property/property.ts';
import { type PropexoLead, toPropexoLead } from '../propexo/lead-payload.ts';
import { chooseWork, type Room } from './choose-work.ts';
import type { DeliveryContext } from './context.ts';
import { selectAccepted, selectDied, selectDue, selectExpired, selectSending } from './due.ts';
import { afterUse, allowance, changeBudget, holdBudget } from './request-budget.ts';
import { putOffUnreadable, scaled } from './schedule.ts';

/** A delivery that this worker alone may act on until its lease ends. */
export interface Claim {
  /**
   * What to do with it. `follow_all`: asked about together with the others of its integration.
   * `died`: a send whose process ended before it could say what happened. `expired`: nobody answered for three days.
   */
  work: 'send' | 'prove_absent' | 'follow' | 'follow_all' | 'reconcile' | 'died' | 'expired';
  id: string;
  claimId: string;
  delivery: Selectable<DeliveryRow>;
  reference: string;
  lead: PropexoLead;
  /** The attempt row written for this send. */
  attempt: number;
  /** The database's clock when it was claimed, epoch milliseconds. */
  claimedAt: number;
  /** The same moment on this process's monotonic clock, taken before the claim was asked for. */
  claimedAtMonotonic: number;
}

interface Claimed {
  claims: Claim[];
  /** Until the request budget allows more, in milliseconds; 0 when it was not what limited this. */
  wait: number;
  /** When this was, by the database's clock. */
  at: number;
}

type Context = Pick<DeliveryContext, 'database' | 'timeScale' | 'log' | 'requestsPerMinute'>;
type Moment = Pick<Claim, 'claimedAt' | 'claimedAtMonotonic'>;

/**
 * Takes what is due, as far as the request budget and the room allow: every claim but `died` and
 * `expired` has one request paid for.
 * A send is `sending`, with its attempt on disk, before any byte leaves: otherwise a crash after sending would look like
 * "never sent". Replicas claim one after the other, because each holds the budget meanwhile.
 */
export async function claimDue(
  context: Context,
  room: Pick<Room, 'total' | 'of' | 'sendsSinceQuestion' | 'lastTurn'>,
): Promise<Claimed> {
  const claimedAtMonotonic = performance.now();
  const { database, requestsPerMinute, timeScale } = context;
  return database.db.transaction().execute(async (trx) => {
    const budget = await holdBudget(trx, database);
    const claimedAt = await readClock({ ...database, db: trx });
    const moment = { claimedAt, claimedAtMonotonic };
    const claims = await takeAll(trx, context, await selectDied(trx, claimedAt), moment);
    const expired = await selectExpired(trx, claimedAt, timeScale);
    claims.push(...(await takeAll(trx, context, expired, moment, 'expired')));
    const allowed = allowance(budget, requestsPerMinute, claimedAt);
    if (room.total <= 0 || allowed.requests + allowed.forStaff === 0)
      return { claims, wait: room.total > 0 ? allowed.wait : 0, at: claimedAt };
    // When none of these could be read, others may be due behind them.
    for (let round = 1; ; round += 1) {
      const candidates = await selectDue(trx, claimedAt, timeScale, allowed.requests === 0);
      const sending = await selectSending(trx);
      const choice = chooseWork(candidates, { ...room, ...allowed, sending, now: claimedAt });
      const single = choice.single.map(({ id }) => id);
      const taken = await takeAll(trx, context, single, moment);
      for (const integration of choice.together) {
        const ids = await selectAccepted(trx, integration, claimedAt);
        taken.push(...(await takeAll(trx, context, ids, moment, 'follow_all')));
      }
      claims.push(...taken);
      const used = single.length + choice.together.length;
      if (taken.length > 0) {
        const rest = Math.max(0, used - choice.usedByStaff);
        const next = afterUse(budget, requestsPerMinute, claimedAt, rest, choice.usedByStaff);
        await changeBudget(trx, next);
      }
      if (used === 0) return { claims, wait: allowed.wait, at: claimedAt };
      if (taken.length > 0 || round === 5) return { claims, wait: 0, at: claimedAt };
    }
  });
}

/** Claims these deliveries, except those that somebody moved on in the meantime. */
async function takeAll(
  trx: Kysely<Tables>,
  context: Context,
  ids: string[],
  moment: Moment,
  work?: Claim['work'],
): Promise<Claim[]> {
  if (ids.length === 0) return [];
  const rows = await selectRows(trx, context.database, ids, moment.claimedAt);
  const claims: Claim[] = [];
  for (const row of rows.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))) {
    const claim = await takeRow(trx, context, row, moment, work);
    if (claim) claims.push(claim);
  }
  return claims;
}

function selectRows(trx: Kysely<Tables>, database: Database, ids: string[], now: number) {
  const rows = trx
    .selectFrom('delivery')
    .innerJoin('lead', 'lead.id', 'delivery.lead_id')
    .innerJoin('property', 'property.slug', 'delivery.property_slug')
    .selectAll('delivery')
    .select(['lead.reference', 'lead.answers', 'lead.attribution', 'property.definition'])
    .where('delivery.id', 'in', ids)
    .where('delivery.due_at', '<=', now)
    .where('delivery.state', 'in', ['queued', 'sending', 'accepted', 'unknown'])
    .where((row) =>
      row.or([row('delivery.lease_until', 'is', null), row('delivery.lease_until', '<=', now)]),
    );
  return (database.engine === 'postgres' ? rows.forUpdate('delivery').skipLocked() : rows).execute();
}

type DueRow = Awaited<ReturnType<typeof selectRows>>[number];

/** One lead that cannot be put together is put off: it must not keep all others from being delivered. */
async function takeRow(
  trx: Kysely<Tables>,
  { timeScale, log }: Context,
  row: DueRow,
  moment: Moment,
  work = workFor(row),
): Promise<Claim | undefined> {
  try {
    const claim = { ...readClaim(row, work), ...moment };
    await take(trx, claim, scaled('lease', timeScale));
    return claim;
  } catch (error) {
    if (!(error instanceof UnreadableLead)) throw error;
    log.error({ err: error, delivery: row.id }, 'a lead cannot be put together for ResMan');
    const due_at = moment.claimedAt + Math.round(putOffUnreadable * timeScale);
    await trx
      .updateTable('delivery')
      .set({ due_at, reason: 'unreadable' })
      .where('id', '=', row.id)
      .execute();
    return undefined;
  }
}

class UnreadableLead extends Error {
  override name = 'UnreadableLead';
}

function readClaim(row: DueRow, work: Claim['work']): Omit<Claim, keyof Moment> {
  const { reference, answers, attribution, definition, ...delivery } = row;
  try {
    const property = readDefinition(definition);
    const source = resolveLeadSource(property, JSON.parse(attribution) as Attribution);
    const lead = toPropexoLead({
      reference,
      answers: JSON.parse(answers) as LeadAnswers,
      property,
      ...source,
    });
    // A send goes where the property says now; everything after it looks where it went.
    const { integration_id, property_id } = work === 'send' ? lead : delivery;
    return {
      work,
      id: delivery.id,
      claimId: randomUUID(),
      delivery: { ...delivery, integration_id, property_id },
      reference,
      lead,
      attempt: work === 'send' ? delivery.attempts + 1 : delivery.attempts,
    };
  } catch (error) {
    throw new UnreadableLead(`${(error as Error).name} in the lead or its property`, { cause: error });
  }
}

function workFor(delivery: Selectable<DeliveryRow>): Claim['work'] {
  switch (delivery.state) {
    case 'queued':
      return delivery.prove_absent ? 'prove_absent' : 'send';
    case 'accepted':
      return 'follow';
    case 'sending':
      return 'died';
    default:
      return 'reconcile';
  }
}

async function take(trx: Kysely<Tables>, claim: Claim, leaseMs: number): Promise<void> {
  const lease = { claim_id: claim.claimId, lease_until: claim.claimedAt + Math.round(leaseMs) };
  if (claim.work !== 'send') {
    await trx.updateTable('delivery').set(lease).where('id', '=', claim.id).execute();
    return;
  }
  await trx
    .updateTable('delivery')
    .set({
      ...lease,
      state: 'sending',
      state_since: claim.claimedAt,
      integration_id: claim.delivery.integration_id,
      property_id: claim.delivery.property_id,
      attempts: claim.attempt,
      // When the lease ends and nobody has reported, the delivery is due again: as one whose process died.
      due_at: lease.lease_until,
    })
    .where('id', '=', claim.id)
    .execute();
  await trx
    .insertInto('attempt')
    .values({
      delivery_id: claim.id,
      number: claim.attempt,
      body_hash: createHash('sha256').update(JSON.stringify(claim.lead)).digest('hex'),
      started_at: claim.claimedAt,
      finished_at: null,
      outcome: null,
      http_status: null,
      job_id: null,
      detail: null,
    })
    .execute();
}
