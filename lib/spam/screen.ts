import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { LeadAnswers } from '../lead/schema.ts';
import { sinceRendering } from '../lead/submission-id.ts';
import { checkProof, type Proof } from './challenge.ts';
import { lookBack, nothingBefore, remember } from './recent.ts';
import { type RecentKeys, recentKeys } from './recent-keys.ts';
import { type Recent, type Signal, signalsAmong, signalsOf } from './signals.ts';
import { canProveField, proofField } from './spam-fields.ts';
import { scoreOf, type Verdict, verdictOn } from './verdict.ts';

/** A submit as far as it was judged without looking at others. */
export interface Screening {
  signals: Signal[];
  keys: RecentKeys;
  answers: LeadAnswers;
  canProve: boolean;
  proof: Proof | undefined;
}

interface Submit {
  sent: Record<string, string>;
  answers: LeadAnswers;
  contentHash: string;
  address: string | undefined;
}

interface Circumstances {
  secret: string;
  /** Epoch milliseconds. */
  now: number;
  timeScale: number;
}

/** The first half, outside the database. */
export async function screen(submit: Submit, { secret, now, timeScale }: Circumstances): Promise<Screening> {
  const { sent, answers, contentHash, address } = submit;
  const since = sinceRendering(sent.submission_id, secret, now);
  const signals = signalsOf({ sent, answers, sinceRendering: since, timeScale });
  const proof = await checkProof(secret, contentHash, sent[proofField], now);
  if (proof === 'false') signals.push({ name: 'false_proof', weight: 30 });
  return {
    signals,
    keys: recentKeys(secret, answers, address, since === undefined ? undefined : sent.submission_id),
    answers,
    canProve: sent[canProveField] === 'yes',
    proof: typeof proof === 'object' ? proof : undefined,
  };
}

export interface Judgement {
  verdict: Verdict;
  score: number;
  proven: boolean;
  signals: Signal[];
}

/**
 * The second half, in the transaction that stores the leads: all that arrived together, each also beside those before
 * it. A proof counts once.
 */
export async function judge(trx: Kysely<Tables>, screenings: Screening[], now: number): Promise<Judgement[]> {
  const unused = await useProofs(trx, screenings);
  const before = await lookBack(
    trx,
    screenings.map(({ keys }) => keys),
    now,
  );
  const stored: RecentKeys[] = [];
  const judgements = screenings.map((screening, place): Judgement => {
    const { answers, keys, canProve, proof } = screening;
    // Two of one group with the same proof: it is the first one's.
    const proven = proof !== undefined && unused.delete(proof.nonce);
    const recent = withThese(before[place] ?? nothingBefore, stored, keys);
    const signals = [...screening.signals, ...signalsAmong(recent, answers, keys.form !== null)];
    if (proof && !proven) signals.push({ name: 'used_proof', weight: 30 });
    const verdict = verdictOn({ signals, canProve, proven });
    if (verdict === 'accepted' || verdict === 'quarantined') stored.push(keys);
    return { verdict, score: scoreOf(signals), proven, signals };
  });
  await remember(trx, stored, now);
  return judgements;
}

/** @returns the nonces that nobody had used */
async function useProofs(trx: Kysely<Tables>, screenings: Screening[]): Promise<Set<string>> {
  const proofs = new Map(screenings.flatMap(({ proof }) => (proof ? [[proof.nonce, proof.expiresAt]] : [])));
  if (proofs.size === 0) return new Set();
  const rows = await trx
    .insertInto('used_proof')
    .values([...proofs].map(([nonce, expires_at]) => ({ nonce, expires_at })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('nonce')
    .execute();
  return new Set(rows.map(({ nonce }) => nonce));
}

/** Those that are stored in the same transaction count too. */
function withThese(before: Recent, stored: RecentKeys[], keys: RecentKeys): Recent {
  const same = (name: 'client' | 'message' | 'form') =>
    keys[name] === null ? [] : stored.filter((other) => other[name] === keys[name]);
  const clients = same('client').length;
  const forms = same('form');
  const differing = (others: RecentKeys[], name: 'sender' | 'client') =>
    new Set(others.map((other) => other[name]).filter((key) => key !== null && key !== keys[name])).size;
  return {
    sameMessage: before.sameMessage + differing(same('message'), 'sender'),
    hour: before.hour + clients,
    tenMinutes: before.tenMinutes + clients,
    sameForm: before.sameForm + forms.length,
    sameFormNetworks: before.sameFormNetworks + differing(forms, 'client'),
  };
}
