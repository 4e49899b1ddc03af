import { z } from 'zod';
import type { LeadSource } from '../property/known-sources.ts';
import { moment, orNothing, text } from './home-rows.ts';
import { type ListPage, readListPage } from './list-page.ts';

/** An id as the properties file may have it: what is left out here would seem to have vanished. */
const sourceRow = z.object({
  id: z.union([z.string(), z.number().transform(String)]).pipe(z.string().regex(/^[\x21-\x7e]{1,200}$/)),
  property_id: orNothing(z.string()),
  name: text(120),
  last_seen: moment,
});

export interface SourcePage extends ListPage {
  sources: LeadSource[];
}

/** One page of `GET /v1/lead-sources/`. @returns undefined when it is no page at all. */
export function readSourcePage(body: string, propertyId: string, offset: number): SourcePage | undefined {
  const page = readListPage(body, propertyId, offset);
  return (
    page && {
      rows: page.rows,
      more: page.more,
      sources: page.read(sourceRow, ({ id, name, last_seen }) => ({
        id,
        ...(name === undefined ? {} : { name }),
        ...(last_seen === undefined ? {} : { seenAt: last_seen }),
      })),
    }
  );
}
