import type { Page } from 'playwright/test';
import type { Simulator } from '../lib/propexo/simulator/contract.ts';
import { mapleCourt } from '../lib/propexo/simulator/demo-communities.ts';
import { startSimulator } from '../lib/propexo/simulator/simulator.ts';
import { startGuestcard } from './fixtures/guestcard.ts';
import { expect, properties, test } from './fixtures/journey.ts';
import { fillContact, leadForm, status } from './fixtures/lead-form.ts';

const homesOf = (page: Page) => page.getByRole('group', { name: 'Floor plan' });
const home = (page: Page, name: string | RegExp) => homesOf(page).getByRole('radio', { name });
const idOf = (rows: { id: string; property_id: string; name?: string; number?: string }[], called: string) =>
  rows.find(
    (row) => row.property_id === mapleCourt.property_id && (row.name === called || row.number === called),
  )?.id;

/** The form with its homes in sight: they are read in the background when the program starts. */
async function openHomes(page: Page, address: string): Promise<void> {
  await expect(async () => {
    await page.goto(address);
    await page.getByText('Tell us about your home').click();
    await expect(homesOf(page)).toBeVisible({ timeout: 500 });
  }).toPass();
}

/** A program that reads homes again every few seconds. */
async function withOwn(
  play: (simulator: Simulator) => void,
  body: (simulator: Simulator, url: string) => Promise<void>,
) {
  const simulator = await startSimulator({ settleMs: 50, requestsPerMinute: null });
  play(simulator);
  const guestcard = await startGuestcard(
    {
      PROPEXO_API_TOKEN: 'simulator-token',
      PROPEXO_BASE_URL: simulator.url,
      DELIVERY_TIME_SCALE: '0.0005',
      PROPEXO_REQUESTS_PER_MINUTE: '100000',
      LOG_LEVEL: 'silent',
    },
    properties,
  );
  try {
    await body(simulator, guestcard.url);
  } finally {
    await guestcard.stop();
    await simulator.close();
  }
}

test('a floor plan, then one of its units, reach ResMan by their ids', async ({
  page,
  simulator,
  inbox,
  email,
}) => {
  await openHomes(page, '/p/maple-court');
  await expect(home(page, 'No preference')).toBeChecked();
  await expect(
    home(page, /^Linden\s1\sbed · 1\sbath · 705\ssq\sft\s\$2,995–\$3,160 a month\s2 available, from/),
  ).toBeVisible();
  await expect(home(page, 'Unit 202')).toBeHidden();
  await home(page, /^Linden/).check();
  await home(page, 'Unit 202').check();
  await expect(home(page, 'Unit 101')).toBeHidden();
  // What is wrong elsewhere costs nobody their choice.
  await leadForm(page).send.click();
  await expect(leadForm(page).problem).toBeFocused();
  await expect(home(page, 'Unit 202')).toBeChecked();
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  await expect(page.getByRole('status')).toContainText(status.received);
  await expect.poll(() => inbox().length).toBe(1);
  const { floor_plan_id, unit_id, notes } = inbox()[0]?.body ?? {};
  expect(floor_plan_id).toBe(idOf(simulator.catalog.floor_plans, 'Linden'));
  expect(unit_id).toBe(idOf(simulator.catalog.units, '202'));
  expect(notes).not.toContain('Home they chose');
});

test('a unit that is let while somebody fills in the form stops nothing', async ({ page, email }) => {
  await withOwn(
    () => {},
    async (simulator, url) => {
      await openHomes(page, `${url}/p/maple-court`);
      await home(page, /^Linden/).check();
      await home(page, 'Unit 202').check();
      const unit = simulator.catalog.units.find(({ id }) => id === idOf(simulator.catalog.units, '202'));
      if (!unit) throw new Error('the demo has a unit 202');
      simulator.addCatalog({ units: [{ ...unit, is_available: false }] });
      await expect
        .poll(async () => (await fetch(`${url}/p/maple-court`)).text(), { timeout: 20_000 })
        .not.toContain('Unit 202');
      await fillContact(leadForm(page), email);
      await leadForm(page).send.click();
      await expect(page.getByRole('status')).toContainText(status.received);
      await expect.poll(() => simulator.inbox.length).toBe(1);
      const { floor_plan_id, unit_id, notes } = simulator.inbox[0]?.body ?? {};
      expect(floor_plan_id).toBe(idOf(simulator.catalog.floor_plans, 'Linden'));
      expect(unit_id).toBeUndefined();
      expect(notes).toContain('\nHome they chose: unit 202 (Linden), no longer listed as available');
    },
  );
});

test('while homes cannot be read, the form asks for bedrooms', async ({ page, email }) => {
  await withOwn(
    (simulator) => simulator.play({ kind: 'answer', status: 500, endpoint: 'catalog', times: 'always' }),
    async (simulator, url) => {
      await expect.poll(() => simulator.received.some(({ path }) => path === '/v1/floor-plans/')).toBe(true);
      await page.goto(`${url}/p/maple-court`);
      await page.getByText('Tell us about your home').click();
      await expect(homesOf(page)).toHaveCount(0);
      await fillContact(leadForm(page), email);
      await leadForm(page).bedrooms('2').check();
      await leadForm(page).send.click();
      await expect(page.getByRole('status')).toContainText(status.received);
      await expect.poll(() => simulator.inbox[0]?.body.desired_num_bedrooms).toBe(2);
    },
  );
});
