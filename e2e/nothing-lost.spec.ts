import type { Page, Route } from 'playwright/test';
import { expect, test } from './fixtures/journey.ts';
import { fillContact, fillEverything, leadForm, messageOf, status } from './fixtures/lead-form.ts';

const form = '/p/maple-court';
const keptNotice = (page: Page) => page.getByText('We kept what you typed on this device.');

/** What is said above the button, or what is wrong. */
const notice = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text });

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
  await expect(fields.message).toHaveValue(messageOf(email));
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
  // A browser's autofill may say nothing of what it does.
  await fields.email.evaluate((field: HTMLInputElement, value) => {
    field.value = value;
  }, email);
  await page.addInitScript(() => {
    const [key = '', draft] = Object.entries(sessionStorage)[0] ?? [];
    if (draft && !draft.includes('Cruz'))
      sessionStorage.setItem(key, draft.replace('"fields":[', '"fields":[["last_name","Older"],'));
  });
  await fields.send.click();
  await expect(fields.problem).toBeFocused();
  await expect(fields.email).toHaveValue(email);
  await expect(fields.lastName).toHaveValue('');
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

/** The framework has taken the form over. */
async function openStarted(page: Page, email: string) {
  await page.goto(form);
  const fields = leadForm(page);
  await fillContact(fields, email);
  await expect(page.locator('form[data-started]')).toBeVisible();
  return fields;
}

const isPost = (route: Route) => route.request().method() === 'POST';

test('offline while sending: said, everything kept, and sent by itself, once, on return @javascript', async ({
  page,
  context,
  inbox,
  email,
}) => {
  const fields = await openStarted(page, email);
  await context.setOffline(true);
  await fields.send.click();
  await expect(notice(page, 'You are offline. Nothing is lost')).toBeVisible();
  await expect(fields.email).toHaveValue(email);
  await expect(fields.send).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(inbox()).toHaveLength(1);
});

test('offline before the framework runs: the browser’s own page for that does not replace the form @javascript', async ({
  page,
  context,
  inbox,
  email,
}) => {
  await page.route('**/_next/static/**/*.js', (route) => route.abort());
  await page.goto(form);
  const fields = leadForm(page);
  await fillContact(fields, email);
  await context.setOffline(true);
  await fields.send.click();
  await fields.send.click();
  await expect(page.getByText('You are offline. Nothing is lost')).toBeVisible();
  await expect(fields.email).toHaveValue(email);
  await context.setOffline(false);
  await expect(page.getByRole('status')).toContainText(status.received);
  await expect.poll(() => inbox().length).toBe(1);
});

test('the answers get lost, the lead does not: sent again by itself, it is found, not doubled @javascript', async ({
  page,
  inbox,
  email,
}) => {
  const fields = await openStarted(page, email);
  let lost = 0;
  await page.route('**/*', async (route) => {
    if (!isPost(route) || lost === 2) return route.continue();
    lost += 1;
    await route.fetch({ maxRedirects: 0 });
    await route.abort();
  });
  await fields.send.click();
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(lost).toBe(2);
  expect(inbox()).toHaveLength(1);
});

test('a send that hangs is given up after 20 seconds and tried again @javascript', async ({
  page,
  inbox,
  email,
}) => {
  await page.clock.install();
  const fields = await openStarted(page, email);
  const hung: Route[] = [];
  await page.route('**/*', (route) =>
    isPost(route) && hung.length < 1 ? hung.push(route) : route.continue(),
  );
  await fields.send.click();
  await expect.poll(() => hung.length).toBe(1);
  await page.clock.runFor(20_000);
  await expect(notice(page, 'There is no answer yet. Nothing is lost')).toBeVisible();
  await page.clock.runFor(2_500);
  await expect(page.getByRole('status')).toContainText(status.received);
  await expect.poll(() => inbox().length).toBe(1);
});

test('while the form is on its way, nothing can be typed that would not be sent with it @javascript', async ({
  page,
  inbox,
  email,
}) => {
  const fields = await openStarted(page, email);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/p/*', async (route) => {
    if (isPost(route)) await released;
    await route.continue();
  });
  await fields.send.click();
  await expect(fields.message).not.toBeEditable();
  await fields.message.pressSequentially('Too late');
  await expect(fields.message).toHaveValue('');
  release();
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(inbox()).toHaveLength(1);
});

test('whoever changes an answer or changes their mind while it waits is not sent behind their back @javascript', async ({
  page,
  context,
  inbox,
  email,
}) => {
  const fields = await openStarted(page, email);
  await context.setOffline(true);
  await fields.send.click();
  await page.getByRole('button', { name: 'Do not send it' }).click();
  await expect(notice(page, 'This was not sent.')).toBeVisible();
  await fields.send.click();
  await expect(notice(page, 'You are offline')).toBeVisible();
  await fields.message.fill('One more question.');
  await expect(notice(page, 'You changed something, so it was not sent yet.')).toBeVisible();
  await context.setOffline(false);
  await fields.send.click();
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(inbox().map(({ body }) => body.notes)).toEqual([expect.stringContaining('One more question.')]);
});

test('pages of something in between are told apart from success, and nothing is lost @javascript', async ({
  page,
  inbox,
  email,
}) => {
  const fields = await openStarted(page, email);
  const html = { contentType: 'text/html', body: '<h1>nginx</h1>' };
  const answers = [
    [{ status: 502, ...html }, 'Our server cannot be reached just now. Nothing is lost'],
    [{ status: 504, ...html }, 'Our server cannot be reached just now. Nothing is lost'],
    [{ status: 503, json: { error: 'upstream connect error' } }, '+1 415 555 0100'],
    [{ status: 200, ...html }, 'Our server cannot be reached just now. Nothing is lost'],
    [{ status: 429, headers: { 'retry-after': '60' }, ...html }, 'Many people are writing to us just now'],
    [{ status: 413, ...html }, 'it is too long. Shorten your message'],
    [{ status: 403, ...html }, 'We could not send this just now'],
  ] as const;
  for (const [answer, said] of answers) {
    await page.route('**/*', (route) => (isPost(route) ? route.fulfill(answer) : route.continue()));
    await fields.send.click();
    await expect(notice(page, said)).toBeVisible();
    await expect(fields.email).toHaveValue(email);
    await page.unrouteAll();
  }
  await fields.send.click();
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(inbox()).toHaveLength(1);
});

test('a message that is too long does not leave the page @javascript', async ({ page, email }) => {
  const fields = await openStarted(page, email);
  await fields.message.fill('m'.repeat(1_100_000));
  let posts = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST') posts += 1;
  });
  await fields.send.click();
  await expect(fields.problem).toContainText('Your message has 1,100,000 characters; shorten it to 2,000');
  await expect(fields.message).toHaveValue('m'.repeat(1_100_000));
  expect(posts).toBe(0);
});

test('a page of another build, sent by the browser itself: answered with everything typed, then accepted', async ({
  page,
  inbox,
  email,
}) => {
  // Neither its server action nor its scripts exist any more.
  await page.route('**/_next/static/**/*.js', (route) => route.fulfill({ status: 404 }));
  await page.route('**/p/maple-court', async (route) => {
    if (isPost(route)) return route.continue();
    const response = await route.fetch();
    const html = (await response.text()).replaceAll(
      /&quot;id&quot;:&quot;[0-9a-f]{42}/g,
      `&quot;id&quot;:&quot;60${'ab'.repeat(20)}`,
    );
    await route.fulfill({ response, body: html });
  });
  await page.goto(form);
  const fields = leadForm(page);
  await fields.firstName.fill('Ana');
  await fields.email.fill(email);
  await fields.bedrooms('2').check();
  await fields.message.fill('We have two cats.');
  await fields.send.click();
  await expect(page.getByRole('link', { name: 'Enter your last name' })).toBeVisible();
  await expect(page.getByLabel('Message')).toHaveValue('We have two cats.');
  await page.getByLabel('Last name').fill('Cruz');
  await fields.send.click();
  await expect(page.getByRole('status')).toContainText(status.received);
  await expect.poll(() => inbox().map(({ body }) => body.desired_num_bedrooms)).toEqual([2]);
});

test('a page that was left open for days: the server, whose day it is, says what has changed, and nothing is lost @javascript', async ({
  page,
  inbox,
  email,
}) => {
  const day = (ago: number) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(
      Date.now() - ago * 86_400_000,
    );
  await page.route(/maple-court/, async (route) => {
    if (isPost(route)) return route.continue();
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(day(0), day(5)) });
  });
  const fields = await openStarted(page, email);
  await fields.moveIn.fill(day(2));
  await fields.message.fill('We have two cats.');
  await fields.send.click();
  await expect(fields.moveIn).toHaveAccessibleDescription(/already passed/);
  await expect(fields.message).toHaveValue('We have two cats.');
  await fields.moveIn.fill('2027-03-01');
  await fields.send.click();
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(inbox()).toHaveLength(1);
});

test('a page of another build that asks for another language gets it with the text, and nothing is sent @no-javascript', async ({
  guestcard,
  inbox,
  email,
}) => {
  const typed = { first_name: 'Ana', last_name: 'Cruz', email_1: email, notes: 'two cats', lang: 'en' };
  const post = (fields: Record<string, string>) =>
    fetch(`${guestcard.url}${form}?lang=es`, {
      method: 'POST',
      headers: { accept: 'text/html' },
      body: new URLSearchParams(fields),
    });
  const answer = await post({ ...typed, switch_to: 'es' });
  expect(answer.status).toBe(200);
  const page = await answer.text();
  expect(page).toContain('lang="es"');
  expect(page).toContain('two cats');
  expect(page).toContain('name="lang" value="es"');
  expect(page).not.toContain('id="problem"');
  expect(inbox()).toEqual([]);
  expect((await post(typed)).url).toContain('/status/');
  await expect.poll(() => inbox().length).toBe(1);
});
