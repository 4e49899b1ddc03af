import { holdFramework, untilRunning } from './fixtures/framework.ts';
import { expect, test } from './fixtures/journey.ts';
import { fillContact, leadForm, status } from './fixtures/lead-form.ts';

test('scripts that never arrive: the form works all the same @javascript', async ({ page, inbox, email }) => {
  await holdFramework(page);
  await page.goto('/p/maple-court', { waitUntil: 'commit' });
  const form = leadForm(page);
  await form.firstName.fill('Ana');
  await form.email.fill(email);
  await form.send.click();
  await expect(form.email).toHaveValue(email);
  await expect(form.lastName).toHaveAccessibleDescription(/Enter your last name/);
  await form.lastName.fill('Cruz');
  await form.send.click();
  await expect(page.getByRole('status')).toContainText(status.received);
  await expect.poll(() => inbox().length).toBe(1);
});

test('what was typed before the scripts arrived is kept and is what is sent @javascript', async ({
  page,
  inbox,
  email,
}) => {
  const release = await holdFramework(page);
  await page.goto('/p/maple-court', { waitUntil: 'commit' });
  const form = leadForm(page);
  await fillContact(form, email);
  await form.bedrooms('2').check();
  await form.message.fill('typed early');
  release();
  // Running scripts are what moves the focus to the problem without a page load.
  await form.lastName.fill('');
  await expect(async () => {
    await form.send.click();
    await expect(form.problem).toBeFocused({ timeout: 500 });
  }).toPass();
  await expect(form.firstName).toHaveValue('Ana');
  await expect(form.message).toHaveValue('typed early');
  await expect(form.bedrooms('2')).toBeChecked();
  await form.lastName.fill('Cruz');
  await form.send.click();
  await expect(page.getByRole('status')).toContainText(status.received);
  await expect.poll(() => inbox()[0]?.body).toMatchObject({ desired_num_bedrooms: 2, first_name: 'Ana' });
});

test('an old page after a deploy: the action is gone, the lead arrives over the plain endpoint @javascript', async ({
  page,
  guestcard,
  inbox,
  email,
}) => {
  // An address that the program was not told about must not lead anybody astray.
  const here = guestcard.url.replace('localhost', '127.0.0.1');
  await page.route('**/p/maple-court', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 404, body: 'Server action not found.' })
      : route.continue(),
  );
  await page.goto(`${here}/p/maple-court`);
  await fillContact(leadForm(page), email);
  await untilRunning(page);
  await leadForm(page).send.click();
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(inbox()).toHaveLength(1);
});
