import { expect, test } from './fixtures/journey.ts';
import { fillContact, fillEverything, leadForm, status } from './fixtures/lead-form.ts';

test('a double click is one lead', async ({ page, inbox, email }) => {
  await page.goto('/p/maple-court');
  await fillContact(leadForm(page), email);
  await leadForm(page).send.dblclick();
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(inbox()).toHaveLength(1);
});

test('reloading the status page sends nothing', async ({ page, inbox, email }) => {
  await page.goto('/p/maple-court');
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  await page.waitForURL('**/status/*');
  await page.reload();
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(inbox()).toHaveLength(1);
});

test('Back and the same again is the same lead with the same status page', async ({ page, inbox, email }) => {
  await page.goto('/p/maple-court');
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  await page.waitForURL('**/status/*');
  const first = page.url();
  await page.goBack();
  await expect(leadForm(page).send).toBeVisible();
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  await page.waitForURL('**/status/*');
  expect(page.url()).toBe(first);
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(inbox()).toHaveLength(1);
});

test('Back and send again unchanged, every field filled: the browser’s own copy is the same lead @no-javascript', async ({
  page,
  inbox,
  email,
}) => {
  await page.goto('/p/maple-court?source=zillow');
  const form = leadForm(page);
  await fillEverything(form, email);
  await form.send.click();
  await page.waitForURL('**/status/*');
  const first = page.url();
  await page.goBack();
  await expect(form.moveIn).toHaveValue('2027-03-01');
  await expect(form.budget).toHaveValue('$2,950');
  await form.send.click();
  await page.waitForURL('**/status/*');
  expect(page.url()).toBe(first);
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(inbox()).toHaveLength(1);
});

test('two people at one kiosk are two leads', async ({ page, simulator, email }) => {
  await page.goto('/p/maple-court');
  const token = page.locator('input[name=submission_id]');
  const firstToken = await token.inputValue();
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  await page.waitForURL('**/status/*');
  const first = page.url();
  await page.goBack();
  await expect(leadForm(page).send).toBeVisible();
  await expect(token).not.toHaveValue(firstToken);
  await fillContact(leadForm(page), `second-${email}`);
  await leadForm(page).send.click();
  await page.waitForURL('**/status/*');
  expect(page.url()).not.toBe(first);
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  const sent = simulator.inbox.map(({ body }) => body.email_1).filter((address) => address?.endsWith(email));
  expect(sent.toSorted()).toEqual([email, `second-${email}`].toSorted());
});
