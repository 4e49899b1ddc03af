import type { Page } from 'playwright/test';
import { barriers } from './fixtures/barriers.ts';
import { configured, expect, test } from './fixtures/journey.ts';
import { leadForm, status } from './fixtures/lead-form.ts';
import { enter, leadPage } from './fixtures/staff-door.ts';

/** Opens on demand: what is in it is out of sight until then. */
const group = (page: Page, title: string) =>
  page.getByRole('group').filter({ has: page.locator('summary', { hasText: title }) });
const choose = (page: Page, question: string, choice: string) =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: choice, exact: true }).check();

async function answerEverything(page: Page, email: string): Promise<void> {
  const form = leadForm(page);
  await page.getByLabel('Given name').fill('Ana');
  await form.lastName.fill('Cruz');
  await form.email.fill(email);
  await form.phone.fill('(415) 555-0134');
  await form.canReceiveTexts.check();
  await page.getByLabel('Second phone').fill('+44 20 7946 0958');
  await page.getByText('Add your address').click();
  for (const [label, answer] of [
    ['Street address', '1 Main St'],
    ['Apartment, suite or floor', 'Apt 2'],
    ['City', 'San José'],
    ['State', 'CA'],
    ['ZIP code', '95112-1234'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(answer);
  await form.moveIn.fill('2027-03-01');
  await form.bedrooms('Studio').check();
  await page.getByText('Tell us about your home').click();
  await form.bathrooms('1.5').check();
  await form.budget.fill('$2,950');
  await form.lease('12 months').check();
  await page.getByText('Parking and tours').click();
  await choose(page, 'Where would you like to park?', 'Garage');
  await choose(page, 'Would you like a tour?', 'No');
  await page.getByLabel('Where do you work?').fill('ACME, Inc.');
  await page.getByLabel('Your pets').fill('One cat\nTwo fish');
  await page.getByLabel('Anything else?').fill('A high floor, please.');
  await form.consent.check();
  await form.send.click();
}

test('every field that a property shows reaches ResMan, and its own questions the notes', async ({
  page,
  inbox,
  email,
}) => {
  await page.goto('/p/cedar-row');
  await answerEverything(page, email);
  await expect(page.getByRole('status')).toContainText(status.received);
  await expect.poll(() => inbox()).toHaveLength(1);
  const { notes, ...body } = inbox()[0]?.body ?? {};
  expect(body).toEqual({
    ...configured,
    first_name: 'Ana',
    last_name: 'Cruz',
    email_1: email,
    phone_1: '+14155550134',
    phone_1_type: 'MOBILE',
    phone_2: '+442079460958',
    address_1: '1 Main St',
    address_2: 'Apt 2',
    city: 'San José',
    state: 'CA',
    zip: '95112-1234',
    target_move_in_date: '2027-03-01',
    desired_num_bedrooms: 0,
    desired_num_bathrooms: 1.5,
    desired_max_rent_in_cents: 295_000,
    desired_lease_term_in_months: 12,
  });
  expect(notes?.split('\n').slice(1)).toEqual([
    expect.stringMatching(/^Text messages: agreed to receive them \(wording standard-\w{8}, .* UTC\)$/),
    'Where would you like to park? Garage',
    'Would you like a tour? No',
    'Where do you work? ACME, Inc.',
    'Your pets: One cat Two fish',
    'Message: A high floor, please.',
  ]);
});

test('groups are closed at first, and open again where something in them was typed or is wrong', async ({
  page,
  email,
  javaScriptEnabled,
}) => {
  await page.goto('/p/cedar-row');
  const home = group(page, 'Tell us about your home');
  const address = group(page, 'Add your address');
  await expect(leadForm(page).budget).toBeHidden();
  await expect(page.getByLabel('City')).toBeHidden();

  await page.getByLabel('Given name').fill('Ana');
  await leadForm(page).lastName.fill('Cruz');
  await leadForm(page).email.fill(email);
  await page.getByText('Tell us about your home').click();
  await leadForm(page).budget.fill('a lot');
  await page.getByText('Add your address').click();
  await page.getByLabel('City').fill('San José');
  if (javaScriptEnabled) await page.getByText('Tell us about your home').click();
  await leadForm(page).send.click();

  await expect(leadForm(page).problem).toBeVisible();
  await expect(leadForm(page).budget).toBeVisible();
  await expect(leadForm(page).budget).toHaveValue('a lot');
  await expect(leadForm(page).budget).toHaveAccessibleDescription(/Enter your budget in dollars a month/);
  await expect(home).toHaveAttribute('open', '');
  await expect(address).toHaveAttribute('open', '');
  await expect(page.getByLabel('City')).toHaveValue('San José');
  await expect(group(page, 'Parking and tours')).not.toHaveAttribute('open');

  // Closed by hand, it opens for whoever follows the link to the problem.
  if (javaScriptEnabled) await page.getByText('Tell us about your home').click();
  await leadForm(page)
    .problem.getByRole('link', { name: /Enter your budget/ })
    .click();
  await expect(leadForm(page).budget).toBeVisible();
  if (javaScriptEnabled) await expect(leadForm(page).budget).toBeFocused();
  await leadForm(page).budget.fill('2950');
  await expect(home).toHaveAttribute('open', '');
  await leadForm(page).send.click();
  await expect(page.getByRole('status')).toContainText(status.received);
});

test('without a configuration few questions are in sight', async ({ page }) => {
  await page.goto('/p/maple-court');
  const labels = await page
    .locator('form#lead-form')
    .locator('label:visible:not([aria-hidden] *), legend:visible')
    .allInnerTexts();
  expect(labels.filter((label) => !/^(Any|Studio|\d)$/.test(label))).toEqual([
    'First name',
    'Last name',
    'Email',
    'Phone',
    'This number can receive texts',
    'Move-in date',
    'Not sure yet',
    'Bedrooms',
    'Message',
    expect.stringContaining('may text me'),
  ]);
  await expect(page.locator('summary')).toHaveText(/Tell us about your home/);
});

test('a property’s own words are there in the other language, and answers stay', async ({
  page,
  inbox,
  email,
}) => {
  await page.goto('/p/cedar-row');
  await page.getByLabel('Given name').fill('Ana');
  await leadForm(page).lastName.fill('Cruz');
  await leadForm(page).email.fill(email);
  await page.getByText('Parking and tours').click();
  await choose(page, 'Where would you like to park?', 'Garage');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.getByLabel('Nombre de pila')).toHaveValue('Ana');
  const parking = page.getByRole('group', { name: '¿Dónde le gustaría estacionar?' });
  await expect(parking.getByRole('radio', { name: 'En la cochera' })).toBeChecked();
  await page.getByRole('button', { name: 'Enviar al equipo de alquiler' }).click();
  await expect.poll(() => inbox()[0]?.body.notes).toContain('\nWhere would you like to park? Garage');
});

test('a form elsewhere answers the same questions, is told what is wrong, and loses nothing', async ({
  page,
  request,
  baseURL,
  inbox,
  email,
}) => {
  const contact = { first_name: 'Ana', last_name: 'Cruz', email_1: email };
  const json = await request.post('/api/leads/cedar-row', {
    data: { ...contact, question_parking: 'Helipad', question_tour: true, question_view: 'The park' },
  });
  expect(json.status()).toBe(422);
  expect(await json.json()).toEqual({
    field_errors: { question_parking: 'Choose one from the list' },
    form_errors: [],
  });

  const fields = { ...contact, question_parking: 'Helipad', question_tour: 'Yes', question_view: 'The park' };
  const inputs = Object.entries(fields).map(([name, value]) => `<input name="${name}" value="${value}">`);
  await page.setContent(
    `<form method="post" action="${baseURL}/api/leads/cedar-row">${inputs.join('')}<button>Go</button></form>`,
  );
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(page.getByRole('link', { name: 'Choose one from the list' })).toBeVisible();
  await expect(page.getByLabel('Would you like a tour?')).toHaveValue('Yes');
  await page.getByLabel('Where would you like to park?').selectOption('Outdoors');
  await page.getByRole('button', { name: 'Send to the leasing team' }).click();
  await expect(page.getByRole('status')).toContainText(status.received);
  await expect
    .poll(() => inbox()[0]?.body.notes?.split('\n').slice(1))
    .toEqual([
      'Where would you like to park? Outdoors',
      'Would you like a tour? Yes',
      'Other answers: view: The park',
    ]);
});

test('staff read the answers and can correct them, also to what is asked no longer', async ({
  page,
  request,
  simulator,
  inbox,
  email,
}) => {
  simulator.play({
    kind: 'refuse',
    status: 400,
    field: 'phone_1',
    message: 'Invalid phone number',
    match: email,
  });
  const last_name = email.split('@')[0];
  const contact = { first_name: 'Ana', last_name, email_1: email, phone_1: '555-0134' };
  const answers = { question_parking: 'Garage', question_view: 'The park' };
  await request.post('/api/leads/cedar-row', { data: { ...contact, ...answers } });
  await page.goto('/staff/leads?show=needs');
  await enter(page);
  await expect(async () => {
    await page.goto('/staff/leads?show=needs');
    await page.getByRole('link', { name: `Ana ${last_name}` }).click({ timeout: 500 });
  }).toPass();
  const facts = page.getByRole('region', { name: 'What they said' });
  await expect(facts).toContainText('Where would you like to park?Garage');
  await expect(facts).toContainText('viewThe park');

  await leadPage(page).edit.click();
  const parking = page.getByLabel('Where would you like to park?');
  await parking.fill('On the roof');
  await leadPage(page).save.click();
  await expect(parking).toHaveAccessibleDescription(/Choose one from the list/);
  await parking.fill('Outdoors');
  await leadPage(page).save.click();
  await expect
    .poll(() => inbox().at(-1)?.body.notes?.split('\n').slice(1))
    .toEqual(['Where would you like to park? Outdoors', 'Other answers: view: The park']);
  await expect(page).toHaveURL(/told=/);
  await expect(leadPage(page).history).toContainText('Where would you like to park?: “Garage” → “Outdoors”');
});

test('axe finds nothing among all the questions that there can be @javascript', async ({ page }) => {
  await page.goto('/p/cedar-row');
  for (const summary of await page.locator('summary').all()) await summary.click();
  await leadForm(page).budget.fill('a lot');
  await leadForm(page).send.click();
  await expect(leadForm(page).problem).toBeFocused();
  expect(await barriers(page)).toEqual([]);
});
