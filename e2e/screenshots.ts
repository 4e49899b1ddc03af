import { mkdirSync } from 'node:fs';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { deriveActionKey } from '../lib/start/action-key.ts';
import { buildIfNeeded } from '../lib/start/build.ts';
import { startGuestcard } from './fixtures/guestcard.ts';
import { fillContact, fillEverything, leadForm, status } from './fixtures/lead-form.ts';
import { testBrowser } from './setup/test-browser.ts';
import { browserArguments } from './setup/try-browser.ts';

/** Every state that a prospect can meet, at two widths, light and dark: look at them after each change. */
const folder = 'test-results/screenshots';
const readmePicture = 'docs/form.png';

const states: Record<string, (page: Page) => Promise<unknown>> = {
  home: (page) => page.goto('/'),
  form: (page) => page.goto('/p/maple-court'),
  'form-filled': async (page) => {
    await page.goto('/p/maple-court');
    await fillEverything(leadForm(page), 'ana.cruz@example.com');
  },
  'form-errors': async (page) => {
    await page.goto('/p/maple-court');
    await leadForm(page).firstName.fill('Maximiliana Theodora');
    await leadForm(page).email.fill('max@@example');
    await leadForm(page).budget.fill('not too much');
    await leadForm(page).send.click();
    await leadForm(page).problem.waitFor();
  },
  'form-other-accent': (page) => page.goto('/p/foundry-lofts'),
  delivered: async (page) => {
    await page.goto('/p/maple-court');
    await fillContact(leadForm(page), 'shown@example.com');
    await leadForm(page).send.click();
    await page.getByRole('heading', { name: status.delivered }).waitFor();
  },
  received: async (page) => {
    await page.goto('/p/maple-court');
    await fillContact(leadForm(page), 'shown@example.com');
    await page.route('**/api/status/*', (route) => route.abort());
    await leadForm(page).message.fill(crypto.randomUUID());
    await leadForm(page).send.click();
    await page.getByRole('heading', { name: status.received }).waitFor();
  },
  'needs-staff': async (page) => {
    await page.route('**/api/status/*', (route) =>
      route.fulfill({
        json: { state: 'needs_staff', received_at: new Date().toISOString(), delivered_at: null },
      }),
    );
    await page.goto('/p/maple-court');
    await fillContact(leadForm(page), 'shown@example.com');
    await leadForm(page).message.fill(crypto.randomUUID());
    await leadForm(page).send.click();
    await page.getByText('The team will be in touch').waitFor();
  },
  'not-found': (page) => page.goto('/p/nowhere'),
};

mkdirSync(folder, { recursive: true });
mkdirSync('docs', { recursive: true });
await buildIfNeeded({ actionKey: deriveActionKey('screenshots'), keepAnyKey: true });
const { path, sandbox } = await testBrowser();
const guestcard = await startGuestcard({ LOG_LEVEL: 'error' });
const browser = await chromium.launch({
  executablePath: path,
  chromiumSandbox: sandbox,
  args: browserArguments,
});
const open = (width: number, colorScheme: 'light' | 'dark'): Promise<BrowserContext> =>
  browser.newContext({ baseURL: guestcard.url, viewport: { width, height: 860 }, colorScheme });
try {
  for (const width of [390, 1280]) {
    for (const scheme of ['light', 'dark'] as const) {
      for (const [name, show] of Object.entries(states)) {
        const context = await open(width, scheme);
        const page = await context.newPage();
        await show(page);
        await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png`, fullPage: true });
        await context.close();
      }
    }
  }
  const context = await open(1280, 'light');
  const page = await context.newPage();
  await page.goto('/p/maple-court');
  await fillEverything(leadForm(page), 'ana.cruz@example.com');
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: readmePicture });
} finally {
  await browser.close();
  await guestcard.stop();
}
console.log(`Wrote ${folder}/*.png and ${readmePicture}.`);
