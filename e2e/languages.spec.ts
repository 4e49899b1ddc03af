import { textsIn } from '../lib/language/languages.ts';
import { fill } from '../lib/language/texts.ts';
import { expect, test, zillowSourceId } from './fixtures/journey.ts';
import { fillContact, leadForm } from './fixtures/lead-form.ts';

const spanish = textsIn('es');
const { labels, form, rules, status } = spanish;

test('who reads Spanish gets Spanish from the form to the status page, and the team gets the lead', async ({
  browser,
  guestcard,
  inbox,
  email,
  javaScriptEnabled,
}) => {
  const context = await browser.newContext({
    baseURL: guestcard.url,
    locale: 'es-MX',
    javaScriptEnabled: javaScriptEnabled ?? true,
  });
  const page = await context.newPage();
  await page.goto('/p/maple-court');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page).toHaveTitle('Comuníquese con Maple Court');
  const send = page.getByRole('button', { name: form.send });
  await page.getByLabel(labels.first_name, { exact: true }).fill('Lucía');
  await page.getByLabel(labels.email_1).fill('lucia@@');
  await send.click();
  const problem = page.getByRole('region', { name: form.problem });
  await expect(problem).toContainText(rules.lastName);
  await expect(problem).toContainText(rules.email);
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');

  await page.getByLabel(labels.last_name).fill('Ñáñez');
  await page.getByLabel(labels.email_1).fill(email);
  await send.click();
  await expect(page.getByRole('status')).toContainText(status.states.delivered.heading, { timeout: 15_000 });
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  expect(inbox()).toHaveLength(1);
  expect(inbox()[0]?.body.last_name).toBe('Ñáñez');

  // Whoever opens the status page later, in another browser, reads what the form was read in.
  const answer = await context.request.get(page.url(), { headers: { 'accept-language': 'en' } });
  expect(await answer.text()).toContain('<html lang="es"');
  await context.close();
});

test('the switch shows the form in the other language with everything that was typed', async ({
  page,
  inbox,
  email,
}) => {
  await page.goto('/p/maple-court?source=zillow&utm_campaign=fall');
  await fillContact(leadForm(page), email);
  await leadForm(page).bedrooms('2').check();
  await leadForm(page).consent.check();
  await page.getByRole('button', { name: 'Español' }).click();

  await expect(page).toHaveURL(/\/p\/maple-court\?lang=es$/);
  await expect(page.getByRole('region', { name: form.problem })).toHaveCount(0);
  await expect(page.getByLabel(labels.first_name, { exact: true })).toHaveValue('Ana');
  await expect(page.getByLabel(labels.email_1)).toHaveValue(email);
  await expect(page.getByRole('group', { name: labels.desired_num_bedrooms }).getByLabel('2')).toBeChecked();
  // Another wording is another consent: it has to be given to the words that are read now.
  await expect(page.getByLabel(/enviarme mensajes de texto/)).not.toBeChecked();

  await page.getByLabel(labels.last_name).press('Enter');
  await expect(page.getByRole('status')).toContainText(status.states.delivered.heading, { timeout: 15_000 });
  expect(inbox()).toHaveLength(1);
  expect(inbox()[0]?.body.desired_num_bedrooms).toBe(2);
  expect(inbox()[0]?.body.lead_source_id, 'where the person came from survived the switch').toBe(
    zillowSourceId,
  );
});

test('Return in a field sends the form; it does not switch the language', async ({ page, inbox, email }) => {
  await page.goto('/p/maple-court');
  await fillContact(leadForm(page), email);
  await leadForm(page).lastName.press('Enter');
  await expect(page).toHaveURL(/\/status\//);
  await expect.poll(inbox).toHaveLength(1);
});

test('an address without a form, and one that asks for Spanish, in Spanish', async ({ page }) => {
  await page.goto('/p/nowhere?lang=es');
  await expect(page.getByRole('heading', { name: spanish.notices.nothingHere })).toBeVisible();
  await page.goto('/?lang=es');
  await page.getByRole('link', { name: 'Maple Court' }).click();
  await expect(page).toHaveTitle(fill(spanish.page.formTitle, { property: 'Maple Court' }));
});
