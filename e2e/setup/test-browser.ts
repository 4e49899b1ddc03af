import { type Browser, findBrowser } from './find-browser.ts';

/** The browser of this run: found once, and handed to Playwright's processes through the environment. */
export async function testBrowser(): Promise<Browser> {
  const found = process.env.GUESTCARD_TEST_BROWSER;
  if (found) return JSON.parse(found);
  const browser = await findBrowser();
  process.env.GUESTCARD_TEST_BROWSER = JSON.stringify(browser);
  return browser;
}
