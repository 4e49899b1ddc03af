import { createHash, randomUUID } from 'node:crypto';
import type { Kysely, Selectable, Updateable } from 'kysely';
import { type Database, readClock } from '../database/connect.ts';
import type { DeliveryRow, StaffActRow, Tables } from '../database/tables.ts';
import { personKeys } from '../lead/person-keys.ts';
import type { LeadAnswers } from '../lead/schema.ts';
import { type ActName, mayDuplicate, possibleActs } from './possible-acts.ts';
import { bodyForResMan, readLead } from './read-lead.ts';

type Delivery = Selectable<DeliveryRow>;

export interface ActRequest {
  leadId: string;
  /** `versionOf` the delivery that the person saw. */
  seen: string;
  /** The e-mail address of their account. */
  who: string;
}

export type ActResult =
  | 'done'
  /** ResMan has it: nothing is left to do. */
  | 'delivered_already'
  /** Somebody, or the program, was quicker: nothing was done. */
  | 'changed'
  /** Not for a delivery in this state. */
  | 'not_possible'
  /** It may make a duplicate, and that was not ticked. */
  | 'not_confirmed'
  | 'no_such_lead';

interface Office {
  database: Database;
  timeScale: number;
}

/** What a person saw when they decided: every move of a delivery changes it. */
export function versionOf(delivery: Pick<Delivery, 'state' | 'state_since' | 'attempts'>): string {
  return `${delivery.state}-${delivery.state_since}-${delivery.attempts}`;
}

/** A person found it in ResMan, or entered it there by hand. */
export function markFound(
  office: Office,
  request: ActRequest,
  recordId: string | undefined,
): Promise<ActResult> {
  return act(office, request, 'found', async (_, { now }) => ({
    set: {
      state: 'delivered',
      state_since: now,
      delivered_at: now,
      reason: 'found_by_staff',
      ...(recordId ? { record_id: recordId } : {}),
      ...atRest,
    },
    record: { act: 'found', details: { record_id: recordId ?? null } },
  }));
}

/** Queues it again; the worker looks once for the reference before it sends. */
export function sendAgain(office: Office, request: ActRequest, confirmed: boolean): Promise<ActResult> {
  return act(office, request, 'sendAgain', async (trx, { delivery, now }) => {
    if (mayDuplicate(delivery) && !confirmed) return 'not_confirmed';
    const { state, reason, detail } = delivery;
    return {
      set: {
        ...queuedAgain(now),
        retry_job_id: await jobToRepeat({ ...office.database, db: trx }, delivery),
      },
      record: { act: 'sent_again', details: { state, reason, detail } },
    };
  });
}

/** Corrects the answers and queues it again, as a new job: the old one has the old answers. */
export function editAndSend(office: Office, request: ActRequest, answers: LeadAnswers): Promise<ActResult> {
  return act(office, request, 'editAndSend', async (trx, { delivery, now }) => {
    const before = await trx
      .selectFrom('lead')
      .select('answers')
      .where('id', '=', delivery.lead_id)
      .executeTakeFirstOrThrow();
    await trx
      .updateTable('lead')
      .set({ answers: JSON.stringify(answers) })
      .where('id', '=', delivery.lead_id)
      .execute();
    const { state, reason, detail } = delivery;
    const changes = changedFields(JSON.parse(before.answers) as LeadAnswers, answers);
    return {
      set: { ...queuedAgain(now), ...personKeys(answers), retry_job_id: null },
      record: { act: 'edited', details: { state, reason, detail, changes } },
    };
  });
}

/** It is no spam. */
export function release(office: Office, request: ActRequest): Promise<ActResult> {
  return act(office, request, 'release', async (_, { now }) => ({
    set: {
      state: 'queued',
      state_since: now,
      queued_at: now,
      due_at: now,
      claim_id: null,
      lease_until: null,
    },
    record: { act: 'released', details: {} },
  }));
}

const atRest = { due_at: null, claim_id: null, lease_until: null };

function queuedAgain(now: number) {
  return {
    state: 'queued',
    state_since: now,
    queued_at: now,
    due_at: now,
    step: 0,
    prove_absent: 2,
    by_staff: 1,
    claim_id: null,
    lease_until: null,
    job_id: null,
    reason: 'sent_again_by_staff',
    detail: null,
  } as const;
}

type Decide = (
  trx: Kysely<Tables>,
  seen: { delivery: Delivery; now: number },
) => Promise<
  { set: Updateable<DeliveryRow>; record: { act: StaffActRow['act']; details: object } } | 'not_confirmed'
>;

/**
 * One transaction for each act, against what the person saw: of many clicks, or two people at once, one has an effect,
 * and the others learn that it changed.
 */
function act(
  { database, timeScale }: Office,
  request: ActRequest,
  name: ActName,
  decide: Decide,
): Promise<ActResult> {
  return database.db.transaction().execute(async (trx) => {
    const asked = trx.selectFrom('delivery').selectAll().where('lead_id', '=', request.leadId);
    const delivery = await (database.engine === 'postgres' ? asked.forUpdate() : asked).executeTakeFirst();
    if (!delivery) return 'no_such_lead';
    if (delivery.state === 'delivered') return 'delivered_already';
    if (versionOf(delivery) !== request.seen) return 'changed';
    const now = await readClock({ ...database, db: trx });
    if (!possibleActs(delivery, now, timeScale)[name]) return 'not_possible';
    const decision = await decide(trx, { delivery, now });
    if (decision === 'not_confirmed') return decision;
    await trx.updateTable('delivery').set(decision.set).where('id', '=', delivery.id).execute();
    await trx
      .insertInto('staff_act')
      .values({
        id: randomUUID(),
        delivery_id: delivery.id,
        who: request.who,
        act: decision.record.act,
        at: now,
        details: JSON.stringify(decision.record.details),
      })
      .execute();
    return 'done';
  });
}

/**
 * The failed job that Propexo can repeat, which never makes a second one. Only where ResMan refused it and the body
 * would be the same as then: a repeated job carries what it carried, not what was corrected since.
 */
async function jobToRepeat(database: Database, delivery: Delivery): Promise<string | null> {
  if (delivery.state !== 'failed' || delivery.reason !== 'refused_by_resman' || !delivery.job_id) return null;
  const lead = await readLead(database, delivery.lead_id);
  const last = lead?.attempts.at(-1);
  if (!lead || !last) return null;
  const body = JSON.stringify(bodyForResMan(lead));
  return createHash('sha256').update(body).digest('hex') === last.body_hash ? delivery.job_id : null;
}

/** Each field that differs, as [before, after]. */
function changedFields(then: LeadAnswers, now: LeadAnswers): Record<string, [unknown, unknown]> {
  const [before, after] = [eachByName(then), eachByName(now)];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    names
      .filter((name) => before[name] !== after[name])
      .map((name) => [name, [before[name] ?? null, after[name] ?? null]]),
  );
}

/** The answer to a question of the property's own stands under that question. */
function eachByName({ custom = [], ...answers }: LeadAnswers): Record<string, unknown> {
  return {
    ...answers,
    ...Object.fromEntries(custom.map(({ id, question, answer }) => [question ?? id, answer])),
  };
}
