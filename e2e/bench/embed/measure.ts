import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright';
import { conditions } from '../page/conditions.ts';
import { rotate } from '../page/measure-pages.ts';
import { Wire } from '../page/wire.ts';
import { type LoaderId, loaderIds, loaderNames } from './loaders.ts';

/** One load of a customer's page; times are milliseconds. */
export interface Visit {
  /** Scripts that the page itself fetched. */
  scripts: number;
  /** Their bytes on the wire: headers, and bodies with gzip. */
  bytes: number;
  /** How long the page ran scripts, the frame's own not among them. */
  script: number;
  /** From the navigation until the frame had the height of what it shows; NaN where it did not get one. */
  sizedAt: number;
}

export type Visits = Record<LoaderId, Visit[]>;

/** Loads every page in every round, each round in another order; a first round does not count. */
export async function measureLoaders(browser: Browser, origin: string, rounds: number): Promise<Visits> {
  const visits: Visits = { none: [], guestcard: [], resizer: [], typeform: [], cal: [] };
  for (const id of loaderIds) await visit(browser, origin, id);
  for (let round = 0; round < rounds; round += 1)
    for (const id of rotate(loaderIds, round)) {
      const seen = await visit(browser, origin, id);
      visits[id].push(seen);
      const { bytes, script, sizedAt } = seen;
      console.log(
        `  round ${round + 1}: ${loaderNames[id].padEnd(24)} ${bytes} B, ${script.toFixed(1)} ms of script, height after ${sizedAt.toFixed(0)} ms`,
      );
    }
  return visits;
}

async function visit(browser: Browser, origin: string, id: LoaderId): Promise<Visit> {
  const { width, height, down, up, roundTrip, cpu } = conditions;
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-US' });
  try {
    // The servers of others are not asked: only what their scripts weigh and do at a website is measured.
    await context.route(
      ({ hostname }) => !/^(localhost|127\.0\.0\.1)$/.test(hostname),
      (route) => route.abort(),
    );
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: roundTrip,
      downloadThroughput: down / 8,
      uploadThroughput: up / 8,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    const wire = new Wire(session, origin);
    let scripts = 0;
    session.on('Network.requestWillBeSent', ({ type }) => {
      scripts += type === 'Script' ? 1 : 0;
    });
    await page.goto(`${origin}/${id}.html`);
    // The frame's own requests end in a process of their own, where this session does not see it.
    await page.waitForLoadState('networkidle');
    await pause(500);
    const { metrics } = await session.send('Performance.getMetrics');
    const ran = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
    const { result } = await session.send('Runtime.evaluate', { expression: 'window.sizedAt ?? NaN' });
    return {
      scripts,
      bytes: wire.transferred().script,
      script: 1_000 * ran,
      sizedAt: result.value ?? Number.NaN,
    };
  } finally {
    await context.close();
  }
}
