import type { Database } from '../database/connect.ts';
import { readableCharacters } from '../lead/random-codes.ts';
import { type Link, readLink } from './link.ts';

export type NewLink = Pick<Link, 'property' | 'label' | 'touch' | 'destination' | 'expiresAt' | 'createdBy'>;

/** Four and a half billion: short enough for print, and nobody finds one by trying. */
const codeLength = 7;

/**
 * Keeps a new link under a code of its own.
 * @returns its code
 */
export async function makeLink(
  { db, now }: Database,
  { property, label, touch, destination, expiresAt, createdBy }: NewLink,
  random?: (bytes: number) => Uint8Array,
): Promise<string> {
  for (;;) {
    const code = readableCharacters(codeLength, random).toLowerCase();
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('link')
      .values({
        code,
        property_slug: property,
        label,
        source: touch.source ?? '',
        campaign: JSON.stringify(touch.campaign),
        destination: destination ?? null,
        expires_at: expiresAt ?? null,
        retired_at: null,
        visits: 0,
        created_by: createdBy,
        created_at: now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) return code;
  }
}

/** @param code as somebody typed it from print: capitals are the same. */
export async function findLink({ db }: Database, code: string): Promise<Link | undefined> {
  if (!/^[\w-]{4,32}$/.test(code)) return undefined;
  const row = await db
    .selectFrom('link')
    .selectAll()
    .where('code', '=', code.toLowerCase())
    .executeTakeFirst();
  return row && readLink(row);
}

/** Somebody followed it. */
export async function countVisit({ db }: Database, code: string): Promise<void> {
  await db
    .updateTable('link')
    .set(({ eb }) => ({ visits: eb('visits', '+', 1) }))
    .where('code', '=', code)
    .execute();
}

/** From now on it leads to the plain form. Doing it again changes nothing. */
export async function retireLink({ db, now }: Database, code: string): Promise<void> {
  await db
    .updateTable('link')
    .set({ retired_at: now() })
    .where('code', '=', code)
    .where('retired_at', 'is', null)
    .execute();
}

export async function restoreLink({ db }: Database, code: string): Promise<void> {
  await db.updateTable('link').set({ retired_at: null }).where('code', '=', code).execute();
}
