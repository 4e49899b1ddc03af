import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { chromium } from 'playwright';
import { testBrowser } from '../../setup/test-browser.ts';
import { browserArguments } from '../../setup/try-browser.ts';
import { buildGuestcard } from '../servers.ts';
import { measurePages } from './measure-pages.ts';
import { measureRequests } from './measure-requests.ts';
import { readOptions } from './options.ts';
import { buildPeers } from './peers.ts';
import { reportPages } from './report.ts';
import { servePages } from './serve-pages.ts';
import { buildBareNext, preparePages } from './site.ts';
import { versions } from './versions.ts';

const { pages, rounds, seconds, out } = readOptions(process.argv.slice(2));
const before = crowd();
await buildGuestcard();
preparePages();
const bareNext = await buildBareNext();
const { failed, installed } = await buildPeers(pages);
const { path, sandbox } = await testBrowser();
const served = await servePages(bareNext);
try {
  let chromiumVersion = '';
  const launch = async () => {
    const browser = await chromium.launch({
      executablePath: path,
      chromiumSandbox: sandbox,
      args: browserArguments,
    });
    chromiumVersion = browser.version();
    return browser;
  };
  const shown = pages.filter((id) => failed.every((peer) => peer.id !== id));
  console.log('\nLoading every page');
  const visits = await measurePages(
    launch,
    shown.map((id) => ({ id, url: served.url(id) })),
    rounds,
  );
  console.log('\nRequests a second');
  const requests = await measureRequests(served.asked, { rounds, seconds });
  const { page, figures } = reportPages({
    visits,
    requests,
    rounds,
    failed,
    versions: [...new Set([...versions(chromiumVersion), ...installed])],
    crowd: [before, crowd()],
    day: new Date().toISOString().slice(0, 10),
  });
  mkdirSync(out, { recursive: true });
  writeFileSync(`${out}/page-weight.md`, page);
  console.log(`\n${page}\nWrote ${out}/page-weight.md`);
  for (const { what, value, target, met } of figures) {
    if (met === false) console.error(`Missed: ${what}: ${value}, not ${target}`);
  }
  process.exitCode = failed.length > 0 || figures.some(({ met }) => met === false) ? 1 : 0;
} finally {
  await served.stop();
}

function crowd(): number {
  return loadavg()[0] ?? Number.NaN;
}
