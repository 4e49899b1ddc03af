import { mock } from 'node:test';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Database } from '../../lib/database/connect.ts';
import { speech } from '../../lib/language/languages.ts';
import { type ReceivedLead, receiveLead } from '../../lib/lead/receive-lead.ts';
import { visitOf } from '../../lib/lead/visit.ts';
import { demoProperties } from '../../lib/property/demo-properties.ts';
import type { Property } from '../../lib/property/property.ts';
import { publishProperties } from '../../lib/property/published-properties.ts';
import { proofField } from '../../lib/spam/spam-fields.ts';
import { Dice } from '../rehearsal/dice.ts';
import { bots } from './bots.ts';
import { humans } from './humans.ts';
import { second, secret, type Visitor } from './visitor.ts';

export type Outcome = 'accepted' | 'proved' | 'asked' | 'quarantined' | 'refused';

export interface Played {
  visitor: Visitor;
  outcome: Outcome;
  /** What the last answer said, where it was no status page. */
  said: string[];
}

/** As little work as tests need; what the real one costs a browser is measured in the browser. */
const work = { rounds: 10, keys: [3, 9] } as const;

/** A day of a thousand bots and two hundred people, one after the other, through the code that receives leads. */
export async function playAttack(
  database: Database,
  clock: { now: number },
  seed: number,
): Promise<Played[]> {
  const properties = demoProperties();
  await publishProperties(database, 'demo', properties);
  const dice = new Dice(seed);
  const visitors = [...bots(dice), ...humans(dice)].sort((one, other) => one.sendsAt - other.sendsAt);
  const log = {
    error(facts: object) {
      throw new Error('a lead could not be saved', { cause: facts });
    },
  };
  const send = (
    visitor: Visitor,
    property: Property,
    fields: Record<string, string>,
    at: number,
  ): Promise<ReceivedLead> => {
    clock.now = at;
    mock.timers.setTime(at);
    // The client's own entry may say anything; the one of our proxy is the last.
    const headers = new Headers({ 'x-forwarded-for': `192.0.2.${dice.between(1, 99)}, ${visitor.address}` });
    return receiveLead(
      { database, now: at, log, secret, timeScale: 1, work },
      property,
      { sent: fields, tooLarge: false },
      visitOf(headers, 1, '10.0.0.2'),
      speech(fields.lang ?? 'en'),
    );
  };
  const played: Played[] = [];
  for (const visitor of visitors) {
    const property = dice.pick(properties);
    played.push(await play(database, visitor, (fields, at) => send(visitor, property, fields, at)));
  }
  return played;
}

type Send = (fields: Record<string, string>, at: number) => Promise<ReceivedLead>;

async function play(database: Database, visitor: Visitor, send: Send): Promise<Played> {
  let { fields, sendsAt: at } = visitor;
  let received = await send(fields, at);
  if (visitor.mends && Object.keys(received.state?.fieldErrors ?? {}).length > 0) {
    fields = { ...fields, ...visitor.mends.fields };
    at += visitor.mends.afterMs;
    received = await send(fields, at);
  }
  const challenge = received.state?.challenge;
  const isSolved = challenge !== undefined && visitor.solves;
  if (isSolved) {
    const solution = await solveChallenge({ challenge, deriveKey });
    at += second;
    received = await send({ ...fields, [proofField]: JSON.stringify({ challenge, solution }) }, at);
  }
  if (visitor.twice) {
    const again = await send(fields, at + second);
    if (again.receipt !== received.receipt) throw new Error('pressed twice, and it is two leads');
  }
  const { receipt, state } = received;
  if (receipt === undefined) {
    const outcome = state.challenge ? 'asked' : 'refused';
    return { visitor, outcome, said: [...state.formErrors, ...Object.values(state.fieldErrors).map(String)] };
  }
  const { state: delivery } = await database.db
    .selectFrom('lead')
    .innerJoin('delivery', 'delivery.lead_id', 'lead.id')
    .select('delivery.state')
    .where('receipt', '=', receipt)
    .executeTakeFirstOrThrow();
  if (delivery === 'quarantined') return { visitor, outcome: 'quarantined', said: [] };
  return { visitor, outcome: isSolved ? 'proved' : 'accepted', said: [] };
}
