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
export async function measurePages(browser: Browser, pages: Served[], rounds: number): Promise<Visits> {
  for (const { url } of pages) await loadPage(browser, url);
  const visits: Visits = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const { id, url } of rotate(pages, round)) {
      const load = await loadPage(browser, url, { touched: id === 'guestcard' });
      const typing = await typeEarly(browser, url);
      visits[id] = [...(visits[id] ?? []), { load, typing }];
      console.log(`  round ${round + 1}: ${pageNames[id].padEnd(44)} ${inShort(load, typing)}`);
    }
  }
  return visits;
}

export function rotate<Item>(items: Item[], by: number): Item[] {
  const first = by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

function inShort({ bytes, fcp, lcp, blocked }: Load, { typingWorks, lost }: EarlyTyping): string {
  const times = [fcp, lcp, blocked, typingWorks].map((time) => time.toFixed(0));
  return `${bytes} B, FCP ${times[0]}, LCP ${times[1]}, TBT ${times[2]}, typing ${times[3]} ms, ${lost} keys lost`;
}
