import type { Page } from 'playwright/test';
import { snippetOf } from '../lib/embed/snippet.ts';
import { mapleCourt } from '../lib/propexo/simulator/demo-communities.ts';
import { startSimulator } from '../lib/propexo/simulator/simulator.ts';
import { startGuestcard } from './fixtures/guestcard.ts';
import { expect, properties, test } from './fixtures/journey.ts';
import { fillContact, leadForm, status } from './fixtures/lead-form.ts';
import { enter, owner } from './fixtures/staff-door.ts';

async function openProperty(page: Page): Promise<void> {
  await page.goto('/staff/properties');
  await enter(page);
  await expect(
    page.getByRole('navigation', { name: 'Staff area' }).getByRole('link', { name: 'Properties' }),
  ).toHaveAttribute('aria-current', 'page');
  await page.getByRole('link', { name: 'Maple Court' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Maple Court' })).toBeVisible();
}

test('the snippet by a few choices, and the form in a preview, which sends real leads', async ({
  page,
  guestcard,
  inbox,
  email,
}) => {
  await openProperty(page);
  await page.getByLabel('Language').selectOption('Español');
  await page.getByLabel('Lead source', { exact: true }).selectOption('zillow');
  await page.getByRole('button', { name: 'Show the snippet' }).click();
  await expect(page).toHaveURL(/lang=es&theme=&source=zillow#snippet$/);
  const [maple] = properties;
  const snippet = snippetOf(guestcard.url, { ...maple, locales: ['en', 'es'], sources: [] } as never, {
    kind: 'frame',
    language: 'es',
    scheme: undefined,
    source: 'zillow',
  });
  await expect(page.getByRole('textbox', { name: 'The snippet' })).toHaveValue(snippet);

  await page.getByLabel('Language').selectOption('As the visitor’s browser');
  await page.getByRole('button', { name: 'Show the snippet' }).click();
  await page.getByRole('region', { name: 'How it looks' }).scrollIntoViewIfNeeded();
  const frame = page.frameLocator('iframe');
  await fillContact(leadForm(frame), email);
  await leadForm(frame).send.click();
  await expect(frame.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(inbox().map(({ body }) => body.lead_source_id)).toEqual([mapleCourt.lead_sources[1]?.id]);
});

test('why the form does not show on a page: step by step until everything looks right @no-javascript', async ({
  page,
  guestcard,
  websites: { own, foreign },
}) => {
  await openProperty(page);
  const found = page.getByRole('region', { name: 'Does it show on your page?' });
  const check = async (address: string) => {
    await page.getByLabel('Address of the page').fill(address);
    await page.getByRole('button', { name: 'Check' }).click();
    await expect(page.getByLabel('Address of the page')).toHaveValue(address);
  };
  await check(`${foreign.origin}/contact`);
  await expect(found).toContainText('is not on this property’s list of websites');
  await expect(found.getByRole('textbox', { name: 'The lines to add' })).toHaveValue(
    `"embed_origins": [\n  "${own.origin}",\n  "${foreign.origin}"\n]`,
  );

  const snippet = await page.getByRole('textbox', { name: 'The snippet' }).inputValue();
  const html = `<!DOCTYPE html><html lang="en"><title>Contact</title>${snippet}</html>`;
  const asText = own.show('/contact', html.replace('<iframe', '&lt;iframe'));
  await check(asText);
  await expect(found).toContainText('The snippet is on the page as text');
  await check(
    own.show('/contact', html, {
      'content-security-policy': `frame-src 'self'; script-src ${guestcard.url}`,
    }),
  );
  await expect(found.getByRole('listitem')).toHaveCount(1);
  await expect(found).toContainText('Content-Security-Policy does not let the form in');
  await check(own.show('/contact', html));
  await expect(found).toContainText('Everything looks right.');
});

test('a lead source that ResMan has no longer is said before leads fail @no-javascript', async ({ page }) => {
  const simulator = await startSimulator({ settleMs: 50, requestsPerMinute: null });
  const [, zillow] = simulator.catalog.lead_sources;
  // The lists are read every few seconds.
  const settings = {
    PROPEXO_API_TOKEN: 'simulator-token',
    PROPEXO_BASE_URL: simulator.url,
    DELIVERY_TIME_SCALE: '0.001',
  };
  const guestcard = await startGuestcard(
    { ...settings, LOG_LEVEL: 'silent', STAFF_EMAIL: owner.email, STAFF_PASSWORD: owner.password },
    properties,
  );
  try {
    const warning = page.getByRole('region', { name: 'Lead sources of Maple Court' });
    const row = page
      .getByRole('region', { name: 'Lead sources', exact: true })
      .getByRole('listitem')
      .filter({ hasText: 'zillow' });
    const eventually = (look: () => Promise<void>) =>
      expect(async () => {
        await page.reload();
        await look();
      }).toPass({ timeout: 30_000 });
    await page.goto(`${guestcard.url}/staff/properties/maple-court`);
    await enter(page);
    await eventually(() => expect(row).toContainText('In ResMan', { timeout: 500 }));
    await expect(warning).toHaveCount(0);

    simulator.loseRow(zillow?.id ?? '');
    await eventually(() =>
      expect(warning).toContainText('zillow, “Zillow” in ResMan, is not among', { timeout: 500 }),
    );
    await expect(row).toContainText('Not in ResMan');
    await page.goto(`${guestcard.url}/staff/leads`);
    await expect(warning).toContainText('ResMan is likely to refuse');
    await warning.getByRole('link').click();
    await expect(page).toHaveURL(/\/staff\/properties\/maple-court#sources$/);
  } finally {
    await guestcard.stop();
    await simulator.close();
  }
});
