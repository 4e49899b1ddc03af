import { createHash, randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Attribution } from '../attribution/read-attribution.ts';
import { type Database, readClock } from '../database/connect.ts';
import type { DeliveryRow, Tables } from '../database/tables.ts';
import type { LeadAnswers } from '../lead/schema.ts';
import { resolveLeadSource } from '../property/lead-source.ts';
import { readDefinition } from '../property/property.ts';
import { type PropexoLead, toPropexoLead } from '../propexo/lead-payload.ts';
import type { DeliveryContext } from './context.ts';
import { repairWaits, scaled, waitOf } from './schedule.ts';

/** A delivery that this worker alone may act on until its lease ends. */
export interface Claim {
  /** What to do with it: `died` is a send whose process ended before it could say what happened. */
  work: 'send' | 'prove_absent' | 'follow' | 'reconcile' | 'died';
  id: string;
  claimId: string;
  delivery: Selectable<DeliveryRow>;
  reference: string;
  lead: PropexoLead;
  /** The attempt row written for this send. */
  attempt: number;
  /** How often its integration had to pause in a row before this. */
  pauses: number;
  /** The database's clock when it was claimed, epoch milliseconds. */
  claimedAt: number;
  /** The same moment on this process's monotonic clock, taken before the claim was asked for. */
  claimedAtMonotonic: number;
}

type Context = Pick<DeliveryContext, 'database' | 'timeScale' | 'log'>;

/**
 * Takes up to `limit` deliveries that are due. A send is `sending`, with its attempt on disk, before any byte leaves:
 * otherwise a crash after sending would look like "never sent".
 */
export async function claimDue(context: Context, limit: number): Promise<Claim[]> {
  const claimedAtMonotonic = performance.now();
  return context.database.db.transaction().execute(async (trx) => {
    const claimedAt = await readClock({ ...context.database, db: trx });
    for (;;) {
      const rows = await selectDue(trx, context.database, claimedAt, limit);
      const claims: Claim[] = [];
      for (const row of rows) {
        const claim = await claimRow(trx, context, row, { claimedAt, claimedAtMonotonic });
        if (claim) claims.push(claim);
      }
      // When none of these could be read, others may be due behind them.
      if (claims.length > 0 || rows.length === 0) return claims;
    }
  });
}

/** One lead that cannot be put together is put off: it must not keep all others from being delivered. */
async function claimRow(
  trx: Kysely<Tables>,
  { timeScale, log }: Context,
  row: DueRow,
  at: Pick<Claim, 'claimedAt' | 'claimedAtMonotonic'>,
): Promise<Claim | undefined> {
  try {
    const claim = { ...readClaim(row), ...at };
    await take(trx, claim, scaled('lease', timeScale));
    return claim;
  } catch (error) {
    if (!(error instanceof UnreadableLead)) throw error;
    log.error({ err: error, delivery: row.id }, 'a lead cannot be put together for ResMan');
    const later = at.claimedAt + Math.round(waitOf(repairWaits, repairWaits.length, timeScale));
    await trx
      .updateTable('delivery')
      .set({ due_at: later, reason: 'unreadable' })
      .where('id', '=', row.id)
      .execute();
    return undefined;
  }
}

class UnreadableLead extends Error {
  override name = 'UnreadableLead';
}

type DueRow = Awaited<ReturnType<typeof selectDue>>[number];

function readClaim(row: DueRow): Omit<Claim, 'claimedAt' | 'claimedAtMonotonic'> {
  const { reference, answers, attribution, definition, pauses, ...delivery } = row;
  const work = workFor(delivery);
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
      pauses: pauses ?? 0,
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

function selectDue(trx: Kysely<Tables>, database: Database, now: number, limit: number) {
  const due = trx
    .selectFrom('delivery')
    .innerJoin('lead', 'lead.id', 'delivery.lead_id')
    .innerJoin('property', 'property.slug', 'delivery.property_slug')
    .leftJoin('integration_pause', 'integration_pause.integration_id', 'delivery.integration_id')
    .selectAll('delivery')
    .select(['lead.reference', 'lead.answers', 'lead.attribution', 'property.definition'])
    .select('integration_pause.step as pauses')
    .where('delivery.due_at', '<=', now)
    .where('delivery.state', 'in', ['queued', 'sending', 'accepted', 'unknown'])
    .where((row) => row.or([row('delivery.lease_until', 'is', null), row('delivery.lease_until', '<=', now)]))
    .where((row) =>
      row.or([
        row('integration_pause.until', 'is', null),
        row('integration_pause.until', '<=', now),
        // That a process died is known without asking anybody.
        row('delivery.state', '=', 'sending'),
      ]),
    )
    // Leads before questions about leads, then the longest waiting.
    .orderBy(sql`case delivery.state when 'queued' then 0 else 1 end`)
    .orderBy('delivery.due_at')
    .limit(limit);
  return (database.engine === 'postgres' ? due.forUpdate('delivery').skipLocked() : due).execute();
}

async function take(trx: Kysely<Tables>, claim: Claim, leaseMs: number): Promise<void> {
  const lease = { claim_id: claim.claimId, lease_until: claim.claimedAt + Math.round(leaseMs) };
  if (claim.work === 'send') {
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
  } else {
    await trx.updateTable('delivery').set(lease).where('id', '=', claim.id).execute();
  }
}

/** Milliseconds until something is due, for sleeping; negative when it is late, undefined when nothing waits. */
export async function untilNextDue(database: Database): Promise<number | undefined> {
  const row = await database.db
    .selectFrom('delivery')
    .select((select) => [select.fn.min('due_at').as('next'), database.now().as('now')])
    .where('due_at', 'is not', null)
    .executeTakeFirst();
  return row?.next == null ? undefined : row.next - row.now;
}
