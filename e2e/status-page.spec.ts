import { expect, test } from './fixtures/journey.ts';
import { fillContact, leadForm, status } from './fixtures/lead-form.ts';

test('it shows no personal data and is not passed on by links', async ({ page, email }) => {
  await page.goto('/p/maple-court');
  await fillContact(leadForm(page), email);
  await leadForm(page).message.fill('a private remark');
  await leadForm(page).send.click();
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  const response = await page.reload();
  const html = (await response?.text()) ?? '';
  for (const personal of ['Ana', 'Cruz', email, 'a private remark']) expect(html).not.toContain(personal);
  expect(response?.headers()['referrer-policy']).toBe('no-referrer');
  expect(response?.headers()['x-robots-tag']).toBe('noindex');
  expect(response?.headers()['cache-control']).toContain('no-store');
});

test('it asks calmly while pending and stops when final @javascript', async ({ page, simulator, email }) => {
  simulator.play({ kind: 'job', outcome: 'PENDING', match: email });
  await page.clock.install();
  await page.goto('/p/maple-court');
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  await page.waitForURL('**/status/*');
  let questions = 0;
  page.on('request', (request) => {
    if (request.url().includes('/api/status/')) questions += 1;
  });
  const answered = () => page.waitForResponse('**/api/status/*');
  for (let question = 0; question < 5; question += 1)
    await Promise.all([answered(), page.clock.runFor(3_000)]);
  const early = questions;
  await page.clock.fastForward(10 * 60_000);
  await expect.poll(() => questions).toBeGreaterThan(early);
  // Ten minutes passed at once: one timer was due, not hundreds.
  expect(questions).toBeLessThan(early + 4);

  await page.route('**/api/status/*', (route) =>
    route.fulfill({
      json: {
        state: 'delivered',
        received_at: new Date(0).toISOString(),
        delivered_at: new Date(0).toISOString(),
      },
    }),
  );
  await expect(async () => {
    await page.clock.runFor(5_000);
    await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 300 });
  }).toPass();
  const final = questions;
  await page.clock.runFor(10 * 60_000);
  expect(questions).toBe(final);
});

test('a receipt that does not exist is a 404', async ({ page }) => {
  const response = await page.goto('/status/AAAAAAAAAAAAAAAAAAAAAAAAAAA');
  expect(response?.status()).toBe(404);
});
