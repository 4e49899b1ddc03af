import { mkdirSync } from 'node:fs';
import { chromium, type Page } from 'playwright';
import { deriveActionKey } from '../lib/start/action-key.ts';
import { buildIfNeeded } from '../lib/start/build.ts';
import { startGuestcard } from './fixtures/guestcard.ts';
import { fillContact, fillEverything, leadForm, status } from './fixtures/lead-form.ts';
import { enter, leadPage, setUpLink } from './fixtures/staff-door.ts';
import { openOffice } from './fixtures/staff-office.ts';
import { testBrowser } from './setup/test-browser.ts';
import { browserArguments } from './setup/try-browser.ts';

/**
 * Every state that a prospect or the staff can meet, at two widths, light and dark: look at them after each change.
 * With words as arguments, only those with one of them in their name.
 */
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

const staffStates: Record<string, (page: Page) => Promise<unknown>> = {
  'staff-sign-in': async (page) => {
    await page.goto('/staff');
    await page.getByLabel('Email').fill('somebody@example.com');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('is not right').waitFor();
  },
  'staff-leads': (page) => openLeads(page, '/staff/leads'),
  'staff-needs-nothing': (page) => openLeads(page, '/staff/leads?property=foundry-lofts'),
  'staff-refused': (page) => openLead(page, /Maximiliana/),
  'staff-edit': async (page) => {
    await openLead(page, /Maximiliana/);
    await leadPage(page).edit.click();
    await page.getByLabel('First name').waitFor();
  },
  'staff-edit-errors': async (page) => {
    await openLead(page, /Maximiliana/);
    await leadPage(page).edit.click();
    await page.getByLabel('Email').fill('max@@example');
    await page.getByLabel('Bedrooms').fill('two');
    await leadPage(page).save.click();
    await page.getByText('Enter the bedrooms').waitFor();
  },
  'staff-failure': (page) => openLead(page, /Okafor/),
  'staff-unknown': (page) => openLead(page, /小龙/),
  'staff-partial': (page) => openLead(page, /Petrov/),
  'staff-delivered': async (page) => {
    await openLead(page, /Cruz/);
    await page.getByText('What is sent to ResMan, exactly').click();
  },
  'staff-nowhere': (page) => openLeads(page, '/staff/leads/nowhere'),
};

async function openLeads(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await enter(page);
}

async function openLead(page: Page, name: RegExp): Promise<void> {
  await openLeads(page, '/staff/leads?show=all');
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
}

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
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
      await context.close();
    }
  }
}

const guestcard = await startGuestcard({ LOG_LEVEL: 'error' });
const office = await openOffice();
try {
  for (const [name, show] of Object.entries(states)) await take(name, guestcard.url, show);
  await take('staff-set-up', guestcard.url, (page) => page.goto(setUpLink(guestcard.output())));
  for (const [name, show] of Object.entries(staffStates)) await take(name, office.guestcard.url, show);
  office.simulator.play({ kind: 'revoke-token' });
  await office.sendLead('Wanda', 'Waits');
  await take('staff-held-up', office.guestcard.url, async (page) => {
    await openLeads(page, '/staff/leads');
    await page.getByRole('region', { name: 'Delivery is held up' }).waitFor();
  });
  if (isWanted('form')) {
    const context = await browser.newContext({
      baseURL: guestcard.url,
      viewport: { width: 1280, height: 860 },
    });
    const page = await context.newPage();
    await page.goto('/p/maple-court');
    await fillEverything(leadForm(page), 'ana.cruz@example.com');
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: readmePicture });
  }
} finally {
  await browser.close();
  await guestcard.stop();
  await office.stop();
}
console.log(`Wrote ${folder}/*.png and ${readmePicture}.`);
