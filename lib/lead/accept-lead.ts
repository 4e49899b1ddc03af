import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Attribution } from '../attribution/campaign.ts';
import type { Trust } from '../attribution/link-signature.ts';
import { type Database, readClock } from '../database/connect.ts';
import { groupCommit, isRowRefused } from '../database/group-commit.ts';
import type { Tables } from '../database/tables.ts';
import type { ChosenHome } from '../property/homes/chosen-home.ts';
import type { Property } from '../property/property.ts';
import { type Judgement, judge, type Screening } from '../spam/screen.ts';
import { hashContent } from './content-hash.ts';
import { insertLeads, type NewLead } from './insert-leads.ts';
import { newReceipt } from './random-codes.ts';
import type { LeadAnswers } from './schema.ts';

export interface Submission {
  property: Property;
  answers: LeadAnswers;
  /** What the person read the form in. */
  language: string;
  /** What is known of the home among the answers: only what it believes goes on. */
  home?: ChosenHome | undefined;
  attribution: Attribution;
  /** What is thought of the source that it names. */
  trust?: Trust | undefined;
  /** Where the form was: on a page of ours, in a frame on a website, or somebody's own. */
  place?: 'page' | 'embed' | 'api' | undefined;
  /** Made for each rendering of the form; the same one again is a double click, a reload or Back. */
  submissionId: string;
  /** What the person agreed to, in the words they saw. */
  consent?: { wording: string };
  /** The website that the form was embedded in, one of the property's own. */
  embedOrigin?: string | undefined;
  page?: string | undefined;
  address?: string | undefined;
  userAgent?: string | undefined;
}

export interface ScreenedSubmission extends Submission {
  screening: Screening;
}

export interface AcceptedLead {
  receipt: string;
  /** False when the same submission was accepted before: nothing new was written. */
  isNew: boolean;
  /** Of a new one that was screened: quarantined, it waits for a person of the team. */
  verdict?: 'accepted' | 'quarantined';
  turnedBack?: never;
}

/** Nothing was written: the browser is to prove something first, or too many came from its network. */
export interface TurnedBack {
  receipt?: never;
  isNew?: never;
  verdict?: never;
  turnedBack: 'asked' | 'refused';
}

/**
 * Within this time the same words for the same property are the same submission, whatever its id: after Back without
 * JavaScript the browser shows the old text in a form with a new id.
 */
export const sameContentWindowMs = 24 * 60 * 60 * 1000;

/**
 * The one durable moment: after this returns, the lead, its consent and its delivery are on disk and the receipt may be
 * shown. Nothing outside the database is waited for. Those who send at the same moment share the wait for the disk.
 * @throws when the database cannot be written; then nothing was saved.
 */
export function acceptLead(
  database: Database,
  submission: ScreenedSubmission,
): Promise<AcceptedLead | TurnedBack>;
export function acceptLead(database: Database, submission: Submission): Promise<AcceptedLead>;
export function acceptLead(
  database: Database,
  submission: AnySubmission,
): Promise<AcceptedLead | TurnedBack> {
  let accept = entrances.get(database);
  if (!accept) {
    accept = groupCommit((submissions) => acceptTogether(database, submissions), isRowRefused);
    entrances.set(database, accept);
  }
  return accept(submission);
}

/** Unscreened, it is accepted whatever it looks like. */
type AnySubmission = Submission & Partial<ScreenedSubmission>;

const entrances = new WeakMap<Database, (submission: AnySubmission) => Promise<AcceptedLead | TurnedBack>>();

/** All of them or none, in their order. */
async function acceptTogether(
  database: Database,
  submissions: AnySubmission[],
): Promise<(AcceptedLead | TurnedBack)[]> {
  const hashed = submissions.map((submission) => ({ submission, contentHash: hashContent(submission) }));
  return database.db.transaction().execute(async (trx) => {
    if (database.engine === 'postgres') await lockContents(trx, hashed);
    const now = await readClock({ ...database, db: trx });
    const before = await findSame(trx, hashed, now);
    const fresh = firstOfEach(hashed.filter((one) => !before(one)));
    const leads = await judged(trx, fresh, now);
    await insertLeads(
      trx,
      leads.filter((lead) => 'receipt' in lead),
      now,
    );
    const byContent = new Map(leads.map((lead) => [lead.contentHash, lead]));
    return hashed.map((one): AcceptedLead | TurnedBack => {
      const receipt = before(one);
      if (receipt) return { receipt, isNew: false };
      const lead = byContent.get(one.contentHash);
      if (!lead) throw new Error('a submission is neither known nor new');
      if (!('receipt' in lead)) return { turnedBack: lead.turnedBack };
      if (lead.submission !== one.submission) return { receipt: lead.receipt, isNew: false };
      return { receipt: lead.receipt, isNew: true, ...(lead.verdict ? { verdict: lead.verdict } : {}) };
    });
  });
}

/** The same words several times at once are one lead: the first of them, or the first that brings a proof. */
function firstOfEach(hashed: HashedSubmission[]): HashedSubmission[] {
  const first = new Map<string, HashedSubmission>();
  for (const one of hashed) {
    const known = first.get(one.contentHash)?.submission.screening;
    if (!first.has(one.contentHash) || (!known?.proof && one.submission.screening?.proof))
      first.set(one.contentHash, one);
  }
  return [...first.values()];
}

type Judged = NewLead | (HashedSubmission & Pick<TurnedBack, 'turnedBack'>);

async function judged(trx: Kysely<Tables>, fresh: HashedSubmission[], now: number): Promise<Judged[]> {
  const screenings = fresh.flatMap(({ submission }) => submission.screening ?? []);
  const judgements = screenings.length > 0 ? await judge(trx, screenings, now) : [];
  const judgementOn = new Map<Screening | undefined, Judgement | undefined>(
    screenings.map((screening, place) => [screening, judgements[place]]),
  );
  return fresh.map((one): Judged => {
    const judgement = judgementOn.get(one.submission.screening);
    const verdict = judgement?.verdict;
    if (verdict === 'asked' || verdict === 'refused') return { ...one, turnedBack: verdict };
    return { ...one, id: randomUUID(), receipt: newReceipt(), judgement, verdict };
  });
}

export interface HashedSubmission {
  submission: AnySubmission;
  contentHash: string;
}

/**
 * Two requests with the same words at the same moment: the second waits, then finds the first. SQLite's transactions
 * already run one after the other. All take their locks in one order, so that no two wait for each other.
 */
async function lockContents(trx: Kysely<Tables>, hashed: HashedSubmission[]): Promise<void> {
  const hashes = sql.join(hashed.map(({ contentHash }) => contentHash));
  await sql`select pg_advisory_xact_lock(key) from (
    select hashtextextended(hash, 0) as key from unnest(array[${hashes}]::text[]) as hash order by 1 offset 0
  ) as keys`.execute(trx);
}

/** Looks up the receipt of an earlier submission that is the same: the oldest, if there are several. */
async function findSame(
  trx: Kysely<Tables>,
  hashed: HashedSubmission[],
  now: number,
): Promise<(one: HashedSubmission) => string | undefined> {
  const rows = await trx
    .selectFrom('lead')
    // Only what will be delivered, or waits for staff, counts as accepted.
    .innerJoin('delivery', 'delivery.lead_id', 'lead.id')
    .select(['receipt', 'submission_id', 'content_hash', 'received_at'])
    .where(
      'content_hash',
      'in',
      hashed.map(({ contentHash }) => contentHash),
    )
    .orderBy('received_at')
    .execute();
  return ({ submission: { submissionId }, contentHash }) =>
    rows.find(
      (row) =>
        row.content_hash === contentHash &&
        (row.submission_id === submissionId || row.received_at > now - sameContentWindowMs),
    )?.receipt;
}
