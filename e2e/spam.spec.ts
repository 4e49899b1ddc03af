import type { Page, Route } from 'playwright/test';
import { autofill } from './fixtures/autofill.ts';
import { startGuestcard } from './fixtures/guestcard.ts';
import { expect, properties, test } from './fixtures/journey.ts';
import { fillContact, leadForm, status } from './fixtures/lead-form.ts';
import { enter, leadPage } from './fixtures/staff-door.ts';

const trap = (page: Page) => page.locator('input[name="gc_k7"]');
/** Doubtful enough for a question, and short of what waits in any case. */
const manyLinks = 'Like these: https://one.example https://two.example https://three.example';

async function fillForm(page: Page, email: string, message: string, lastName = 'Cruz'): Promise<void> {
  await page.goto('/p/maple-court');
  const form = leadForm(page);
  await fillContact(form, email);
  await form.lastName.fill(lastName);
  await form.message.fill(message);
  // The framework comes with the first touch; without it the browser itself sends.
  if (test.info().project.name === 'javascript') await page.locator('form[data-started]').waitFor();
}

test('an unseen box was filled in: stored, held back, released by staff, delivered', async ({
  page,
  inbox,
  email,
}) => {
  const lastName = `Held${crypto.randomUUID().slice(0, 8)}`;
  await fillForm(page, email, 'A home for two, please', lastName);
  await trap(page).fill('https://example.com');
  await leadForm(page).send.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(status.received);
  await expect(page.getByText(status.waiting)).toBeVisible();
  const statusPage = page.url();

  await page.goto('/staff');
  await enter(page);
  await page.getByRole('link', { name: /looks? like spam/ }).click();
  await page.getByRole('link', { name: `Ana ${lastName}` }).click();
  const lead = leadPage(page);
  await expect(lead.state).toContainText('Looks like spam');
  await expect(lead.state).toContainText('It filled in a box that people cannot see.');
  expect(inbox()).toHaveLength(0);
  await lead.release.click();
  await expect(page.getByText('It is released and on its way.')).toBeVisible();
  await expect(lead.history).toContainText('dana@example.com released it: no spam.');
  await expect.poll(() => inbox().length).toBe(1);
  await page.goto(statusPage);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(status.delivered, { timeout: 15_000 });
});

test('a doubtful message: the browser proves by itself, and the lead goes through @javascript', async ({
  page,
  inbox,
  email,
}) => {
  await fillForm(page, email, manyLinks);
  const form = leadForm(page);
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  const held: Route[] = [];
  let posts = 0;
  await page.route('**/p/maple-court', (route) => {
    posts += 1;
    if (posts < 2) return route.continue();
    held.push(route);
  });
  await form.send.click();
  await expect(page.getByText('One moment, we are checking that this comes from a person.')).toBeVisible();
  await expect.poll(() => held.length).toBe(1);
  await expect(form.message).toHaveValue(manyLinks);
  await expect(form.problem).toHaveCount(0);
  const programs = loaded.filter((url) => url.endsWith('.js'));
  expect(programs, 'what proves is loaded when it is needed').toHaveLength(1);
  await held[0]?.continue();
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(posts).toBe(2);
  expect(inbox()).toHaveLength(1);
});

test('a doubtful message from a browser that cannot prove waits for staff, and says so', async ({
  page,
  inbox,
  email,
}) => {
  // With JavaScript: the browser says that it can do the work, and then it cannot.
  await page.addInitScript(() => {
    crypto.subtle.deriveBits = () => Promise.reject(new Error('not in this browser'));
  });
  await fillForm(page, email, `${manyLinks} ${email}`);
  await leadForm(page).send.click();
  await page.waitForURL('**/status/*');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(status.received);
  await expect(page.getByText(status.waiting)).toBeVisible();
  expect(inbox()).toHaveLength(0);
});

test('nobody comes to the unseen box by the keyboard or by what fills in forms', async ({ page }) => {
  await page.goto('/p/maple-court');
  await expect(trap(page)).toHaveAttribute('tabindex', '-1');
  await expect(trap(page)).toHaveAttribute('autocomplete', 'off');
  for (const manager of ['data-1p-ignore', 'data-lpignore', 'data-bwignore', 'data-form-type'])
    await expect(trap(page)).toHaveAttribute(manager);
  await expect(page.getByRole('textbox', { name: 'Leave this empty' })).toHaveCount(0);
  await leadForm(page).firstName.focus();
  const reached: (string | null)[] = [];
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    reached.push(
      await page
        .locator(':focus')
        .first()
        .getAttribute('name', { timeout: 200 })
        .catch(() => null),
    );
  }
  expect(reached).toContain('email_1');
  expect(reached).not.toContain('gc_k7');
});

test('Chrome’s own autofill leaves the unseen box alone, and who sends at once is believed', async ({
  page,
  inbox,
  email,
}) => {
  await page.goto('/p/maple-court');
  const form = leadForm(page);
  test.skip(!(await autofill(page, 'first_name', email)), 'this build of Chrome has no autofill');
  await expect(form.email).toHaveValue(email);
  await expect(form.lastName).toHaveValue('Cruz');
  await expect(form.phone).not.toHaveValue('');
  await expect(trap(page)).toHaveValue('');
  await form.send.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(status.received);
  await expect.poll(() => inbox().length).toBe(1);
});

test('a flood from one network: a clear answer, everything kept, and a proof still gets through', async ({
  browser,
  simulator,
  email,
}, { project }) => {
  const guestcard = await startGuestcard(
    {
      PROPEXO_API_TOKEN: 'simulator-token',
      PROPEXO_BASE_URL: simulator.url,
      DELIVERY_TIME_SCALE: '0.1',
      LOG_LEVEL: 'error',
      TRUSTED_PROXY_HOPS: '1',
    },
    properties,
  );
  const network = { 'x-forwarded-for': '6.6.6.6, 203.0.113.66' };
  const withScripts = project.name === 'javascript';
  const context = await browser.newContext({
    baseURL: guestcard.url,
    extraHTTPHeaders: network,
    javaScriptEnabled: withScripts,
  });
  try {
    const post = (index: number) =>
      fetch(`${guestcard.url}/api/leads/maple-court`, {
        method: 'POST',
        headers: { ...network, 'content-type': 'application/json' },
        body: JSON.stringify({ first_name: 'Ana', last_name: 'Cruz', email_1: `${index}-${email}` }),
      });
    for (let index = 0; index < 60; index += 1) expect((await post(index)).status).toBe(201);
    const refused = await post(60);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('600');
    expect((await refused.json()).form_errors[0]).toContain('+1 415 555 0100');

    const page = await context.newPage();
    await fillForm(page, email, 'A home for two, please');
    const form = leadForm(page);
    await form.send.click();
    if (withScripts) {
      await expect(page.getByText(status.waiting)).toBeVisible();
    } else {
      await expect(form.problem).toContainText('Very many inquiries have just come from your network');
      await expect(form.problem).toContainText('+1 415 555 0100');
      await expect(form.message).toHaveValue('A home for two, please');
      await expect(form.email).toHaveValue(email);
    }
  } finally {
    await context.close();
    await guestcard.stop();
  }
});
