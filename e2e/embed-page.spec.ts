import { pageWithForm } from './fixtures/customer-site.ts';
import { untilRunning } from './fixtures/framework.ts';
import type { Guestcard } from './fixtures/guestcard.ts';
import { expect, test } from './fixtures/journey.ts';
import { fillContact, leadForm, messageOf, status } from './fixtures/lead-form.ts';
import { personsBrowser } from './fixtures/persons-browser.ts';

const attempts = (guestcard: Guestcard) =>
  guestcard.look(`select origin || ' ' || property_slug from embed_attempt order by 1`);

test('in a frame on the property’s website, a lead goes to ResMan and its status stays in the frame', async ({
  page,
  guestcard,
  websites: { own },
  inbox,
  email,
}) => {
  await page.goto(own.show('/contact', pageWithForm(`${guestcard.url}/embed/maple-court?theme=dark`)));
  const frame = page.frameLocator('iframe');
  const form = leadForm(frame);
  await form.firstName.fill('Ana');
  await form.message.fill(messageOf(email));
  await form.send.click();
  await expect(form.problem).toContainText('Enter your last name');
  await fillContact(form, email);
  await form.send.click();
  await expect(frame.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(page.frames()[1]?.url()).toMatch(/\/embed\/status\/[\w-]+\?(lang=en&)?theme=dark$/);
  expect(inbox()).toHaveLength(1);
  expect(
    guestcard.look(
      `select place || ' ' || embed_origin from lead where id = (select lead_id from delivery where email_key = '${email}')`,
    ),
  ).toEqual([`embed ${own.origin}`]);
  await frame.getByRole('link', { name: 'Send another inquiry' }).click();
  await expect(form.firstName).toHaveValue('');
  await expect(form.message).toHaveValue('');
  expect(page.frames()[1]?.url()).toContain('/embed/maple-court?');
  expect(attempts(guestcard)).not.toContain(`${own.origin} maple-court`);
});

test('a website that is not the property’s own gets a frame that the browser refuses, and staff see which it was', async ({
  browser,
  guestcard,
  websites: { own, foreign },
}) => {
  // Not the page of the fixture: the browser says on the console that it refuses.
  const page = await browser.newPage(personsBrowser);
  const refuse = async (address: string, slug: string) => {
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.goto(address);
    await refused;
    await expect(page.frameLocator('iframe').getByRole('textbox')).toHaveCount(0);
    const { origin } = new URL(address);
    await expect.poll(() => attempts(guestcard)).toContain(`${origin} ${slug}`);
  };
  const embed = (slug: string) => pageWithForm(`${guestcard.url}/embed/${slug}`);
  await refuse(foreign.show('/contact', embed('maple-court')), 'maple-court');
  await refuse(own.show('/other', embed('foundry-lofts')), 'foundry-lofts');
  await page.close();
});

test('the form leaves the frame for a tab of its own, with what the frame’s address said', async ({
  page,
  guestcard,
  websites: { own },
}) => {
  const address = `${guestcard.url}/embed/maple-court?source=zillow&theme=dark`;
  await page.goto(own.show('/contact', pageWithForm(address)));
  const opened = page.waitForEvent('popup');
  await page.frameLocator('iframe').getByRole('link', { name: 'Open this form in a new tab' }).click();
  const tab = await opened;
  await tab.waitForLoadState();
  expect(tab.url()).toBe(`${guestcard.url}/p/maple-court?lang=en&theme=dark`);
  await expect(tab.locator('input[name=source]')).toHaveValue('zillow');
});

const documented = 'allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox';
const sandboxes = {
  'with the documented tokens': documented,
  'without an origin': documented.replace('allow-same-origin ', ''),
  'without scripts': documented.replace('allow-scripts ', ''),
  'with forms only': 'allow-forms',
};

for (const [how, tokens] of Object.entries(sandboxes))
  test(`in a sandbox ${how}: mended where it was wrong, the lead arrives, and is seen to`, async ({
    page,
    guestcard,
    websites: { own },
    inbox,
    email,
    javaScriptEnabled,
  }) => {
    await page.goto(
      own.show('/contact', pageWithForm(`${guestcard.url}/embed/maple-court`, `sandbox="${tokens}"`)),
    );
    const frame = page.frameLocator('iframe');
    const form = leadForm(frame);
    await fillContact(form, 'ana@@example');
    await form.send.click();
    await expect(form.problem).toContainText('Enter an email address');
    await form.email.fill(email);
    const [, inFrame] = page.frames();
    if (javaScriptEnabled !== false && tokens.includes('allow-scripts') && inFrame) {
      // The browser itself has sent it before; now the framework has to.
      await frame.locator('body').evaluate(() => location.assign('/embed/maple-court'));
      await fillContact(form, email);
      await untilRunning(inFrame);
    }
    await form.send.click();
    await expect(async () => {
      // Nothing in such a frame may look by itself.
      const again = frame.getByRole('link', { name: 'See where it is now' });
      if (!tokens.includes('allow-scripts') && (await again.count())) await again.click();
      await expect(frame.getByRole('status')).toContainText(status.delivered, { timeout: 1_000 });
    }).toPass();
    expect(page.frames()[1]?.url()).toContain('/embed/status/');
    expect(inbox()).toHaveLength(1);
  });

test('in a sandbox that forbids forms, the person is told and led out @javascript', async ({
  page,
  guestcard,
  websites: { own },
  email,
}) => {
  const tokens = documented.replace('allow-forms ', '');
  await page.goto(
    own.show('/contact', pageWithForm(`${guestcard.url}/embed/maple-court`, `sandbox="${tokens}"`)),
  );
  const frame = page.frameLocator('iframe');
  await fillContact(leadForm(frame), email);
  await leadForm(frame).send.click();
  await expect(frame.getByRole('alert').filter({ hasText: 'nothing was sent' })).toBeVisible();
  const opened = page.waitForEvent('popup');
  await frame.getByRole('link', { name: 'Open this form in a new tab' }).click();
  await expect(leadForm(await opened).send).toBeVisible();
});

test('where the browser keeps nothing for frames, the form works as ever @javascript', async ({
  page,
  guestcard,
  websites: { own },
  inbox,
  email,
}) => {
  await page.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set() {} });
  });
  await page.goto(own.show('/contact', pageWithForm(`${guestcard.url}/embed/maple-court`)));
  const frame = page.frameLocator('iframe');
  await fillContact(leadForm(frame), email);
  await leadForm(frame).send.click();
  await expect(frame.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(inbox()).toHaveLength(1);
  expect(await page.context().cookies()).toEqual([]);
});
