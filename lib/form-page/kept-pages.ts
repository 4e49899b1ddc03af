import type { KeptPage, KeptScript } from './kept-page.ts';

/** The pages that were asked for lately, and the scripts of some more: a page may be open for long before it is touched. */
export interface KeptPages {
  /**
   * The page of this place in this version: kept, or made; undefined when it could not be made just now.
   * @param place what there is one page of at a time, as the address where it is rendered
   * @param make is called once for all who wait
   */
  page(place: string, version: string, make: () => Promise<KeptPage>): Promise<KeptPage | undefined>;
  script(path: string): KeptScript | undefined;
}

interface Entry {
  version: string;
  page: Promise<KeptPage | undefined>;
  /** Epoch milliseconds; until then nobody waits for another try. */
  restsUntil?: number;
}

const restMs = 5_000;

interface Surroundings {
  /** Epoch milliseconds. */
  now: () => number;
  /** Told each time that a page could not be made. */
  onFailure: (error: unknown, place: string) => void;
  /** Pages to keep; of the scripts, twice as many. */
  most?: number;
}

export function createKeptPages({ now, onFailure, most = 500 }: Surroundings): KeptPages {
  const pages = new Map<string, Entry>();
  const scripts = new Map<string, KeptScript>();
  return {
    page(place, version, make) {
      const kept = pages.get(place);
      if (kept?.version === version && !(kept.restsUntil && now() >= kept.restsUntil)) return kept.page;
      const page = make().then(
        (made) => {
          renew(scripts, made.start.path, made.start, 2 * most);
          return made;
        },
        (error: unknown) => {
          entry.restsUntil = now() + restMs;
          onFailure(error, place);
          return undefined;
        },
      );
      const entry: Entry = { version, page };
      renew(pages, place, entry, most);
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
