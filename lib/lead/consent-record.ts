import { randomUUID } from 'node:crypto';
import type { ExpressionBuilder, Insertable, Kysely } from 'kysely';
import type { ConsentRow, Tables } from '../database/tables.ts';
import type { Language } from '../language/languages.ts';
import { unrecognised } from '../property/consent-settings.ts';
import { hashWords } from '../property/consent-wording.ts';

/** A person's yes to text messages, as it arrived. */
export interface GivenConsent {
  leadId: string;
  propertySlug: string;
  /** What the person saw, as the form sent it along. */
  wording: string;
  /** The language of the form. */
  language: Language;
  page?: string | undefined;
  embedOrigin?: string | undefined;
  address?: string | undefined;
  userAgent?: string | undefined;
}

/** Writes down what was agreed to. Words that the property has never offered are kept too, and marked as such. */
export async function recordConsents(trx: Kysely<Tables>, given: GivenConsent[], now: number): Promise<void> {
  if (given.length === 0) return;
  const hashed = given.map((consent) => ({ ...consent, hash: hashWords(consent.wording) }));
  const offered = await trx
    .selectFrom('consent_wording')
    .select(['property_slug', 'wording_hash', 'language', 'version'])
    .where(
      'wording_hash',
      'in',
      hashed.map(({ hash }) => hash),
    )
    .orderBy('offered_at', 'desc')
    .execute();
  const records = hashed.map((consent): Insertable<ConsentRow> => {
    const known = recognise(
      offered.filter(
        (row) => row.property_slug === consent.propertySlug && row.wording_hash === consent.hash,
      ),
      consent.language,
    );
    return {
      id: randomUUID(),
      lead_id: consent.leadId,
      channel: 'sms',
      wording: consent.wording,
      wording_hash: consent.hash,
      page: consent.page ?? null,
      address: consent.address ?? null,
      user_agent: consent.userAgent ?? null,
      given_at: now,
      language: known?.language ?? consent.language,
      version: known?.version ?? unrecognised,
      embed_origin: consent.embedOrigin ?? null,
    };
  });
  await trx.insertInto('consent').values(records).execute();
}

/** The same words may have been offered in several languages and versions: the form's own language, the newest. */
function recognise<Offered extends { language: string }>(
  offered: Offered[],
  language: Language,
): Offered | undefined {
  return offered.find((row) => row.language === language) ?? offered[0];
}

/** For a query about leads: what the first consent of each says. */
export function firstConsent<Column extends 'version' | 'given_at'>(
  row: ExpressionBuilder<Tables, 'lead'>,
  column: Column,
) {
  return row
    .selectFrom('consent')
    .select(`consent.${column}`)
    .whereRef('consent.lead_id', '=', 'lead.id')
    .orderBy('consent.given_at')
    .limit(1);
}

/** What the notes for ResMan say of it. Records of before versions were kept say nothing, as when they were sent. */
export function versionedConsent(
  version: string | null,
  givenAt: number | null,
): { version: string; givenAt: number } | undefined {
  return version === null || givenAt === null ? undefined : { version, givenAt };
}
