import { test as base, expect } from 'playwright/test';
import { type Guestcard, startGuestcard } from './fixtures/guestcard.ts';
import { fillContact, leadForm, status } from './fixtures/lead-form.ts';

const test = base.extend<object, { demo: Guestcard }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from the pattern.
    async ({}, use) => {
      const demo = await startGuestcard({ LOG_LEVEL: 'error' });
      await use(demo);
      await demo.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ demo }, use) => use(demo.url),
});

test('without settings: two forms, every page says demo, a lead is delivered to the simulator', async ({
  page,
  demo,
}) => {
  expect(demo.output()).toContain(`${demo.url}/p/maple-court`);
  expect(demo.output()).toContain('the local simulator');
  await page.goto('/');
  await expect(page.getByText('Demo.')).toBeVisible();
  await page.getByRole('link', { name: 'The Foundry Lofts' }).click();
  await expect(page).toHaveURL(/\/p\/foundry-lofts$/);
  await expect(page.getByText('Demo.')).toBeVisible();
  await fillContact(leadForm(page), 'demo@example.com');
  await leadForm(page).send.click();
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 20_000 });
  await expect(page.getByText('Demo.')).toBeVisible();
  await page.goto('/nowhere');
  await expect(page.getByText('Demo.')).toBeVisible();
});

test('the demo’s own website has the form in its page, as high as what it asks, and over it', {
  tag: '@javascript',
}, async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'On a community’s website' }).click();
  const frame = page.locator('iframe').first();
  await frame.scrollIntoViewIfNeeded();
  await expect(frame).toHaveCSS('min-height', '0px');
  await leadForm(frame.contentFrame()).firstName.fill('Ana');
  await expect(page.getByText('guestcard:start')).toBeVisible();
  await page.getByRole('link', { name: 'Ask about Juniper' }).click();
  const form = leadForm(page.getByRole('dialog').frameLocator('iframe'));
  await expect(form.bedrooms('2')).toBeChecked();
});
