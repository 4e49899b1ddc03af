import type { Selectable } from 'kysely';
import type { Touch } from '../attribution/campaign.ts';
import type { LinkRow } from '../database/tables.ts';

/** A tracked link that staff made. Times are epoch milliseconds. */
export interface Link {
  /** What stands behind `/l/`. */
  code: string;
  /** The slug of its property. */
  property: string;
  /** What staff call it. */
  label: string;
  touch: Touch;
  /** A page of the property's own website; without one it leads to the form's page. */
  destination: string | undefined;
  expiresAt: number | undefined;
  retiredAt: number | undefined;
  createdBy: string;
  createdAt: number;
  /** How often somebody followed it. */
  visits: number;
}

export function readLink(row: Selectable<LinkRow>): Link {
  return {
    code: row.code,
    property: row.property_slug,
    label: row.label,
    touch: { ...(row.source ? { source: row.source } : {}), campaign: JSON.parse(row.campaign) },
    destination: row.destination ?? undefined,
    expiresAt: row.expires_at ?? undefined,
    retiredAt: row.retired_at ?? undefined,
    createdBy: row.created_by,
    createdAt: row.created_at,
    visits: row.visits,
  };
}

/** Whether it still leads on with its source and campaign. */
export function isInUse(
  { retiredAt, expiresAt }: Pick<Link, 'retiredAt' | 'expiresAt'>,
  now: number,
): boolean {
  return retiredAt === undefined && (expiresAt === undefined || expiresAt > now);
}
