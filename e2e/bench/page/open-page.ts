import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright';
import { conditions } from './conditions.ts';
import { type Observed, observe } from './observe.ts';
import { Wire } from './wire.ts';

/** The page fetches nothing for so long (milliseconds) once it is at rest. */
const calm = 1_000;

const patience = 60_000;

export class NeverSo extends Error {
  override name = 'NeverSo';
}

export interface OpenPage {
  page: Page;
  wire: Wire;
  /**
   * Reads something in the page. Playwright's own ways into a page compile a large script there first, which the page
   * would have to answer for.
   */
  look: <Seen>(expression: string) => Promise<Seen>;
  /** Looks again until it is so. @throws NeverSo after a minute */
  until: (expression: string) => Promise<void>;
  observed: () => Promise<Observed>;
  /** Milliseconds that the main thread was busy. */
  busy: () => Promise<number>;
  press: (key: string) => Promise<void>;
  /** What is in the first field. */
  typed: () => Promise<string>;
  /** Loaded, nothing fetched for a second, the first field there, and the main thread with nothing to do. */
  rest: () => Promise<void>;
  close: () => Promise<void>;
}

/** A page of a visitor who was never here: nothing is in any cache. */
export async function openPage(browser: Browser, url: string): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: conditions.width, height: conditions.height },
    hasTouch: true,
    isMobile: true,
    locale: 'en-US',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  // Not the time on the clock: another program that takes a core would count as work of the page.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: conditions.roundTrip,
    downloadThroughput: conditions.down / 8,
    uploadThroughput: conditions.up / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: conditions.cpu });
  await page.addInitScript(observe);
  const wire = new Wire(session, new URL(url).origin);

  async function look<Seen>(expression: string): Promise<Seen> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`${url}: ${expression}: ${result.description}`);
    return result.value;
  }
  async function until(expression: string): Promise<void> {
    const end = performance.now() + patience;
    while (!(await look<boolean>(expression))) {
      if (performance.now() > end) throw new NeverSo(`${url}: waited in vain for ${expression}`);
      await pause(25);
    }
  }
  return {
    page,
    wire,
    look,
    until,
    observed: () => look<Observed>('window.observed'),
    busy: async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
    },
    press: async (key) => {
      // Whoever sees that the cursor has gone puts it back.
      await look(`${firstField} !== document.activeElement && ${firstField}?.focus()`);
      await page.keyboard.press(key);
    },
    typed: () => look<string>(`${firstField}?.value ?? ''`),
    rest: async () => {
      await page.waitForLoadState('load');
      await until(`Boolean(${firstField}) && observed.lcp >= observed.fcp`);
      await wire.quiet(calm);
      await look('new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 2000 }))');
    },
    close: () => context.close(),
  };
}

/** The first text field that is drawn. */
export const firstField =
  "[...document.querySelectorAll('input')].find((input) => input.type === 'text' && input.getClientRects().length > 0)";
