import type { Page } from 'playwright/test';
import { type Guestcard, startGuestcard } from './fixtures/guestcard.ts';
import { configured, expect, test } from './fixtures/journey.ts';
import { fillContact, leadForm } from './fixtures/lead-form.ts';

const brand = {
  ...configured,
  slug: 'sunny-place',
  name: 'Sunny Place',
  theme: { accent: '#ffe600', scheme: 'light', radius: 'none', logo: '/logos/sunny.svg' },
  privacy_url: 'https://sunny.example/privacy',
  terms_url: 'https://sunny.example/terms',
  retention_months: 24,
  sms_consent: { version: '2026-11', text: { en: 'Yes, {property} may text me.', es: 'Sí.' } },
};
const night = {
  ...configured,
  slug: 'night-house',
  name: 'Night House',
  phone: '+1 303 555 0142',
  theme: { scheme: 'dark' },
  fields: ['notes', 'sms_consent'],
};

let guestcard: Guestcard;
test.beforeAll(async () => {
  guestcard = await startGuestcard({ LOG_LEVEL: 'silent', PROPEXO_API_TOKEN: 'x' }, [brand, night]);
});
test.afterAll(() => guestcard.stop());

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('an accent that cannot be seen is corrected on the page and reported at start', async ({ page }) => {
  expect(guestcard.output()).toContain(
    'Colors       Sunny Place: the accent #ffe600 is too light to stand out on a light page; buttons there use #837600\n',
  );
  await page.goto(`${guestcard.url}/p/sunny-place`);
  await expect(leadForm(page).send).toHaveCSS('background-color', 'rgb(131, 118, 0)');
  await expect(leadForm(page).send).toHaveCSS('color', 'rgb(255, 255, 255)');
  await expect(leadForm(page).send).toHaveCSS('border-radius', '0px');
});

for (const [slug, deviceHas, color, scheme] of [
  ['sunny-place', 'dark', '#f6f4f0', 'light'],
  ['night-house', 'light', '#161412', 'dark'],
] as const) {
  test(`a property that is ${scheme} is so on every device, from the form to the status page`, async ({
    page,
    email,
  }) => {
    await page.emulateMedia({ colorScheme: deviceHas });
    const rgb = { '#f6f4f0': 'rgb(246, 244, 240)', '#161412': 'rgb(22, 20, 18)' }[color];
    const looksSo = async () => {
      expect(await background(page)).toBe(rgb);
      await expect(page.locator('html')).toHaveCSS('color-scheme', scheme);
      await expect(page.locator('meta[name=theme-color]')).toHaveAttribute('content', color);
    };
    await page.route('**/logos/*', (route) => route.abort());
    await page.goto(`${guestcard.url}/p/${slug}`);
    await looksSo();
    await fillContact(leadForm(page), email);
    await leadForm(page).send.click();
    await expect(page).toHaveURL(/\/status\//);
    await looksSo();
  });
}

test('a logo comes late and moves nothing; it is never wider than the phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  let arrive = () => {};
  const late = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/logos/sunny.svg', async (route) => {
    await late;
    await route.fulfill({
      contentType: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="300"><rect width="2000" height="300"/></svg>',
    });
  });
  await page.goto(`${guestcard.url}/p/sunny-place`, { waitUntil: 'commit' });
  const heading = page.getByRole('heading', { level: 1 });
  const before = await heading.boundingBox();
  arrive();
  const logo = page.getByRole('img', { name: 'Sunny Place', exact: true });
  await expect.poll(() => logo.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(2000);
  expect(await heading.boundingBox()).toEqual(before);
  expect((await logo.boundingBox())?.width).toBeLessThanOrEqual(280);
});

test('what becomes of the data is said where it is given, with the property’s own links and words', async ({
  page,
}) => {
  await page.route('**/logos/*', (route) => route.abort());
  await page.goto(`${guestcard.url}/p/sunny-place`);
  const link = (name: string) => page.getByRole('link', { name });
  await expect(link('Privacy policy')).toHaveAttribute('href', brand.privacy_url);
  await expect(link('Terms of use')).toHaveAttribute('href', brand.terms_url);
  await expect(page.getByText('It is kept for 24 months.')).toBeVisible();
  await expect(page.getByLabel('Yes, Sunny Place may text me.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Equal Housing Opportunity' })).toBeVisible();

  // Without a telephone question there is no box, and without a policy there is somebody to ask.
  await page.goto(`${guestcard.url}/p/night-house`);
  await expect(leadForm(page).consent).toHaveCount(0);
  await expect(page.getByText('Questions about your information? Call')).toBeVisible();
  await expect(page.getByText('text messages')).toHaveCount(0);
});

test('no page has an inline style, which a strict policy would refuse @no-javascript', async ({
  request,
}) => {
  const page = async (path: string, body?: string) => {
    const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
    const answer = body
      ? await request.post(guestcard.url + path, { data: body, headers })
      : await request.get(guestcard.url + path, { headers: { accept: 'text/html' } });
    return { url: answer.url(), html: await answer.text() };
  };
  const sent = await page('/api/leads/night-house', 'first_name=Ana&last_name=Cruz&email_1=a%40example.com');
  expect(sent.url).toContain('/status/');
  const pages = await Promise.all([
    page('/'),
    page('/p/sunny-place?lang=es'),
    page('/p/nowhere'),
    page('/api/leads/sunny-place', 'first_name=Ana'),
    page('/api/leads/nowhere', 'first_name=Ana'),
    page('/staff/sign-in'),
  ]);
  for (const { url, html } of [sent, ...pages]) {
    expect(html, url).toContain('<style>');
    expect(html.match(/<[a-z][^>]*\sstyle=[^>]*>/g), url).toBeNull();
  }
});
