import { z } from 'zod';
import { parseJson } from './answers.ts';
import { orNothing } from './home-rows.ts';

const page = z.object({
  meta: z
    .looseObject({ hasMore: orNothing(z.boolean()), total: orNothing(z.number().int().nonnegative()) })
    .optional()
    .catch(undefined),
  results: z.array(z.unknown()).max(1_000),
});

export interface ListPage {
  /** How many rows it had, also those that could not be read or are of another property. */
  rows: number;
  /** There is, or may be, another page. */
  more: boolean;
}

/**
 * One page of any of Propexo's lists about one property. A row that cannot be read, or is of another property, is left out.
 * @param offset where the page began
 * @returns undefined when it is no page at all.
 */
export function readListPage(
  body: string,
  propertyId: string,
  offset: number,
):
  | (ListPage & {
      read<Row extends { property_id?: string | undefined }, Found>(
        schema: z.ZodType<Row>,
        toRecord: (row: Row) => Found,
      ): Found[];
    })
  | undefined {
  const { data } = page.safeParse(parseJson(body));
  if (!data) return undefined;
  const rows = data.results.length;
  const { hasMore, total } = data.meta ?? {};
  return {
    rows,
    // Documented as a boolean or null; where nothing is said, only an empty page is surely the last.
    more: hasMore ?? (total === undefined ? rows > 0 : offset + rows < total),
    read: (schema, toRecord) =>
      data.results.flatMap((result) => {
        const row = schema.safeParse(result).data;
        return row && (row.property_id ?? propertyId) === propertyId ? [toRecord(row)] : [];
      }),
  };
}
