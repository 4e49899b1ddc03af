import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../database/connect.ts';

/** A website that wanted to show a property's form in a frame and is not on its list. */
export interface EmbedAttempt {
  origin: string;
  /** Epoch milliseconds. */
  firstAt: number;
  lastAt: number;
  times: number;
}

/** Of each property, and of everything that waits to be written. */
const mostOrigins = 50;
const mostWaiting = 200;
const betweenWritesMs = 2_000;

/** The websites that tried, the latest first. */
export async function listEmbedAttempts(database: Database, slug: string): Promise<EmbedAttempt[]> {
  const rows = await database.db
    .selectFrom('embed_attempt')
    .selectAll()
    .where('property_slug', '=', slug)
    .orderBy('last_at', 'desc')
    .orderBy('origin')
    .limit(mostOrigins)
    .execute();
  return rows.map(({ origin, first_at, last_at, times }) => ({
    origin,
    firstAt: first_at,
    lastAt: last_at,
    times,
  }));
}

/**
 * Notes attempts beside the answers: nobody waits for it, and what cannot be written is told to the log and forgotten.
 * The first is written at once, those that come meanwhile together.
 * @param wait for so many milliseconds
 */
export function noteEmbedAttempts(
  { database, log }: { database: Database; log: { error(facts: object, message: string): void } },
  wait: (milliseconds: number) => Promise<unknown> = (ms) => pause(ms, undefined, { ref: false }),
): (slug: string, origin: string) => void {
  const waiting = new Map<string, { slug: string; origin: string; times: number }>();
  let isWriting = false;
  const writeAll = async () => {
    isWriting = true;
    while (waiting.size > 0) {
      const attempts = [...waiting.values()];
      waiting.clear();
      try {
        await writeEmbedAttempts(database, attempts);
      } catch (error) {
        log.error({ err: error }, 'which websites tried to embed a form was not written');
      }
      await wait(betweenWritesMs);
    }
    isWriting = false;
  };
  return (slug, origin) => {
    const key = keyOf({ slug, origin });
    const before = waiting.get(key);
    if (!before && waiting.size >= mostWaiting) return;
    waiting.set(key, { slug, origin, times: (before?.times ?? 0) + 1 });
    if (!isWriting) void writeAll();
  };
}

function keyOf({ slug, origin }: { slug: string; origin: string }): string {
  return `${slug} ${origin}`;
}

/** Adds them up; of each property the latest are kept. */
export async function writeEmbedAttempts(
  database: Database,
  attempts: readonly { slug: string; origin: string; times: number }[],
): Promise<void> {
  // In one order everywhere: two replicas that lock the same rows would wait for each other in a circle.
  const ordered = attempts.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  await database.db.transaction().execute(async (trx) => {
    for (const { slug, origin, times } of ordered)
      await trx
        .insertInto('embed_attempt')
        .values({
          property_slug: slug,
          origin,
          first_at: database.now(),
          last_at: database.now(),
          times,
        })
        .onConflict((conflict) =>
          conflict.columns(['property_slug', 'origin']).doUpdateSet((set) => ({
            times: set('embed_attempt.times', '+', set.ref('excluded.times')),
            last_at: set.ref('excluded.last_at'),
          })),
        )
        .execute();
    for (const slug of new Set(ordered.map((attempt) => attempt.slug)))
      await trx
        .deleteFrom('embed_attempt')
        .where('property_slug', '=', slug)
        .where('origin', 'not in', (kept) =>
          kept
            .selectFrom('embed_attempt')
            .select('origin')
            .where('property_slug', '=', slug)
            .orderBy('last_at', 'desc')
            .limit(mostOrigins),
        )
        .execute();
  });
}
