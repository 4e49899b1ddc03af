import type { Page } from 'playwright/test';
import { holdFramework, untilRunning } from './fixtures/framework.ts';
import { expect, test } from './fixtures/journey.ts';
import { fillContact, leadForm, status } from './fixtures/lead-form.ts';

const withScripts = { tag: '@javascript' };

test(
  'looking at the form loads its document and its icon; the first key starts the rest, and nothing shifts',
  withScripts,
  async ({ page }) => {
    const requested: string[] = [];
    page.on('request', (request) => requested.push(new URL(request.url()).pathname));
    await page.goto('/p/maple-court', { waitUntil: 'networkidle' });
    expect(requested.filter((path) => path !== '/icon.svg')).toEqual(['/p/maple-court']);
    await page.keyboard.press('Tab');
    await untilRunning(page);
    expect(await layoutShifts(page)).toBe(0);
  },
);

test(
  'text typed without a pause while everything starts: no key is lost, the caret and the focus stay',
  withScripts,
  async ({ page, inbox, email }) => {
    const release = await holdFramework(page);
    await page.goto('/p/maple-court');
    const form = leadForm(page);
    await fillContact(form, email);
    await form.message.pressSequentially('We move in with and a dog.');
    for (let step = 0; step < ' and a dog.'.length; step += 1) await page.keyboard.press('ArrowLeft');
    const words = ' two cats, who like the sun, one very old parrot, a bicycle for each of us';
    const typing = page.keyboard.type(words, { delay: 10 });
    release();
    await typing;
    await untilRunning(page);
    await page.keyboard.type('!');
    await expect(form.message).toBeFocused();
    await expect(form.message).toHaveValue(`We move in with${words}! and a dog.`);
    await form.send.click();
    await expect(page.getByRole('status')).toContainText(status.received);
    await expect.poll(() => inbox()[0]?.body.notes).toContain(`We move in with${words}! and a dog.`);
  },
);

test(
  'choices made with the keyboard, and what a browser filled in, before anything had started',
  withScripts,
  async ({ page, inbox, email }) => {
    const release = await holdFramework(page);
    await page.goto('/p/maple-court?utm_campaign=fall');
    const form = leadForm(page);
    await fillIn(page, { first_name: 'Ana', last_name: 'Cruz', email_1: email, phone_1: '415 555 0134' });
    await form.canReceiveTexts.focus();
    await page.keyboard.press('Space');
    await form.moveIn.fill('2027-03-01');
    await form.bedrooms('Any').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(form.bedrooms('1')).toBeFocused();
    release();
    await untilRunning(page);
    await expect(form.bedrooms('1')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await fillIn(page, { desired_max_rent: '$1,800' });
    await form.send.click();
    await expect(page.getByRole('status')).toContainText(status.received);
    await expect
      .poll(() => inbox()[0]?.body)
      .toMatchObject({
        first_name: 'Ana',
        phone_1: '+14155550134',
        phone_1_type: 'MOBILE',
        target_move_in_date: '2027-03-01',
        desired_num_bedrooms: 2,
        desired_max_rent_in_cents: 180_000,
      });
  },
);

test(
  'scripts that could not be loaded are tried again with the next touch',
  withScripts,
  async ({ page }) => {
    const fail = { start: 1, chunks: 2 };
    await page.route(/\/start-[^/]*\.js$/, (route) => (fail.start-- > 0 ? route.abort() : route.continue()));
    await page.route(/\/_next\/static\/.*\.js$/, (route) =>
      fail.chunks-- > 0 ? route.abort() : route.continue(),
    );
    await page.goto('/p/maple-court');
    const form = leadForm(page);
    const failed = () => page.waitForEvent('requestfailed');
    const keyThatFails = async (key: string) => {
      await Promise.all([failed(), form.firstName.press(key)]);
    };
    await keyThatFails('A');
    await keyThatFails('n');
    await form.firstName.press('a');
    await untilRunning(page);
    await expect(form.firstName).toHaveValue('Ana');
  },
);

test(
  'a touch that sends the form is a send like any other, also of a page whose scripts are gone',
  withScripts,
  async ({ page, inbox, email }) => {
    await page.route(/\/start-[^/]*\.js$/, (route) => route.fulfill({ status: 404 }));
    await page.goto('/p/maple-court?source=zillow');
    await fillIn(page, { first_name: 'Ana', last_name: 'Cruz', email_1: email });
    await leadForm(page).send.click();
    await expect(page.getByRole('status')).toContainText(status.received);
    await expect.poll(() => inbox()).toHaveLength(1);
  },
);

/** As a browser fills in what it knows. */
async function fillIn(page: Page, values: Record<string, string>): Promise<void> {
  await page.evaluate((entries) => {
    for (const [name, value] of entries) {
      const field = document.querySelector<HTMLInputElement>(`[name="${name}"]`);
      if (!field) throw new Error(`There is no field ${name}`);
      field.value = value;
      for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
    }
  }, Object.entries(values));
}

/** How much of what was there has moved by itself, as browsers count it. */
function layoutShifts(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        // What has been counted is told before the next frame but one.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );
}
