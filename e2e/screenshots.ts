import { mkdirSync } from 'node:fs';
import { chromium, type Page } from 'playwright';
import { languages } from '../lib/language/languages.ts';
import { deriveActionKey } from '../lib/start/action-key.ts';
import { buildIfNeeded } from '../lib/start/build.ts';
import { startGuestcard } from './fixtures/guestcard.ts';
import { fillEverything, leadForm } from './fixtures/lead-form.ts';
import { setUpLink } from './fixtures/staff-door.ts';
import { openOffice } from './fixtures/staff-office.ts';
import { openLeads, prospectStates, staffStates } from './fixtures/states.ts';
import { testBrowser } from './setup/test-browser.ts';
import { browserArguments } from './setup/try-browser.ts';

/**
 * Every state that a prospect or the staff can meet, at two widths, light and dark, a prospect's in every language: look
 * at them after each change. With words as arguments, only those with one of them in their name.
 */
const folder = 'test-results/screenshots';
const readmePicture = 'docs/form.png';

mkdirSync(folder, { recursive: true });
mkdirSync('docs', { recursive: true });
await buildIfNeeded({ actionKey: deriveActionKey('screenshots'), keepAnyKey: true });
const { path, sandbox } = await testBrowser();
const browser = await chromium.launch({
  executablePath: path,
  chromiumSandbox: sandbox,
  args: browserArguments,
});
const words = process.argv.slice(2);
const isWanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word));

async function take(name: string, baseURL: string, show: (page: Page) => Promise<unknown>): Promise<void> {
  if (!isWanted(name)) return;
  for (const width of [390, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ baseURL, viewport: { width, height: 860 }, colorScheme });
      const page = await context.newPage();
      await show(page);
      // What stands still beside the form would stand where the page was scrolled to.
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
      await context.close();
    }
  }
}

const guestcard = await startGuestcard({ LOG_LEVEL: 'error', DELIVERY_TIME_SCALE: '0.1' });
const office = await openOffice();
try {
  for (const [code, texts] of languages) {
    for (const [name, show] of Object.entries(prospectStates(code, texts)))
      await take(`${name}-${code}`, guestcard.url, show);
  }
  await take('staff-set-up', guestcard.url, (page) => page.goto(setUpLink(guestcard.output())));
  for (const [name, show] of Object.entries(staffStates)) await take(name, office.guestcard.url, show);
  office.simulator.play({ kind: 'revoke-token' });
  await office.sendLead('Wanda', 'Waits');
  await take('staff-held-up', office.guestcard.url, async (page) => {
    await openLeads(page, '/staff/leads');
    await page.getByRole('region', { name: 'Delivery is held up' }).waitFor();
  });
  if (isWanted('readme')) await takeForReadme();
} finally {
  await browser.close();
  await guestcard.stop();
  await office.stop();
}
console.log(`Wrote ${folder}/*.png${isWanted('readme') ? ` and ${readmePicture}` : ''}.`);

async function takeForReadme(): Promise<void> {
  const context = await browser.newContext({
    baseURL: guestcard.url,
    viewport: { width: 1280, height: 860 },
  });
  const page = await context.newPage();
  await page.goto('/p/maple-court');
  await fillEverything(leadForm(page), 'ana.cruz@example.com');
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: readmePicture });
  await context.close();
}
