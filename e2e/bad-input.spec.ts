import type { Locator } from 'playwright/test';
import { expect, test } from './fixtures/journey.ts';
import {
  fillContact,
  fillEverything,
  type LeadForm,
  leadForm,
  messageOf,
  status,
} from './fixtures/lead-form.ts';

type Fields = Pick<LeadForm, 'firstName' | 'lastName' | 'email' | 'phone' | 'moveIn' | 'budget' | 'message'>;
type Case = [what: string, field: keyof Fields, typed: string, message: RegExp];

const cases: Case[] = [
  ['no first name', 'firstName', '', /Enter your first name$/],
  ['a first name of 101 characters', 'firstName', 'A'.repeat(101), /at most 100 characters/],
  ['no last name', 'lastName', '  ', /Enter your last name$/],
  [
    'an e-mail address without @',
    'email',
    'ana.example.com',
    /Enter an email address like name@example\.com$/,
  ],
  ['an e-mail address of 255 characters', 'email', `${'a'.repeat(60)}@${'b'.repeat(190)}.com`, /at most 254/],
  ['a phone number of 6 digits', 'phone', '555-010', /7 to 15 digits/],
  ['a phone number of 16 digits', 'phone', '1234567890123456', /7 to 15 digits/],
  ['a move-in date in the past', 'moveIn', '2020-01-01', /already passed/],
  ['a budget in words', 'budget', 'not much', /Enter your budget in dollars a month, like \$1,800$/],
  [
    'a message of 2,001 characters',
    'message',
    'm'.repeat(2_001),
    /Your message has 2,001 characters; shorten it to 2,000$/,
  ],
];

for (const [what, field, typed, message] of cases) {
  test(`${what}: said at the field and in the summary, everything kept, mended and sent`, async ({
    page,
    inbox,
    email,
  }) => {
    await page.goto('/p/maple-court');
    const form = leadForm(page);
    await fillEverything(form, email);
    const right = await form[field].inputValue();
    await form[field].fill(typed);
    await form.send.click();

    await expect(form.problem).toBeFocused();
    await expect(page).toHaveTitle('Error: Contact Maple Court');
    await expect(form[field]).toHaveAccessibleDescription(message);
    await expect(form[field]).toHaveAttribute('aria-invalid', 'true');
    const link = form.problem.getByRole('link', { name: message });
    await link.click();
    await expect(form[field]).toBeFocused();

    const kept: [Locator, string][] = [
      [form.firstName, 'Ana'],
      [form.lastName, 'Cruz'],
      [form.email, email],
      [form.phone, '(415) 555-0134 ext. 7'],
      [form.moveIn, '2027-03-01'],
      [form.budget, '$2,950'],
      [form.message, messageOf(email)],
    ];
    for (const [locator, value] of kept) {
      const changed = (await locator.getAttribute('id')) === (await form[field].getAttribute('id'));
      await expect(locator).toHaveValue(changed ? typed : value);
    }
    for (const box of [
      form.canReceiveTexts,
      form.bedrooms('2'),
      form.bathrooms('1.5'),
      form.lease('12 months'),
    ]) {
      await expect(box).toBeChecked();
    }
    await expect(form.consent).toBeChecked();
    expect(inbox()).toEqual([]);

    await form[field].fill(right);
    await form.send.click();
    await expect(page.getByRole('status')).toContainText(status.received);
    await expect.poll(() => inbox().map(({ body }) => body.desired_max_rent_in_cents)).toEqual([295_000]);
  });
}

test('neither e-mail nor phone: one of them is asked for', async ({ page }) => {
  await page.goto('/p/maple-court');
  const form = leadForm(page);
  await form.firstName.fill('Ana');
  await form.lastName.fill('Cruz');
  await form.send.click();
  await expect(form.email).toHaveAccessibleDescription(/Enter an email address or a phone number/);
  await form.phone.fill('415 555 0134');
  await form.send.click();
  await expect(page.getByRole('status')).toContainText(status.received);
});

test('several problems are all listed, in the order of the form', async ({ page }) => {
  await page.goto('/p/maple-court');
  const form = leadForm(page);
  await form.email.fill('nobody');
  await form.aboutTheHome.click();
  await form.budget.fill('cheap');
  await form.send.click();
  await expect(form.problem.getByRole('link')).toHaveText([
    'Enter your first name',
    'Enter your last name',
    'Enter an email address like name@example.com',
    'Enter your budget in dollars a month, like $1,800',
  ]);
});

test('a form of more than 64 KB is answered with 413 and given back @no-javascript', async ({
  page,
  email,
}) => {
  await page.goto('/p/maple-court');
  const form = leadForm(page);
  await fillContact(form, email);
  await form.message.fill('m'.repeat(70_000));
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await form.send.click();
  expect((await answer).status()).toBe(413);
  await expect(form.problem).toContainText('Shorten your message');
  await expect(form.message).toHaveValue('m'.repeat(70_000));
  await expect(form.email).toHaveValue(email);
});

test('a form that is too large to be read gets a page that says so, and Back has the text @no-javascript', async ({
  page,
  email,
}) => {
  await page.goto('/p/maple-court');
  const form = leadForm(page);
  await fillContact(form, email);
  await form.message.fill('m'.repeat(1_100_000));
  await form.send.click();
  await expect(page.getByRole('heading', { name: 'Your message is too long to send' })).toBeVisible();
  await page.goBack();
  await expect(leadForm(page).email).toHaveValue(email);
});
