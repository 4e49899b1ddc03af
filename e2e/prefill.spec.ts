import { mapleCourt } from '../lib/propexo/simulator/demo-communities.ts';
import { untilRunning } from './fixtures/framework.ts';
import { expect, test } from './fixtures/journey.ts';
import { leadForm, status } from './fixtures/lead-form.ts';

test('wishes in the query: chosen, the group is open, and what is sent has them', async ({
  page,
  inbox,
  email,
}) => {
  await page.goto(
    `/p/maple-court?source=zillow&gc_first_name=Ana&lastName=Cruz&email=${email.replace('@', '+apts@')}&MoveInDate=3/1/2031&bedrooms=2&bathrooms=7&max_rent=$1,800&sms_consent=yes&phone=+14155550134`,
  );
  const form = leadForm(page);
  await expect(form.email).toHaveValue(email.replace('@', '+apts@'));
  await expect(form.moveIn).toHaveValue('2031-03-01');
  await expect(form.bedrooms('2')).toBeChecked();
  await expect(form.budget).toBeVisible();
  await expect(form.bathrooms('Any')).toBeChecked();
  await expect(form.consent).not.toBeChecked();
  await form.email.fill(email);
  await form.send.click();
  await expect(page.getByRole('status')).toContainText(status.received);
  await expect
    .poll(() => inbox()[0]?.body)
    .toMatchObject({
      first_name: 'Ana',
      last_name: 'Cruz',
      phone_1: '+14155550134',
      target_move_in_date: expect.stringContaining('2031-03-01'),
      desired_num_bedrooms: 2,
      desired_max_rent_in_cents: 180_000,
      notes: expect.not.stringContaining('consent'),
    });
  expect(inbox()[0]?.body.desired_num_bathrooms).toBeUndefined();
});

test('a person in the fragment: filled in, told to nobody, gone from the address, kept over a reload', {
  tag: '@javascript',
}, async ({ page, inbox, email }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
  const said = new URLSearchParams({ first_name: 'José', lastName: 'Peña 🏠', email, lease_term: '12' });
  await page.goto(`/p/maple-court?source=zillow&bedrooms=1#${said}`);
  const form = leadForm(page);
  await expect(form.lastName).toHaveValue('Peña 🏠');
  await expect(form.lease('12 months')).toBeChecked();
  await expect(form.lease('12 months')).toBeVisible();
  await expect(page).toHaveURL(/bedrooms=1$/);
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toContain(email);
  await page.reload();
  await expect(form.email).toHaveValue(email);
  await form.firstName.fill('Ana');
  await untilRunning(page);
  await expect(form.lastName).toHaveValue('Peña 🏠');
  await expect(form.bedrooms('1')).toBeChecked();
  expect(asked.join().includes('Pe%C3%B1a')).toBe(false);
  // What was typed counts more than another link that is opened over it.
  await page.evaluate((search) => location.assign(`#${search}`), said.toString());
  await expect(page).toHaveURL(/bedrooms=1$/);
  await expect(form.firstName).toHaveValue('Ana');
  await form.send.click();
  await expect(page.getByRole('status')).toContainText(status.received);
  await expect
    .poll(() => inbox()[0]?.body)
    .toMatchObject({ first_name: 'Ana', last_name: 'Peña 🏠', desired_lease_term_in_months: 12 });
});

test('what the server sends back counts more than the link @no-javascript', async ({ page }) => {
  await page.goto('/p/maple-court?first_name=Ana&bedrooms=2');
  const form = leadForm(page);
  await form.firstName.fill('');
  await form.bedrooms('3').check();
  await form.send.click();
  await expect(form.problem).toBeVisible();
  await expect(form.firstName).toHaveValue('');
  await expect(form.bedrooms('3')).toBeChecked();
});

test('a home by its id, in the query and in the fragment', async ({ page, simulator, javaScriptEnabled }) => {
  const unit = simulator.catalog.units.find(
    ({ number, property_id }) => number === '202' && property_id === mapleCourt.property_id,
  );
  const chosen = page.getByRole('radio', { name: 'Unit 202' });
  // Homes are read in the background when the program starts.
  await expect(async () => {
    await page.goto(`/p/maple-court?unit=${unit?.id}`);
    await expect(chosen).toBeChecked({ timeout: 500 });
  }).toPass();
  await expect(chosen).toBeVisible();
  if (javaScriptEnabled === false) return;
  await page.goto('/p/maple-court');
  await expect(chosen).toBeHidden();
  await page.goto(`/p/maple-court#unit=${unit?.id}`);
  await expect(chosen).toBeChecked();
  await expect(chosen).toBeVisible();
});
