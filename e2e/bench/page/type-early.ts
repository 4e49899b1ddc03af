import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright';
import { worksFrom } from './kept.ts';
import { firstField, openPage } from './open-page.ts';

/** Somebody who types into the first field from the moment it is shown, until the page is at rest. */
export interface EarlyTyping {
  /** Milliseconds from the navigation to the first key from which on none was lost; infinite when the last one was. */
  typingWorks: number;
  typed: number;
  lost: number;
}

/** A fast typist: ten keys a second. */
export const betweenKeys = 100;
const alphabet = 'abcdefghijklmnopqrstuvwxyz';
/** A name can have 100 characters. */
const mostKeys = 90;

/** Nobody types into what is not painted. */
const shown = `performance.getEntriesByName('first-contentful-paint').length > 0 && Boolean(${firstField})`;

export async function typeEarly(browser: Browser, url: string): Promise<EarlyTyping> {
  const { page, until, press, typed, observed, rest, close } = await openPage(browser, url);
  try {
    await page.goto(url, { waitUntil: 'commit' });
    await until(shown);
    let resting = false;
    const rested = rest().finally(() => {
      resting = true;
    });
    // It is waited for below; until then it may fail unheard.
    rested.catch(() => {});
    let keys = '';
    while (!resting && keys.length < mostKeys) {
      const key = alphabet.charAt(keys.length % alphabet.length);
      await press(key);
      keys += key;
      await Promise.race([pause(betweenKeys), rested]);
    }
    await rested;
    // What the typing itself has set going comes to rest too.
    await rest();
    const kept = await typed();
    const first = worksFrom(keys, kept);
    const arrived = (await observed()).keys;
    return {
      typingWorks:
        (first < keys.length ? arrived.at(first - keys.length) : undefined) ?? Number.POSITIVE_INFINITY,
      typed: keys.length,
      lost: keys.length - kept.length,
    };
  } finally {
    await close();
  }
}
