import type { Round } from '../statistics.ts';
import { expectText, loadGet } from './get-load.ts';
import { rotate } from './measure-pages.ts';

export type Asked = 'static' | 'guestcard' | 'next' | 'hello';
export type RequestRounds = Record<Asked, Round[]>;

const concurrency = 16;
/** Node optimises what runs often. */
const warmUpSeconds = 3;

/** How many times a second each page is answered, one page at a time, in rounds that take every page once. */
export async function measureRequests(
  urls: Record<Asked, string>,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<RequestRounds> {
  const measured: RequestRounds = { static: [], guestcard: [], next: [], hello: [] };
  const pages = Object.entries(urls) as [Asked, string][];
  for (const [page, url] of pages) {
    await expectText(url, page === 'hello' ? 'Hello' : 'name="sms_consent"');
    await loadGet({ url, concurrency, seconds: warmUpSeconds });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [page, url] of rotate(pages, round)) {
      const { perSecond, ...times } = await loadGet({ url, concurrency, seconds });
      measured[page].push({ perSecond, ...times });
      console.log(`  round ${round + 1}: ${page.padEnd(10)} ${perSecond.toFixed(0)}/s`);
    }
  }
  return measured;
}
