import { configured, expect, test, zillowSourceId } from './fixtures/journey.ts';
import { fillContact, fillEverything, leadForm, messageOf, status } from './fixtures/lead-form.ts';

test('a lead goes from the form to ResMan, and the status page says so', async ({ page, inbox, email }) => {
  const response = await page.goto('/p/maple-court?source=Zillow&utm_campaign=fall');
  expect(response?.status()).toBe(200);
  expect(response?.headers()['cache-control']).toContain('no-store');
  await expect(page).toHaveTitle('Contact Maple Court');
  const form = leadForm(page);
  await fillEverything(form, email);
  await form.send.click();

  await expect(page).toHaveURL(/\/status\/[\w-]{22,}$/);
  await expect(page.getByRole('status')).toContainText(status.received);
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });

  expect(inbox()).toHaveLength(1);
  const { notes, ...body } = inbox()[0]?.body ?? {};
  expect(body).toEqual({
    ...configured,
    lead_source_id: zillowSourceId,
    first_name: 'Ana',
    last_name: 'Cruz',
    email_1: email,
    phone_1: '+14155550134',
    phone_1_type: 'MOBILE',
    target_move_in_date: '2027-03-01',
    desired_num_bedrooms: 2,
    desired_num_bathrooms: 1.5,
    desired_max_rent_in_cents: 295_000,
    desired_lease_term_in_months: 12,
  });
  expect(notes?.split('\n')).toEqual([
    expect.stringMatching(/^Ref GC-[A-Z0-9]{4}-[A-Z0-9]{4}$/),
    'Phone extension: 7',
    expect.stringMatching(
      /^Text messages: agreed to receive them \(wording standard-\w{8}, \d{4}-\d\d-\d\d \d\d:\d\d UTC\)$/,
    ),
    'Came from: source Zillow; campaign fall',
    ...`Message: ${messageOf(email)}`.split('\n'),
  ]);
});

test('a name and one way to reach the person are enough', async ({ page, inbox, email }) => {
  await page.goto('/p/maple-court');
  const form = leadForm(page);
  await fillContact(form, email);
  await form.notSureYet.check();
  await form.send.click();
  await expect(page.getByRole('status')).toContainText(status.received);
  await expect
    .poll(() => inbox().map(({ body }) => body))
    .toEqual([
      {
        ...configured,
        first_name: 'Ana',
        last_name: 'Cruz',
        email_1: email,
        notes: expect.stringMatching(/^Ref GC-[A-Z0-9]{4}-[A-Z0-9]{4}\nMove-in: not sure yet$/),
      },
    ]);
});

test('a source that the property does not know becomes its default, and the word is kept', async ({
  page,
  inbox,
  email,
}) => {
  await page.goto('/p/maple-court?source=bus-stop');
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  await expect(page.getByRole('status')).toContainText(status.received);
  await expect.poll(() => inbox()[0]?.body.lead_source_id).toBe(configured.lead_source_id);
  expect(inbox()[0]?.body.notes).toContain('\nCame from: source bus-stop (not a source of this property)');
});

test('an address without a form says so', async ({ page }) => {
  const response = await page.goto('/p/no-such-place');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
});
