import type { KeptPage, KeptScript } from './kept-page.ts';

/** The pages that were asked for lately, and the scripts of some more: a page may be open for long before it is touched. */
export interface KeptPages {
  /**
   * The page of this place in this version: kept, or made.
   * @param place what there is one page of at a time, as a slug with a language
   * @param make is called once for all who wait; whoever waits gets its error
   */
  page(place: string, version: string, make: () => Promise<KeptPage>): Promise<KeptPage>;
  script(path: string): KeptScript | undefined;
}

/** @param most pages; of the scripts, twice as many */
export function createKeptPages(most = 500): KeptPages {
  const pages = new Map<string, { version: string; page: Promise<KeptPage> }>();
  const scripts = new Map<string, KeptScript>();
  return {
    page(place, version, make) {
      const kept = pages.get(place);
      if (kept?.version === version) return kept.page;
      const page = make();
      const entry = { version, page };
      renew(pages, place, entry, most);
      page.then(
        ({ start }) => renew(scripts, start.path, start, 2 * most),
        () => {
          if (pages.get(place) === entry) pages.delete(place);
        },
      );
      return page;
    },
    script: (path) => scripts.get(path),
  };
}

/** The newest at the end; what has not been renewed for longest goes. */
function renew<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
