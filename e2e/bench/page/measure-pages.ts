import type { Browser } from 'playwright';
import { type Load, loadPage } from './load-page.ts';
import { type PageId, pageNames } from './page-ids.ts';
import { type EarlyTyping, typeEarly } from './type-early.ts';

export interface Visit {
  load: Load;
  typing: EarlyTyping;
}

/** What was measured of each page, one after the other in every round. */
export type Visits = Partial<Record<PageId, Visit[]>>;

/** A page, and where it is served. */
export interface Served {
  id: PageId;
  url: string;
}

/**
 * Loads every page in every round, each round in another order, so that a slow minute of the machine hits all alike. A
 * first round does not count: servers and disk are cold in it.
 */
export async function measurePages(
  launch: () => Promise<Browser>,
  pages: Served[],
  rounds: number,
): Promise<Visits> {
  let browser = await launch();
  /** A visit during which the browser ended is made again, once, in another one. */
  const visit = async ({ id, url }: Served): Promise<Visit> => {
    try {
      return await visitOnce(browser, id, url);
    } catch (error) {
      if (browser.isConnected()) throw error;
      console.error(`  The browser ended: ${pageNames[id]} again`);
      browser = await launch();
      return visitOnce(browser, id, url);
    }
  };
  const visits: Visits = {};
  try {
    for (const page of pages) await visit(page);
    for (let round = 0; round < rounds; round += 1) {
      for (const page of rotate(pages, round)) {
        const seen = await visit(page);
        visits[page.id] = [...(visits[page.id] ?? []), seen];
        console.log(`  round ${round + 1}: ${pageNames[page.id].padEnd(44)} ${inShort(seen)}`);
      }
    }
  } finally {
    await browser.close();
  }
  return visits;
}

async function visitOnce(browser: Browser, id: PageId, url: string): Promise<Visit> {
  const load = await loadPage(browser, url, { touched: id === 'guestcard' });
  return { load, typing: await typeEarly(browser, url) };
}

export function rotate<Item>(items: Item[], by: number): Item[] {
  const first = by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

function inShort({ load, typing }: Visit): string {
  const { bytes, fcp, lcp, blocked } = load;
  const { typingWorks, lost } = typing;
  const times = [fcp, lcp, blocked, typingWorks].map((time) => time.toFixed(0));
  return `${bytes} B, FCP ${times[0]}, LCP ${times[1]}, TBT ${times[2]}, typing ${times[3]} ms, ${lost} keys lost`;
}
