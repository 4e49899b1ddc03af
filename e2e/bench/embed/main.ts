import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { testBrowser } from '../../setup/test-browser.ts';
import { browserArguments } from '../../setup/try-browser.ts';
import { property } from '../page/guestcard-property.ts';
import { buildGuestcard, closedPort, startForm, startProgram } from '../servers.ts';
import { installLoaders, prepareSite, site, sourceOf, writePages } from './loaders.ts';
import { measureLoaders } from './measure.ts';
import { reportLoaders } from './report.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, out: { type: 'string', default: 'docs' } },
});
const rounds = Number(values.rounds);
const before = loadavg()[0] ?? Number.NaN;
await buildGuestcard();
const installed = await installLoaders();
prepareSite();
// Both servers name each other, so that one needs its port before it runs.
const port = new URL((await closedPort()).url).port;
const [origin, elsewhere] = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
const propertiesFile = join(site, '..', 'properties.json');
writeFileSync(propertiesFile, JSON.stringify({ properties: [{ ...property, embed_origins: [origin] }] }));
const guestcard = await startForm((await closedPort()).url, { PROPERTIES_FILE: propertiesFile });
const address = guestcard.url.replace('127.0.0.1', 'localhost');
writePages(elsewhere, address);
const server = await startProgram(['e2e/bench/page/static-server.ts', site, port], 'Serving', () => origin);
const { path, sandbox } = await testBrowser();
const browser = await chromium.launch({
  executablePath: path,
  chromiumSandbox: sandbox,
  args: browserArguments,
});
try {
  const visits = await measureLoaders(browser, origin, rounds);
  const { page, figures } = reportLoaders({
    visits,
    sources: {
      guestcard: sourceOf('guestcard'),
      resizer: sourceOf('resizer'),
      typeform: sourceOf('typeform'),
      cal: sourceOf('cal'),
    },
    inFrame: { guestcard: await frameScript(address), resizer: sourceOf('child') },
    rounds,
    versions: [`Chromium ${browser.version()}`, `Node ${process.versions.node}`, ...installed],
    crowd: [before, loadavg()[0] ?? Number.NaN],
    day: new Date().toISOString().slice(0, 10),
  });
  mkdirSync(values.out, { recursive: true });
  writeFileSync(`${values.out}/embed-weight.md`, page);
  console.log(`\n${page}\nWrote ${values.out}/embed-weight.md`);
  process.exitCode = figures.some(({ met }) => met === false) ? 1 : 0;
} finally {
  await browser.close();
  await server.stop();
  await guestcard.stop();
}

/** What the form in a frame has in its document beyond the form on its own page. */
async function frameScript(address: string): Promise<string> {
  const [framed = '', own = ''] = await Promise.all(
    ['embed', 'p'].map(async (area) => {
      const html = await (await fetch(`${address}/${area}/${property.slug}`)).text();
      return /<script id="early"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    }),
  );
  return framed.replace(own, '');
}
