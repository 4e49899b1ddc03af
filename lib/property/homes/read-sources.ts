import { readSourcePage } from '../../propexo/lead-sources.ts';
import type { LeadSource } from '../known-sources.ts';
import type { PropertyIds } from './catalog.ts';
import { type Reader, readPages } from './paged-read.ts';

/** All pages of the list of a property's lead sources. @throws UnusableRead, StoppedRead */
export async function readSources(reader: Reader, { property_id }: PropertyIds): Promise<LeadSource[]> {
  const all: LeadSource[] = [];
  const pages = readPages(reader, {
    name: 'lead-sources',
    kind: 'sources',
    ask: (page) => reader.context.propexo.listSources(property_id, page),
    read: (body, offset) => readSourcePage(body, property_id, offset),
    idsOf: ({ sources }) => sources.map(({ id }) => id),
  });
  for await (const { sources } of pages) all.push(...sources);
  return all;
}
