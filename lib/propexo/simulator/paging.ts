import { z } from 'zod';
import { invalidRequest, parseOrRefuse } from './answer.ts';

type Row = Record<string, unknown>;

const paging = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(0).max(250).default(100),
  'order-by': z.string().min(1).default('created_at:desc'),
});

/**
 * One page of rows: `{ meta, results }`. `filters` are the query parameters that narrow the rows, each with the field
 * it looks at. Unknown parameters are refused here (undocumented) because a filter that is not one returns everything.
 * Source: Propexo docs, pagination, sorting, filtering.
 */
export function pageOf(rows: Row[], query: Record<string, string>, filters: Record<string, string>) {
  const { offset, limit, 'order-by': orderBy } = parseOrRefuse(paging, query);
  const known = [...Object.keys(filters), ...Object.keys(paging.shape)];
  const strangers = Object.keys(query).filter((name) => !known.includes(name));
  if (strangers.length > 0) {
    const message = `Unrecognized key(s) in object: ${strangers.map((name) => `'${name}'`).join(', ')}`;
    throw invalidRequest([{ code: 'unrecognized_keys', keys: strangers, path: [], message }]);
  }
  refuseLoneExternalId(query);

  const asked = Object.entries(query).flatMap(([name, value]) => {
    const field = filters[name];
    return field === undefined ? [] : [{ name, field, value }];
  });
  const matching = rows.filter((row) => asked.every((filter) => matches(row, filter)));
  const order = readOrder(orderBy, rows[0]);
  const sorted = matching.toSorted((a, b) => compareRows(a, b, order));
  const meta = {
    orderBy: order.map(({ field, descending }) => ({ [field]: descending ? 'desc' : 'asc' })),
    offset,
    limit,
    hasMore: offset + limit < sorted.length,
    total: sorted.length,
  };
  return { meta, results: sorted.slice(offset, offset + limit) };
}

/** Source: Propexo docs, filtering: external ids are unique only within an integration and property. */
function refuseLoneExternalId(query: Record<string, string>) {
  const external = Object.keys(query).find((name) => name.startsWith('x_') && name !== 'x_property_id');
  if (!external) return;
  for (const needed of ['integration_id', 'x_property_id']) {
    if (query[needed] === undefined) {
      throw invalidRequest([
        { code: 'custom', path: [needed], message: `Required when filtering by ${external}` },
      ]);
    }
  }
}

function matches(row: Row, { name, field, value }: { name: string; field: string; value: string }): boolean {
  if (name.endsWith('_gte')) return Date.parse(String(row[field])) >= Date.parse(value);
  if (name.endsWith('_lte')) return Date.parse(String(row[field])) <= Date.parse(value);
  return row[field] !== null && String(row[field]) === value;
}

type Order = { field: string; descending: boolean }[];

function readOrder(orderBy: string, sample: Row | undefined): Order {
  return orderBy.split(',').map((part) => {
    const [field = '', direction = 'asc'] = part.split(':');
    if (!['asc', 'desc'].includes(direction) || (sample && !(field in sample))) {
      throw invalidRequest([{ code: 'custom', path: ['order-by'], message: `Cannot order by '${part}'` }]);
    }
    return { field, descending: direction === 'desc' };
  });
}

function compareRows(a: Row, b: Row, order: Order): number {
  for (const { field, descending } of order) {
    const [left, right] = [a[field] ?? '', b[field] ?? ''];
    if (left === right) continue;
    const smaller =
      typeof left === 'number' && typeof right === 'number' ? left < right : String(left) < String(right);
    return smaller === descending ? 1 : -1;
  }
  return 0;
}
