import { askPropexo } from '../../delivery/ask-propexo.ts';
import type { DeliveryContext, RequestKind } from '../../delivery/context.ts';
import type { Exchange } from '../../propexo/exchange.ts';
import type { ListPage } from '../../propexo/list-page.ts';

/** The largest page; and a smaller one for rows so long that such a page is longer than an answer may be. */
const pageSizes = [250, 50];
const mostPages = 20;
const mostRecords = 5_000;

/** A read that cannot be used; the message is for the log and for staff, without anything of the answer. */
export class UnusableRead extends Error {
  override name = 'UnusableRead';
}

/** The reading has to end here: the process ends, or somebody else has the lease. */
export class StoppedRead extends Error {
  override name = 'StoppedRead';
}

/** One of Propexo's lists about one property. */
export interface PagedList<Page extends ListPage> {
  /** The name of its endpoint. */
  name: string;
  kind: RequestKind;
  ask(page: { offset: number; limit: number }): Promise<Exchange>;
  /** Undefined when it is no page. */
  read(body: string, offset: number): Page | undefined;
  idsOf(page: Page): string[];
}

export interface Reader {
  context: DeliveryContext;
  /** Ends when a request may be made and is paid for. @throws StoppedRead */
  mayAsk(): Promise<void>;
  /** The ids of all records so far; those of a page are added after it was handed over. */
  seen: Set<string>;
}

/** All pages of a list, one request at a time. @throws UnusableRead, StoppedRead */
export async function* readPages<Page extends ListPage>(
  reader: Reader,
  list: PagedList<Page>,
): AsyncGenerator<Page, void> {
  const { seen } = reader;
  let offset = 0;
  for (let pages = 0; ; pages += 1) {
    if (pages === mostPages) throw new UnusableRead(`${list.name}: more than ${mostPages} pages`);
    const page = await readPage(reader, list, offset);
    yield page;
    const before = seen.size;
    const ids = list.idsOf(page);
    for (const id of ids) seen.add(id);
    if (seen.size > mostRecords) throw new UnusableRead(`more than ${mostRecords} records`);
    if (!page.more) return;
    if (page.rows === 0 || (ids.length > 0 && seen.size === before))
      throw new UnusableRead(`${list.name}: its pages do not go on`);
    offset += page.rows;
  }
}

async function readPage<Page extends ListPage>(
  { context, mayAsk }: Reader,
  { name, kind, ask, read }: PagedList<Page>,
  offset: number,
): Promise<Page> {
  for (const limit of pageSizes) {
    await mayAsk();
    const answer = await askPropexo(context, kind, () => ask({ offset, limit }));
    if (answer.kind !== 'answer') throw new UnusableRead(`${name}: no answer (${answer.reason})`);
    if (answer.status !== 200) throw new UnusableRead(`${name}: answered ${answer.status}`);
    if (!answer.bodyComplete) continue;
    const page = read(answer.body, offset);
    if (!page) throw new UnusableRead(`${name}: an answer that cannot be read`);
    return page;
  }
  throw new UnusableRead(`${name}: answers that are too long or break off`);
}
