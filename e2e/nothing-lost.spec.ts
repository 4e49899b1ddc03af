import type { Page } from 'playwright/test';
import { expect, test } from './fixtures/journey.ts';
import { fillContact, fillEverything, leadForm, status } from './fixtures/lead-form.ts';

const form = '/p/maple-court';
const keptNotice = (page: Page) => page.getByText('We kept what you typed on this device.');

/** The draft is on the device. */
const kept = (page: Page, text: string) =>
  expect.poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toContain(text);

test('a reload, before and without the framework: everything typed is put back, but not consent @javascript', async ({
  page,
  inbox,
  email,
}) => {
  await page.goto(form);
  const fields = leadForm(page);
  await fillEverything(fields, email);
  await expect(keptNotice(page)).toBeHidden();
  // No script of the framework this time: what puts it back stands in the page itself.
  await page.route('**/_next/static/**/*.js', (route) => route.abort());
  await page.reload();
  await expect(keptNotice(page)).toBeVisible();
  await expect(fields.email).toHaveValue(email);
  await expect(fields.moveIn).toHaveValue('2027-03-01');
  await expect(fields.bedrooms('2')).toBeChecked();
  await expect(fields.canReceiveTexts).toBeChecked();
  await expect(fields.message).toHaveValue('We have two cats.\nIs there a home on the garden side?');
  await expect(fields.consent).not.toBeChecked();
  await page.unroute('**/_next/static/**/*.js');
  await page.reload();
  await fields.lastName.fill('Cruz-Ortiz');
  await fields.send.click();
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(inbox().map(({ body }) => [body.last_name, body.desired_num_bedrooms])).toEqual([['Cruz-Ortiz', 2]]);
});

test('start over empties the form and the device @javascript', async ({ page, email }) => {
  await page.goto(form);
  await fillContact(leadForm(page), email);
  await page.reload();
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(leadForm(page).email).toHaveValue('');
  await expect(keptNotice(page)).toBeHidden();
  await page.reload();
  await expect(leadForm(page).email).toHaveValue('');
});

test('a draft of yesterday is not shown to whoever comes today @javascript', async ({ page, email }) => {
  await page.clock.install({ time: new Date('2026-11-23T10:00:00Z') });
  await page.goto(form);
  await fillContact(leadForm(page), email);
  await page.clock.runFor(1_000);
  await kept(page, email);
  await page.clock.setSystemTime(new Date('2026-11-23T12:01:00Z'));
  await page.reload();
  await expect(leadForm(page).email).toHaveValue('');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('blocked storage: the form works without a draft @javascript', async ({ page, email }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await page.goto(form);
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  await expect(page.getByRole('status')).toContainText(status.received);
});

test('what the server sent back wins over the draft, and a reload then has all of it @javascript', async ({
  page,
  email,
}) => {
  await page.route('**/_next/static/**/*.js', (route) => route.abort());
  await page.goto(form);
  const fields = leadForm(page);
  await fields.firstName.fill('Ana');
  await fields.email.fill(email);
  await fields.send.click();
  await expect(fields.problem).toBeFocused();
  await expect(fields.email).toHaveValue(email);
  await expect(keptNotice(page)).toBeHidden();
  await fields.lastName.fill('Cruz');
  await page.goto(form);
  await expect(fields.email).toHaveValue(email);
  await expect(fields.lastName).toHaveValue('Cruz');
});

for (const [what, holdBack] of [
  ['sent by the framework', false],
  ['sent by the browser itself', true],
] as const) {
  test(`after sending, Back shows an empty form of its own that works, ${what} @javascript`, async ({
    page,
    simulator,
    email,
  }) => {
    if (holdBack) await page.route('**/_next/static/**/*.js', (route) => route.abort());
    await page.goto(form);
    const fields = leadForm(page);
    const token = page.locator('input[name=submission_id]');
    const first = await token.inputValue();
    await fillContact(fields, email);
    await fields.message.fill('the first person’s words');
    await page.unrouteAll();
    await fields.send.click();
    await expect(page.getByRole('status')).toContainText(status.received);
    await expect
      .poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage })))
      .not.toContain('first person');
    await page.goBack();
    await expect(token).not.toHaveValue(first);
    await expect(fields.message).toHaveValue('');
    await expect(fields.email).toHaveValue('');
    await expect(keptNotice(page)).toBeHidden();
    await fillContact(fields, `second-${email}`);
    await fields.send.click();
    await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
    const sent = simulator.inbox
      .map(({ body }) => body.email_1)
      .filter((address) => address?.endsWith(email));
    expect(sent.toSorted()).toEqual([email, `second-${email}`].toSorted());
  });
}
