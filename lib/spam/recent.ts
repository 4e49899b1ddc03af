import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { RecentKeys } from './recent-keys.ts';
import { mostCounted, type Recent } from './signals.ts';

/** How long a submit is remembered. */
export const rememberedMs = 24 * 60 * 60_000;
const hour = 60 * 60_000;
const tenMinutes = 10 * 60_000;

export const nothingBefore: Recent = {
  sameMessage: 0,
  hour: 0,
  tenMinutes: 0,
  sameForm: 0,
  sameFormNetworks: 0,
};

/**
 * What others sent before, for each of these: one statement for all of them, which finds its rows by an index and reads
 * at most 60 for each key.
 */
export async function lookBack(trx: Kysely<Tables>, wanted: RecentKeys[], now: number): Promise<Recent[]> {
  // All three for each, even without a key: the text then depends on their number only, and is read once.
  const parts = wanted.flatMap((keys, place) => [
    countClient(keys.client, place, now),
    countMessage(keys.message, keys.sender, place, now),
    countForm(keys.form, keys.client, place, now),
  ]);
  const found = wanted.map(() => ({ ...nothingBefore }));
  if (wanted.length === 0) return found;
  const { rows } = await sql<{
    place: number;
    what: 'client' | 'message' | 'form';
    one: number;
    other: number;
  }>`${sql.join(parts, sql` union all `)}`.execute(trx);
  for (const { place, what, one, other } of rows) {
    const recent = found[place];
    if (!recent) continue;
    if (what === 'message') recent.sameMessage = one;
    else if (what === 'client') Object.assign(recent, { hour: one, tenMinutes: other ?? 0 });
    else Object.assign(recent, { sameForm: one, sameFormNetworks: other });
  }
  return found;
}

const atMost = sql.lit(mostCounted);

function countClient(key: string | null, place: number, now: number) {
  return sql`select ${sql.lit(place)} as place, 'client' as what, count(*) as one,
    sum(case when at > ${now - tenMinutes} then 1 else 0 end) as other
    from (select at from recent_submission where client_key = ${key} and at > ${now - hour}
    order by at desc limit ${atMost}) as recent`;
}

function countMessage(key: string | null, sender: string, place: number, now: number) {
  return sql`select ${sql.lit(place)} as place, 'message' as what, count(distinct sender_key) as one, 0 as other
    from (select sender_key from recent_submission where message_key = ${key} and at > ${now - rememberedMs}
    order by at desc limit ${atMost}) as recent where sender_key <> ${sender}`;
}

function countForm(key: string | null, client: string | null, place: number, now: number) {
  return sql`select ${sql.lit(place)} as place, 'form' as what, count(*) as one,
    count(distinct case when client_key <> ${client ?? ''} then client_key end) as other
    from (select client_key from recent_submission where form_key = ${key} and at > ${now - rememberedMs}
    order by at desc limit ${atMost}) as recent`;
}

export async function remember(trx: Kysely<Tables>, submits: RecentKeys[], now: number): Promise<void> {
  if (submits.length === 0) return;
  await trx
    .insertInto('recent_submission')
    .values(
      submits.map(({ sender, client, message, form }) => ({
        sender_key: sender,
        client_key: client,
        message_key: message,
        form_key: form,
        at: now,
      })),
    )
    .execute();
}
