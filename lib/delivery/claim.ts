import { createHash, randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Attribution } from '../attribution/read-attribution.ts';
import { type Database, readClock } from '../database/connect.ts';
import type { DeliveryRow, Tables } from '../database/tables.ts';
import type { LeadAnswers } from '../lead/schema.ts';
import { resolveLeadSource } from '../property/lead-source.ts';
import { propertySchema } from '../property/property.ts';
import { type PropexoLead, toPropexoLead } from '../propexo/lead-payload.ts';

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

/**
 * Takes up to `limit` deliveries that are due. A send is `sending`, with its attempt on disk, before any byte leaves:
 * otherwise a crash after sending would look like "never sent".
 */
export async function claimDue(database: Database, limit: number, leaseMs: number): Promise<Claim[]> {
  const claimedAtMonotonic = performance.now();
  return database.db.transaction().execute(async (trx) => {
    const claimedAt = await readClock({ ...database, db: trx });
    const rows = await selectDue(trx, database, claimedAt, limit);
    const claims: Claim[] = [];
    for (const { reference, answers, attribution, definition, pauses, ...delivery } of rows) {
      const property = propertySchema.parse(JSON.parse(definition));
      const lead = toPropexoLead({
        reference,
        answers: JSON.parse(answers) as LeadAnswers,
        property,
        ...resolveLeadSource(property, JSON.parse(attribution) as Attribution),
      });
      const work = workFor(delivery);
      const claim: Claim = {
        work,
        id: delivery.id,
        claimId: randomUUID(),
        delivery,
        reference,
        lead,
        attempt: work === 'send' ? delivery.attempts + 1 : delivery.attempts,
        pauses: pauses ?? 0,
        claimedAt,
        claimedAtMonotonic,
      };
      await take(trx, claim, leaseMs);
      claims.push(claim);
    }
    return claims;
  });
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
  const lease = { claim_id: claim.claimId, lease_until: claim.claimedAt + leaseMs };
  if (claim.work === 'send') {
    await trx
      .updateTable('delivery')
      .set({
        ...lease,
        state: 'sending',
        state_since: claim.claimedAt,
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
