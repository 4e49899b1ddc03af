import type { Page } from 'playwright/test';
import { configured, expect, test } from './fixtures/journey.ts';
import { fillContact, leadForm, status } from './fixtures/lead-form.ts';
import { enter, leadPage } from './fixtures/staff-door.ts';

/** Sends the form; the simulator answers as the test has told it before. */
async function sendLead(page: Page, email: string, lastName = 'Cruz'): Promise<void> {
  await page.goto('/p/maple-court');
  await fillContact(leadForm(page), email);
  await leadForm(page).lastName.fill(lastName);
  await leadForm(page).phone.fill('555-0134');
  await leadForm(page).send.click();
  await expect(page.getByRole('status')).toContainText(status.received);
}

/** Opens a lead from the list of those that need a person. */
async function openLead(page: Page, lastName: string): Promise<void> {
  await page.goto('/staff/leads?show=needs');
  if (page.url().includes('sign-in')) await enter(page);
  await expect(async () => {
    await page.goto('/staff/leads?show=needs');
    await page.getByRole('link', { name: `Ana ${lastName}` }).click({ timeout: 500 });
  }).toPass();
  await expect(page.getByRole('heading', { level: 1, name: `Ana ${lastName}` })).toBeVisible();
}

const unique = () => `Test${crypto.randomUUID().slice(0, 8)}`;

test('a refused lead: why, the field corrected, sent, delivered, and once in ResMan', async ({
  page,
  simulator,
  inbox,
  email,
}) => {
  const lastName = unique();
  simulator.play({
    kind: 'refuse',
    status: 400,
    field: 'phone_1',
    message: 'Invalid phone number',
    match: email,
  });
  await sendLead(page, email, lastName);
  await openLead(page, lastName);
  const lead = leadPage(page);
  await expect(lead.state).toContainText('It was refused because of something in the form');
  await expect(lead.state).toContainText('Phone: Invalid phone number');
  await expect(lead.history).toContainText('HTTP 400');
  await expect(page.getByText(email).first()).toBeVisible();
  expect(await page.content()).not.toMatch(/simulator-token|\/status\//);

  await lead.edit.click();
  const phone = page.getByLabel('Phone', { exact: true });
  await expect(phone).toBeFocused();
  await expect(phone).toHaveValue('555-0134');
  await expect(phone).toHaveAccessibleDescription(/This was refused: “Invalid phone number”/);
  await phone.fill('415 555');
  await page.getByLabel('Message').fill('Prefers the garden side');
  await lead.save.click();
  await expect(phone).toHaveAccessibleDescription(/Enter a phone number with 7 to 15 digits/);
  await expect(phone).toHaveValue('415 555');
  await expect(page.getByLabel('Message')).toHaveValue('Prefers the garden side');
  await phone.fill('(415) 555-0134');
  await lead.save.click();
  await expect(page.getByText('Your corrections are saved')).toBeVisible();
  await expect(lead.history).toContainText('dana@example.com corrected it and asked to send it again');
  await expect(lead.history).toContainText('Phone: “555-0134” → “(415) 555-0134”');
  await expect(async () => {
    await page.reload();
    await expect(lead.state).toContainText('In ResMan', { timeout: 500 });
  }).toPass({ timeout: 40_000 });
  expect(inbox().map(({ body }) => body)).toMatchObject([
    { ...configured, email_1: email, phone_1: '+14155550134', notes: expect.stringContaining('garden side') },
  ]);
});

test('ten clicks on “send again” at once are one send @no-javascript', async ({
  page,
  guestcard,
  simulator,
  inbox,
  email,
}) => {
  const lastName = unique();
  simulator.play({ kind: 'refuse', status: 400, message: 'Not today', match: email });
  await sendLead(page, email, lastName);
  await openLead(page, lastName);
  const form = await page
    .locator('form', { has: leadPage(page).sendAgain })
    .evaluate(
      (element) => Object.fromEntries(new FormData(element as HTMLFormElement)) as Record<string, string>,
    );
  const address = page.url().split('?')[0] ?? '';
  const click = () =>
    page.request.post(address, { multipart: form, headers: { origin: guestcard.url }, maxRedirects: 0 });
  const answers = await Promise.all(Array.from({ length: 10 }, click));
  expect(answers.map((answer) => answer.status())).toEqual(Array(10).fill(303));
  const told = answers.map((answer) => answer.headers().location?.split('told=')[1]);
  expect(told.toSorted()).toEqual([...Array(9).fill('changed'), 'done']);

  await page.goto(`${address}?told=changed`);
  await expect(page.getByRole('alert').filter({ hasText: 'This lead has changed' })).toContainText(
    'Sent again by dana@example.com a moment ago.',
  );
  await expect(async () => {
    await page.reload();
    await expect(leadPage(page).state).toContainText('In ResMan', { timeout: 500 });
  }).toPass({ timeout: 40_000 });
  expect(inbox()).toHaveLength(1);
  expect((await click()).headers().location).toContain('told=delivered');
  expect(inbox()).toHaveLength(1);
});

test('an action without a session does nothing, wherever it is posted to @no-javascript', async ({
  page,
  guestcard,
  request,
  simulator,
  inbox,
  email,
}) => {
  const lastName = unique();
  simulator.play({ kind: 'refuse', status: 400, message: 'Not today', match: email });
  await sendLead(page, email, lastName);
  await openLead(page, lastName);
  const address = page.url();
  const forms = await page
    .locator('main form')
    .evaluateAll((all) =>
      all.map((form) => Object.fromEntries(new FormData(form as HTMLFormElement)) as Record<string, string>),
    );
  expect(forms.length).toBeGreaterThanOrEqual(2);
  await page.goto(`${address}/edit`);
  const edit = await page
    .locator('main form')
    .evaluate((form) => Object.fromEntries(new FormData(form as HTMLFormElement)) as Record<string, string>);
  for (const form of [...forms, edit])
    for (const path of [address, `${guestcard.url}/p/maple-court`, `${guestcard.url}/staff/sign-in`]) {
      const answer = await request.post(path, {
        multipart: form,
        headers: { origin: guestcard.url, cookie: 'guestcard.session_token=made-up' },
        maxRedirects: 0,
      });
      // Turned away by the action itself, or by Next where a page has no such action.
      if (answer.status() === 303) expect(answer.headers().location).toContain('/staff/sign-in');
      else expect([404, 409]).toContain(answer.status());
    }
  const foreign = await page.request.post(address, {
    multipart: forms[0] ?? {},
    headers: { origin: 'https://evil.example' },
    maxRedirects: 0,
  });
  expect(foreign.status()).toBe(500);
  await page.goto(address);
  await expect(leadPage(page).state).toContainText('Not today');
  expect(inbox()).toHaveLength(0);
});

test('nobody knows whether it arrived: sending again asks for a tick, finding it needs none', async ({
  page,
  simulator,
  email,
}) => {
  const lastName = unique();
  simulator.play({ kind: 'answer', status: 500, match: email });
  await sendLead(page, email, lastName);
  await page.goto('/staff/leads?show=all');
  await enter(page);
  await expect(async () => {
    await page.goto('/staff/leads?show=all');
    await expect(page.getByRole('listitem').filter({ hasText: lastName })).toContainText('May or may not', {
      timeout: 500,
    });
  }).toPass();
  await page.getByRole('link', { name: `Ana ${lastName}` }).click();
  const lead = leadPage(page);
  await expect(lead.confirm).toHaveAttribute('required');
  await lead.confirm.evaluate((box) => box.removeAttribute('required'));
  await lead.sendAgain.click();
  await expect(page.getByText('Nothing was sent. Tick the box first')).toBeVisible();
  await lead.id.fill('RM-4711');
  await lead.found.click();
  await expect(page.getByText('Noted: this lead is in ResMan.')).toBeVisible();
  await expect(lead.state).toContainText('Its id: RM-4711');
  await expect(lead.history).toContainText('dana@example.com said that it is in ResMan');
  await expect(lead.sendAgain).toHaveCount(0);
});
